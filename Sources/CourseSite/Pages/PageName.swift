/// The names of the pages about the whole course that the contents list below the lessons.
enum PageName {
  static let claims = "claims"
  static let glossary = "glossary"
  static let print = "print"
  static let activations = "activations"

  /// The page of one activation.
  static func activation(_ name: String) -> String { "activation-" + name }
}
