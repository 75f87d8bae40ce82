import CourseModel
import Foundation

/// Why a run did not come to its end.
enum Fault: Equatable {
  /// A trap, with the runtime's message.
  case trap(String)
  /// An error that was thrown and not caught, described.
  case uncaughtError(String)
  /// The call stack grew until there was no more room.
  case endlessRecursion
  /// More memory was asked for than there is.
  case outOfMemory(String)
  /// It was still running after that many seconds.
  case timeout(Double)
  /// It printed or wrote more than that many megabytes.
  case flood(Int)
  /// Its files held more than that many megabytes, or there were more than that many.
  case storage(megabytes: Int, files: Int)
  /// It had too many processes at a time.
  case processes
  /// What it printed or recorded could not be kept.
  case unwritten
  /// The program ended itself with that status.
  case exit(Int)
  /// The program could not be loaded, or the experiment refused.
  case refused(String)
}

extension Fault {
  /// What the report of a run that did not come to its end says, and the end of its standard error.
  init(_ trace: RunTrace, crash: CrashReport, seconds: Double, settings: EvaluationSettings) {
    let report = trace.report
    if report["unloadable"] != nil || report["runner-failed"] != nil {
      self = .refused(String(decoding: trace.standardError, as: UTF8.self))
    } else if report.says("unwritten") {
      self = .unwritten
    } else if report.says("scratch") {
      self = .storage(megabytes: Confinement.runStorage, files: Confinement.runFiles)
    } else if report.says("processes") {
      self = .processes
    } else if report["output"] != nil {
      self = .flood(settings.outputLimit)
    } else if report["time"] != nil || report["cpu"] != nil {
      self = .timeout(seconds)
    } else if report["stack"] != nil {
      self = .endlessRecursion
    } else if report["signal"] != nil {
      self.init(crash, signal: report["signal"] ?? 0)
    } else {
      self = .exit(report["exited"] ?? 0)
    }
  }

  private init(_ crash: CrashReport, signal: Int) {
    let message = crash.message
    if message.contains("failed to allocate") {
      self = .outOfMemory(message)
    } else if let mark = message.range(of: "Error raised at top level: ") {
      let error = message[mark.upperBound...]
      self = .uncaughtError(String(error.hasPrefix("lesson.") ? error.dropFirst(7) : error))
    } else {
      let kind = crash.kind.isEmpty ? "signal \(signal) ended the program" : crash.kind
      self = .trap(message.isEmpty ? kind : message)
    }
  }

  /// Whether the runtime stopped the program, as a `traps` block wants it.
  var isTrap: Bool {
    switch self {
    case .trap, .uncaughtError, .endlessRecursion, .outOfMemory: true
    default: false
    }
  }
}

extension Fault {
  /// The name of the rule.
  var rule: String {
    switch self {
    case .trap: "trap"
    case .uncaughtError: "uncaught-error"
    case .endlessRecursion: "endless-recursion"
    case .outOfMemory: "out-of-memory"
    case .timeout: "timeout"
    case .flood: "output-flood"
    case .storage: "storage-limit"
    case .processes: "process-limit"
    case .unwritten: "output-lost"
    case .exit: "program-exit"
    case .refused: "run-refused"
    }
  }

  /// What happened, in one sentence.
  var message: String {
    switch self {
    case .trap(let message): "the block traps here: \(Self.sentence(message))"
    case .uncaughtError(let error): "nothing catches the error that the block throws: \(error)"
    case .endlessRecursion: "the call stack is full: likely endless recursion"
    case .outOfMemory(let message): "the block asks for more memory than there is: \(Self.sentence(message))"
    case .timeout(let seconds): "the block was still running here after \(Self.text(seconds)) seconds"
    case .flood(let megabytes): "the run prints more than \(megabytes) MB"
    case .storage(let megabytes, let files):
      "the run's files take more than \(megabytes) MB, or are more than \(files)"
    case .processes: "the run has too many processes at a time"
    case .unwritten:
      "what the run printed or showed could not all be kept: the disk for temporary files is full"
    case .exit(let status): "the block ends the program: exit(\(status))"
    case .refused(let reason): "the run did not begin: \(reason.prefix(500))"
    }
  }

  /// A way out.
  var help: String? {
    switch self {
    case .trap: "where the trap is what the lesson shows, mark the block `traps`"
    case .uncaughtError(let error) where Self.isRefusal(error):
      "a lesson writes only where it runs, starts no other programs and reaches no network"
    case .uncaughtError(let error) where Self.isMissingFile(error):
      "a block finds only the files that it names, as in `//| needs: data.csv`"
    case .uncaughtError:
      "catch it with `do … catch`; where it is what the lesson shows, mark the block `traps`"
    case .timeout:
      "give the block more time by `//| timeout: SECONDS`, or the lesson by `timeout` at its head"
    case .flood: "print less, or show a figure or a table of it"
    case .storage: "write less, and remove what is no longer needed"
    case .unwritten: "make room, or set TMPDIR to a folder on a disk that has some; then build again"
    case .exit: "let the block come to its end; the blocks after it need the program"
    default: nil
    }
  }

  /// The runtime's text of the trap, as a page shows it.
  var shownText: String {
    switch self {
    case .trap(let message), .outOfMemory(let message): message
    case .uncaughtError(let error): "Fatal error: Error raised at top level: \(error)"
    default: message
    }
  }

  /// Whether the error is the confinement's answer.
  private static func isRefusal(_ error: String) -> Bool {
    ["EACCES", "ermission denied", "NSPOSIXErrorDomain Code=13"].contains { error.contains($0) }
  }

  /// Whether the error says that there is no such file.
  private static func isMissingFile(_ error: String) -> Bool {
    ["Code(rawValue: 260)", "NSCocoaErrorDomain Code=260", "o such file or directory"]
      .contains { error.contains($0) }
  }

  private static func sentence(_ message: String) -> String {
    message.hasPrefix("Fatal error: ") ? String(message.dropFirst(13)) : message
  }

  private static func text(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)"
  }
}
