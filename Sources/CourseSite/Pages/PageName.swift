/// The names of the pages about the whole course that the contents list below the lessons.
enum PageName {
  static let claims = "claims"
  static let glossary = "glossary"
  static let print = "print"
}
