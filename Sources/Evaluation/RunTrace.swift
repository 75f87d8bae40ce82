import ContentStore
import Figures
import Foundation

/// What a run has left behind: its output, its record and the runner's report.
struct RunTrace {
  var standardOutput: [UInt8] = []
  var standardError: [UInt8] = []
  var frames: [RecordFrame] = []
  /// The lines of the report, such as `exited 3`.
  var report: [String: Int] = [:]

  /// The files of a run in `folder`, in the order of their descriptors.
  static func files(in folder: String, input: String = "/dev/null") -> [String] {
    [input] + ["output", "errors", "record", "report"].map { "\(folder)/\($0)" }
  }

  /// Reads what a run in `folder` has left.
  init(folder: String) {
    let files = Self.files(in: folder)
    standardOutput = FileBytes.read(files[1]) ?? []
    standardError = FileBytes.read(files[2]) ?? []
    frames = RecordFrame.decode(stream: FileBytes.read(files[3]) ?? []).frames
    let lines = String(decoding: FileBytes.read(files[4]) ?? [], as: UTF8.self).split(separator: "\n")
    for line in lines {
      let words = line.split(separator: " ")
      if words.count == 2, let number = Int(words[1]) { report[String(words[0])] = number }
    }
  }
}

/// Runs programs and experiments by the runner.
struct Runner: Sendable {
  var kit: Kit
  var toolchain: Toolchain
  var settings: EvaluationSettings

  /// Runs the library of a program in `folder`; it starts in `folder/files`, where alone it may write.
  func runProgram(
    in folder: String, seconds: Double, progress: ProgressHandler? = nil
  ) -> RunTrace {
    run(
      mode: "run", library: folder + "/lesson.so", in: folder, seconds: seconds, input: "/dev/null",
      progress: progress)
  }

  /// Runs an experiment that is described by the file `request` in `folder`.
  func runExperiment(
    in folder: String, seconds: Double, progress: ProgressHandler? = nil
  ) -> RunTrace {
    run(
      mode: "experiment", library: nil, in: folder, seconds: seconds, input: folder + "/request",
      progress: progress)
  }

  private func run(
    mode: String, library: String?, in folder: String, seconds: Double, input: String,
    progress: ProgressHandler?
  ) -> RunTrace {
    let cpuSeconds = Int(seconds.rounded(.up)) * ProcessInfo.processInfo.processorCount + 1
    let files = folder + "/files"
    var arguments = [
      kit.runner, mode, "\(seconds)", "\(cpuSeconds)", "\(settings.memoryLimit)", "\(settings.outputLimit)",
      files, toolchain.backtracer,
    ]
    if let library { arguments.append(library) }
    let child = ChildProcess(
      arguments: arguments, environment: environment(home: files),
      files: RunTrace.files(in: folder, input: input))
    let tail = progress.map { RecordTail(of: child.files[3], tell: $0) }
    let ending = child.run()
    tail?.stop()
    var trace = RunTrace(folder: folder)
    if ending != .exited(0) { trace.report["runner-failed"] = 1 }
    return trace
  }

  /// The same for every machine and user, as far as a program can see.
  private func environment(home: String) -> [String: String] {
    let backtrace =
      "enable=yes,color=no,interactive=no,format=json,registers=none,images=none,threads=crashed,"
      + "output-to=stderr,swift-backtrace=\(toolchain.backtracer)"
    return [
      "HOME": home, "TMPDIR": home, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC",
      "SWIFT_DETERMINISTIC_HASHING": "1",
      "SWIFT_BACKTRACE": toolchain.backtracer.isEmpty ? "enable=no" : backtrace,
    ]
  }
}
