/// The names of the pages that are no lesson's.
enum PageName {
  static let cover = "index"
  static let report = "report"
  static let figures = "figures"
  static let experiments = "experiments"
  static let claims = "claims"
  static let glossary = "glossary"
  static let print = "print"
  static let activations = "activations"

  /// The page of one activation.
  static func activation(_ name: String) -> String { "activation-" + name }

  /// What the name of a part's page begins with.
  static let part = "part-"
}
