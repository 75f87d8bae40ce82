import Foundation

/// The two streams a person reads.
enum Terminal {
  /// Whether standard error is a terminal that can be painted and rewritten.
  static let isInteractive = isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb"
  /// Whether messages may be coloured.
  static let hasColor = isInteractive && environment("NO_COLOR") == nil
  /// Whether standard output may be coloured.
  static let outputHasColor =
    isatty(STDOUT_FILENO) == 1 && environment("TERM") != "dumb" && environment("NO_COLOR") == nil
  /// Whether standard output can show characters beyond ASCII.
  static let outputIsUnicode =
    ["LC_ALL", "LC_CTYPE", "LANG"].compactMap(environment).first?
    .uppercased().contains("UTF") ?? false

  /// The number of columns of whichever stream is a terminal, at least 1; 80 where nothing tells.
  static var columns: Int {
    var size = winsize()
    for stream in [STDOUT_FILENO, STDERR_FILENO] {
      if ioctl(stream, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    }
    return max(1, environment("COLUMNS").flatMap(Int.init) ?? 80)
  }

  /// Writes `text` to standard output as it is.
  static func standardOutput(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }

  /// Writes bytes to standard output as they are.
  static func standardOutput(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  /// Writes `text` to standard error as it is.
  static func standardError(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  /// All of standard input; nil if it has more than `limit` bytes.
  static func standardInput(atMost limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      let chunk = FileHandle.standardInput.readData(ofLength: 1 << 20)
      if chunk.isEmpty { return bytes }
      bytes += chunk
    }
    return nil
  }

  /// The value of an environment variable, nil where it is unset or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
    return value
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno != EINTR { return }
      rest = rest.dropFirst(max(0, count))
    }
  }
}
