/// How much there is to read, and how long that takes.
struct ReadingLoad: Sendable, Hashable {
  /// Words written with spaces between them.
  var words = 0
  /// Chinese characters, which are counted one by one.
  var ideographs = 0
  /// Lines of code that are not empty.
  var codeLines = 0

  /// The minutes, rounded up: 200 words, 350 Chinese characters or 12 lines of code a minute.
  ///
  /// The rates are a convention, not a measurement; code is read slower than prose.
  var minutes: Int {
    let time = Double(words) / 200 + Double(ideographs) / 350 + Double(codeLines) / 12
    return Int(time.rounded(.up))
  }

  /// Adds the words and characters of prose.
  mutating func add(prose text: String) {
    var isInWord = false
    for scalar in text.unicodeScalars {
      let isIdeograph = scalar.properties.isIdeographic
      let isLetter = !isIdeograph && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      if isIdeograph { ideographs += 1 }
      if isLetter && !isInWord { words += 1 }
      isInWord = !isIdeograph && !scalar.properties.isWhitespace && (isInWord || isLetter)
    }
  }

  /// Adds lines of code.
  mutating func add(code text: String) {
    codeLines += text.split(whereSeparator: \.isNewline).count { !$0.allSatisfy(\.isWhitespace) }
  }

  /// Adds what another text holds.
  mutating func add(_ other: ReadingLoad) {
    words += other.words
    ideographs += other.ideographs
    codeLines += other.codeLines
  }
}
