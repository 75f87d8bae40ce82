import ContentStore
import Figures
import Foundation

/// What a run has left behind: its output, its record and the runner's report.
struct RunTrace {
  var standardOutput: [UInt8] = []
  var standardError: [UInt8] = []
  var frames: [RecordFrame] = []
  /// What the supervisor says of the run.
  var report = RunReport()

  /// The files of a run in `folder`, in the order of their descriptors.
  static func files(in folder: String, input: String = "/dev/null") -> [String] {
    [input] + ["output", "errors", "record", "report"].map { "\(folder)/\($0)" }
  }

  /// Reads what a run in `folder` has left.
  init(folder: String) {
    let files = Self.files(in: folder)
    report = RunReport(path: files[4])
    let parts = [("printed", 1), ("complained", 2), ("recorded", 3)].map { word, index in
      let bytes = FileBytes.read(files[index]) ?? []
      // What is not there in full is a fault, never a shorter output.
      if bytes.count != report[word] { report["unwritten"] = 0 }
      return bytes
    }
    (standardOutput, standardError) = (parts[0], parts[1])
    let record = RecordFrame.decode(stream: parts[2])
    frames = record.frames
    if record.isTruncated, report["exited"] == 0 { report["unwritten"] = 0 }
  }
}

/// Runs programs and experiments by the runner.
struct Runner: Sendable {
  var kit: Kit
  var toolchain: Toolchain
  var settings: EvaluationSettings
  /// Whether nothing may run that the machine cannot confine.
  var isRequired = false

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
    let files = folder + "/files"
    let confinement = confinement(of: library, in: folder, seconds: seconds)
    let child = ChildProcess(
      arguments: [kit.runner, mode] + confinement.options + (library.map { [$0] } ?? []),
      environment: environment(home: files), files: RunTrace.files(in: folder, input: input))
    let tail = progress.map { RecordTail(of: child.files[3], tell: $0) }
    let ending = child.run()
    tail?.stop()
    var trace = RunTrace(folder: folder)
    if case .notStarted = ending { trace.report["runner-failed"] = 1 }
    if !trace.report.isWhole { trace.report["runner-failed"] = 1 }
    return trace
  }

  private func confinement(of library: String?, in folder: String, seconds: Double) -> Confinement {
    let processorSeconds = Int(seconds.rounded(.up)) * ProcessInfo.processInfo.processorCount + 1
    var confinement = Confinement(
      scratch: folder, folder: folder + "/files", seconds: seconds, processorSeconds: processorSeconds,
      memory: settings.memoryLimit, output: settings.outputLimit, isRequired: isRequired)
    confinement.readable = [kit.runner, toolchain.libraries] + settings.sandbox.readable
    confinement.readable += SystemFiles.libraries(toolchain.architecture) + SystemFiles.facts
    if let library { confinement.readable.append(library) }
    if !toolchain.backtracer.isEmpty {
      confinement.executable = [toolchain.backtracer, SystemFiles.loader(toolchain.architecture)]
    }
    return confinement
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
