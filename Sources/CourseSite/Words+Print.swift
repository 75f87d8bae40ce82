/// What the page with the whole course says.
struct PrintWords: Sendable {
  /// The page's name, and the way back to the others.
  let title, back: String
}

extension Words {
  /// What the page with the whole course says.
  var print: PrintWords { self.language == "zh" ? .chinese : .english }
}

extension PrintWords {
  fileprivate static let english = PrintWords(title: "The course on one page", back: "Lesson by lesson")
  fileprivate static let chinese = PrintWords(title: "全课程单页版", back: "逐课阅读")
}
