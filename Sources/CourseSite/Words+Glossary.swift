/// What the pages say of the glossary.
struct GlossaryWords: Sendable {
  /// The page's name, and what it is.
  let glossary, lead: String
  /// Before the terms that explain more, and before the lessons that use a term.
  let see, usedIn: String
}

extension Words {
  /// What the pages say of the glossary.
  var glossary: GlossaryWords { self.language == "zh" ? .chinese : .english }
}

extension GlossaryWords {
  fileprivate static let english = GlossaryWords(
    glossary: "Glossary", lead: "The terms of the course, what they mean, and the lessons that use them.",
    see: "See also: ", usedIn: "In lessons: ")

  fileprivate static let chinese = GlossaryWords(
    glossary: "术语表", lead: "本课程的术语、含义，以及用到它们的课文。", see: "另见：", usedIn: "见于课文：")
}
