import Foundation

/// What the Swift runtime says about a crash: its message, and where the program was.
struct CrashReport {
  /// A line of a file that was being executed.
  struct Frame: Equatable {
    var file: String
    var line: Int
    var column: Int
    /// The function, as the linker names it, and how many bytes after its start the program was.
    var symbol: String
    var offset: Int
  }

  /// What the program itself wrote to standard error before.
  var written: [UInt8]
  /// The runtime's message without its place, such as `Fatal error: Index out of range`; empty if none.
  var message: String
  /// What kind of crash it was, such as `Swift runtime failure: arithmetic overflow`.
  var kind: String
  /// The calls, innermost first.
  var frames: [Frame]

  /// Takes apart the end of a crashed program's standard error.
  init(_ standardError: ArraySlice<UInt8>) {
    var lines = standardError.split(separator: 0x0A, omittingEmptySubsequences: false)
    let json = lines.lastIndex { $0.starts(with: "{ \"timestamp\"".utf8) }
    let description = json.flatMap { try? JSONDecoder().decode(Description.self, from: Data(lines[$0])) }
    kind = description?.description ?? ""
    frames = description?.frames ?? []
    let banner = lines.lastIndex { $0.starts(with: "*** ".utf8) }
    if let end = banner ?? json { lines.removeSubrange(end...) }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    let start = lines.lastIndex { Self.message(in: $0) != nil }
    message = start.map { Self.text(of: lines[$0...]) } ?? ""
    let own = lines[..<(start ?? lines.count)]
    written = Array(own.joined(separator: [0x0A])) + (own.isEmpty ? [] : [0x0A])
  }

  private static func text(of lines: ArraySlice<ArraySlice<UInt8>>) -> String {
    let first = lines.first.flatMap { message(in: $0) } ?? ""
    // What the runtime says of its own work on the backtrace is not the program's.
    let rest = lines.dropFirst().map { String(decoding: $0, as: UTF8.self) }
      .filter { !$0.hasPrefix("swift-runtime: ") }
    return ([first] + rest).joined(separator: "\n")
  }

  /// The message in a line such as `Swift/Array.swift:692: Fatal error: Index out of range`.
  private static func message(in line: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: line, as: UTF8.self)
    let starts = ["Fatal error", "Precondition failed", "Assertion failed"]
    for start in starts {
      if text.hasPrefix(start) { return text }
      if let mark = text.range(of: ": \(start)"), text[..<mark.lowerBound].last?.isNumber ?? false {
        return String(text[text.index(mark.lowerBound, offsetBy: 2)...])
      }
    }
    return nil
  }
}

/// The part of the runtime's JSON that is read.
private struct Description: Decodable {
  struct Thread: Decodable {
    var crashed: Bool?
    var frames: [Frame]?
  }
  struct Frame: Decodable {
    var sourceLocation: SourceLocation?
    var symbol: String?
    var offset: Int?
  }
  struct SourceLocation: Decodable {
    var file: String
    var line: Int
    var column: Int
  }

  var description: String
  var threads: [Thread]

  var frames: [CrashReport.Frame] {
    let thread = threads.first { $0.crashed ?? false } ?? threads.first
    return (thread?.frames ?? []).compactMap { frame in
      frame.sourceLocation.map {
        .init(
          file: $0.file, line: $0.line, column: $0.column, symbol: frame.symbol ?? "",
          offset: frame.offset ?? 0)
      }
    }
  }
}
