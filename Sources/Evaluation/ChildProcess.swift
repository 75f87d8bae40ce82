import ContentStore
import Foundation

/// One child process, started with files in place of pipes, and waited for.
struct ChildProcess {
  /// The program and its arguments.
  var arguments: [String]
  /// Its whole environment; nil for ours.
  var environment: [String: String]?
  /// The file of each descriptor, from 0; all but the first are appended to.
  var files: [String] = []

  /// How a process ended.
  enum Ending: Equatable {
    case exited(Int32)
    case signalled(Int32)
    case notStarted(Int32)
  }

  /// The descriptor at which the process finds a pipe that ends when this process does, however it ends.
  private static let lifeline: Int32 = 5

  /// Starts the process and waits for its end.
  func run() -> Ending {
    var lifeline: [Int32] = [-1, -1]
    guard pipe(&lifeline) == 0 else { return .notStarted(errno) }
    for end in lifeline { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { for end in lifeline { close(end) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, path) in files.enumerated() {
      let flags = descriptor == 0 ? O_RDONLY : O_WRONLY | O_CREAT | O_APPEND
      posix_spawn_file_actions_addopen(&actions, Int32(descriptor), path, flags, 0o600)
    }
    let end = fcntl(lifeline[0], F_DUPFD_CLOEXEC, 32)
    defer { close(end) }
    posix_spawn_file_actions_adddup2(&actions, end, Self.lifeline)
    var process = pid_t()
    let variables = environment.map { $0.map { "\($0)=\($1)" }.sorted() }
    let problem = withCStrings(arguments) { arguments in
      withCStrings(variables ?? []) { variables in
        guard let program = arguments[0] else { return EINVAL }
        return posix_spawn(
          &process, program, &actions, nil, arguments, environment == nil ? environ : variables)
      }
    }
    return problem == 0 ? Self.wait(for: process) : .notStarted(problem)
  }

  /// What a command prints on its standard output, or nil if it fails.
  static func output(of arguments: [String]) -> [UInt8]? {
    guard let scratch = ScratchFolder() else { return nil }
    defer { scratch.remove() }
    let files = ["/dev/null", scratch.path + "/output", scratch.path + "/errors"]
    // What the command itself leaves among temporary files goes with the folder.
    var environment = ProcessInfo.processInfo.environment
    environment["TMPDIR"] = scratch.path
    let process = ChildProcess(arguments: arguments, environment: environment, files: files)
    guard process.run() == .exited(0) else { return nil }
    return FileBytes.read(files[1])
  }

  private static func wait(for process: pid_t) -> Ending {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return .notStarted(errno) }
    }
    let signal = status & 0x7f
    return signal == 0 ? .exited((status >> 8) & 0xff) : .signalled(signal)
  }
}

/// Calls `body` with the texts as a null-terminated array of C strings.
private func withCStrings<Result>(
  _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  let copies = texts.map { strdup($0) } + [nil]
  defer { for copy in copies { free(copy) } }
  var array = copies
  return array.withUnsafeMutableBufferPointer { buffer in
    guard let start = buffer.baseAddress else { preconditionFailure("an array with a last element is empty") }
    return body(start)
  }
}
