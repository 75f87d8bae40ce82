/// A text file of the course, with its lines.
public struct SourceFile: Sendable, Hashable {
  /// The path as messages print it: relative to the folder the command runs in.
  public let path: String
  /// The file's bytes, without a leading byte order mark.
  public let bytes: [UInt8]
  /// The offset at which each line begins.
  public let lineStarts: [Int]

  /// Splits `bytes` into lines that end with LF, CR LF or CR.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    self.lineStarts = Self.lineStarts(of: self.bytes)
  }

  /// A file with the given text.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The file's name without its folders, which do not depend on where the course lies.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The number of lines; the empty line after a final line ending is not counted.
  public var lineCount: Int {
    lineStarts.last == bytes.count && lineStarts.count > 1 ? lineStarts.count - 1 : lineStarts.count
  }

  /// The bytes of line `number`, counted from 1, without its line ending; empty where there is no such line.
  public func lineBytes(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1, number <= lineStarts.count else { return [] }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return bytes[start..<end]
  }

  /// The text of line `number`, counted from 1.
  public func line(_ number: Int) -> String {
    String(decoding: lineBytes(number), as: UTF8.self)
  }

  private static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte <= 0x0D {
      let isLineFeed = byte == 0x0A
      let isLoneReturn = byte == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A)
      if isLineFeed || isLoneReturn { starts.append(offset + 1) }
    }
    return starts
  }
}
