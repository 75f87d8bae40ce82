import ContentStore
import Foundation

/// A compiler, a linker or a parser, run under the runner's supervision: it reaches no network, writes only in its
/// scratch folder, and ends with the tool.
struct ConfinedProgram: Sendable {
  var kit: Kit
  var toolchain: Toolchain
  /// Whether it must not run on a machine that cannot confine it.
  var isRequired = false

  /// What came of a run.
  struct Result {
    /// The status with which it ended, or nil where it was stopped or killed.
    var status: Int32?
    /// The signal that ended it, if one did.
    var signal: Int32?
    /// What it wrote to its standard output.
    var output: [UInt8]
    /// What it wrote to its standard error.
    var errors: [UInt8]
    /// Whether it was still running when its time was over.
    var isTimedOut: Bool
    /// Why it came to no end of its own, or could not write all it had to say; nil where it did.
    var stop: String?

    /// Whether it ended with status 0.
    var hasSucceeded: Bool { status == 0 && stop == nil }
  }

  /// Runs the program that `arguments` begin with, for at most `seconds`, starting in the folder `scratch`.
  ///
  /// - Parameters:
  ///   - writable: what it may change beside its folder.
  ///   - memory: megabytes of address space.
  func run(
    _ arguments: [String], scratch: String, seconds: Double, input: String = "/dev/null",
    writable: [String] = [], memory: Int = 8192
  ) -> Result {
    let confinement = Confinement(
      scratch: scratch, folder: scratch, seconds: seconds,
      processorSeconds: Int(seconds.rounded(.up)) * 4 + 1,
      memory: memory, output: 512, storage: 2048, files: 20_000, processes: 64,
      readable: SystemFiles.libraries(toolchain.architecture) + SystemFiles.facts, writable: writable,
      executable: SystemFiles.programs + toolchain.roots + [kit.folder], isRequired: isRequired)
    let files = ["program-output", "program-errors", "program-record", "program-report"].map {
      "\(scratch)/\($0)"
    }
    for file in files { unlink(file) }
    var environment = ProcessInfo.processInfo.environment
    environment["TMPDIR"] = scratch
    let ending = ChildProcess(
      arguments: [kit.runner, "program"] + confinement.options + arguments, environment: environment,
      files: [input] + files
    ).run()
    return result(ending, files)
  }

  private func result(_ ending: ChildProcess.Ending, _ files: [String]) -> Result {
    let report = RunReport(path: files[3])
    let output = FileBytes.read(files[0]) ?? [], errors = FileBytes.read(files[1]) ?? []
    var stop = ["unloadable", "processes", "scratch", "output", "unwritten", "time"].first(where: report.says)
    if !report.isWhole { stop = "\(ending)" }
    if report["printed"] != output.count || report["complained"] != errors.count {
      stop = stop ?? "unwritten"
    }
    if let signal = report["signal"] { stop = stop ?? "signal \(signal)" }
    return Result(
      status: report["exited"].map { Int32($0) }, signal: report["signal"].map { Int32($0) }, output: output,
      errors: errors,
      isTimedOut: report.says("time") || report["signal"] == Int(SIGXCPU), stop: stop)
  }
}

extension Toolchain {
  /// The folders below which its programs and libraries lie.
  fileprivate var roots: [String] {
    let root = ((resources as NSString).deletingLastPathComponent as NSString).deletingLastPathComponent
    return [(programs as NSString).deletingLastPathComponent, root]
  }
}
