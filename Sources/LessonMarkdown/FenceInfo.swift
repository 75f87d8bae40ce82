import CourseModel

/// The words after the opening fence of a code block, each with its place.
struct FenceInfo {
  /// A word.
  struct Word {
    var text: String
    var position: Position

    /// The part before the equals sign and the part after it, with its place.
    var assignment: (key: String, value: Word)? {
      guard let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")) else { return nil }
      let key = String(text[..<equals])
      let value = String(text[text.utf8.index(after: equals)...])
      let column = position.column + key.utf8.count + 1
      return (key, Word(text: value, position: Position(line: position.line, column: column)))
    }
  }

  /// The words, separated by white space or commas.
  private(set) var words: [Word] = []
  /// The place of the fence.
  let position: Position
  /// What stands before the fence on its line.
  let linePrefix: [UInt8]

  /// Reads the fence in `column` of line `number` of `text`.
  init(_ text: LessonText, line number: Int, column: Int) {
    let line = text.line(number)
    let fence = min(line.upperBound, line.lowerBound + column - 1)
    position = text.position(line: number, column: column)
    linePrefix = Array(text.bytes[line.lowerBound..<fence])
    guard fence < line.upperBound else { return }
    var offset = fence
    while offset < line.upperBound, text.bytes[offset] == text.bytes[fence] { offset += 1 }
    while offset < line.upperBound {
      let start = offset
      while offset < line.upperBound, !text.bytes[offset].isSeparator { offset += 1 }
      if offset > start {
        let word = String(decoding: text.bytes[start..<offset], as: UTF8.self)
        words.append(
          Word(text: word, position: text.position(line: number, column: start - line.lowerBound + 1)))
      }
      offset += 1
    }
  }
}

extension UInt8 {
  fileprivate var isSeparator: Bool { isBlank || self == UInt8(ascii: ",") }
}

/// The first words of code blocks that mean something to a lesson.
enum FenceLanguage: String, CaseIterable {
  case swift, experiment, output, math, mermaid, claims, quiz

  /// Languages whose names are near to one of these, and mean themselves.
  private static let neighbours: Set<String> = ["swig", "slint", "clips"]

  /// The language that `name` was meant to be; no short name is one, for there are many languages.
  init?(misspelt name: String) {
    let long = Self.allCases.filter { $0 != .math && ($0 != .quiz || name.utf8.count > 4) }.map(\.rawValue)
    guard name.utf8.count > 3, !Self.neighbours.contains(name.lowercased()),
      let meant = nearestName(to: name, among: long)
    else { return nil }
    self.init(rawValue: meant)
  }
}

/// The words that may follow `swift`.
enum FenceFlag: String, CaseIterable {
  case fails, traps, norun, ignore, setup, isolated

  /// The word that `text` is, or was probably meant to be.
  init?(meant text: String) {
    let name = Self.meaning(text) ?? nearestName(to: text, among: Self.allCases.map(\.rawValue))
    guard let name, let flag = FenceFlag(rawValue: name) else { return nil }
    self = flag
  }

  /// The word for which another tool has `alias`.
  static func meaning(_ alias: String) -> String? {
    switch alias {
    case "compile_fail", "fail", "error": "fails"
    case "should_panic", "trap", "panics": "traps"
    case "no_run", "no-run", "noeval": "norun"
    case "skip", "noexec": "ignore"
    case "hidden", "hide": "setup"
    default: nil
    }
  }
}

/// The names that may stand before an equals sign after `swift` or `experiment`.
enum FenceKey: String, CaseIterable {
  case id, use
}
