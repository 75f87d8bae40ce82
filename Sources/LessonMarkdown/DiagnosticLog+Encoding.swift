import CourseModel

extension DiagnosticLog {
  /// Reports the first place at which `file` is not UTF-8, if there is one.
  mutating func checkEncoding(of file: SourceFile) {
    guard String(validating: file.bytes, as: UTF8.self) == nil else { return }
    for number in 1...max(1, file.lineCount) {
      let line = file.lineBytes(number)
      guard String(validating: line, as: UTF8.self) == nil else { continue }
      return error(
        "encoding", at: Position(line: number, column: 1 + Self.validCount(line)),
        "the text is not UTF-8 from here on", help: "save the file as UTF-8")
    }
  }

  /// The number of bytes before the first that is not UTF-8.
  private static func validCount(_ line: ArraySlice<UInt8>) -> Int {
    var decoder = UTF8()
    var bytes = line.makeIterator()
    var count = 0
    while case .scalarValue(let scalar) = decoder.decode(&bytes) { count += UTF8.width(scalar) }
    return count
  }
}
