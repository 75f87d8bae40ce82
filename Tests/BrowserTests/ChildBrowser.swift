import Foundation

/// A chromium without a window, driven over two pipes: what is said goes to its descriptor 3, what it answers comes
/// from its descriptor 4; messages end with a zero byte.
final class ChildBrowser {
  private var process: pid_t = 0
  private let input: Int32
  private let output: Int32
  private var pending: [UInt8] = []
  private let profile: String

  /// The browser's program, or nil where there is none.
  static let program: String? = ["chromium", "chromium-browser", "google-chrome"]
    .map { "/usr/bin/\($0)" }.first { access($0, X_OK) == 0 }

  /// Starts the browser with an empty profile, unable to look up any name but this machine's.
  init(program: String) throws {
    profile = FileManager.default.temporaryDirectory.path + "/browser-\(UUID().uuidString)"
    let toBrowser = try Pipe.ends()
    let fromBrowser = try Pipe.ends()
    (input, output) = (toBrowser.write, fromBrowser.read)
    let arguments = [
      program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--user-data-dir=\(profile)",
      "--remote-debugging-pipe",
      "about:blank",
    ]
    process = try Self.spawn(arguments, reading: toBrowser.read, writing: fromBrowser.write)
    close(toBrowser.read)
    close(fromBrowser.write)
  }

  deinit {
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    close(input)
    close(output)
    try? FileManager.default.removeItem(atPath: profile)
  }

  /// Starts a program whose descriptors 3 and 4 are these ends of pipes.
  private static func spawn(_ arguments: [String], reading: Int32, writing: Int32) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, reading, 3)
    posix_spawn_file_actions_adddup2(&actions, writing, 4)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let words = arguments.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var process: pid_t = 0
    let status = posix_spawn(&process, arguments[0], &actions, nil, words, environ)
    guard status == 0 else {
      throw BrowserError("\(arguments[0]) does not start: \(String(cString: strerror(status)))")
    }
    return process
  }

  /// Says one message.
  func write(_ message: Data) throws {
    let bytes = Array(message) + [0]
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(input, $0.baseAddress.map { $0 + sent }, bytes.count - sent)
      }
      guard count > 0 else { throw BrowserError("the browser no longer listens") }
      sent += count
    }
  }

  /// The next message; an error if none comes for ten minutes: while it checks the whole course on one page, the browser
  /// says nothing.
  func read() throws -> Data {
    while true {
      if let end = pending.firstIndex(of: 0) {
        let message = Data(pending[..<end])
        pending.removeFirst(end + 1)
        return message
      }
      var descriptor = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&descriptor, 1, 600_000) > 0 else {
        throw BrowserError("the browser says nothing for ten minutes")
      }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = Glibc.read(output, &buffer, buffer.count)
      guard count > 0 else { throw BrowserError("the browser has ended") }
      pending += buffer.prefix(count)
    }
  }
}

/// What went wrong with the browser or in a page.
struct BrowserError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// A pipe whose ends lie above the numbers that a child's descriptors get, and that programs started later do not inherit.
private enum Pipe {
  static func ends() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw BrowserError("no pipe: \(String(cString: strerror(errno)))") }
    let moved = ends.map { fcntl($0, F_DUPFD_CLOEXEC, 64) }
    ends.forEach { close($0) }
    return (moved[0], moved[1])
  }
}
