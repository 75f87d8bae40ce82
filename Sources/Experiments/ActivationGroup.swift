import Activations

/// A word that stands for all activations of a kind where a parameter takes several.
struct ActivationGroup: Sendable {
  /// The word.
  let name: String
  /// Whether an activation belongs to it.
  let contains: @Sendable (Activation) -> Bool

  /// The groups, from the largest on.
  static let all = [
    ActivationGroup(name: "all") { _ in true },
    ActivationGroup(name: "bounded") { $0.range.lowerBound.isFinite && $0.range.upperBound.isFinite },
    ActivationGroup(name: "unbounded") { $0.range.lowerBound.isInfinite || $0.range.upperBound.isInfinite },
    ActivationGroup(name: "kinked") { !$0.kinks.isEmpty },
    ActivationGroup(name: "smooth") { $0.kinks.isEmpty },
    ActivationGroup(name: "monotone") { ($0.facts?.monotonicity ?? .none) != .none },
    ActivationGroup(name: "odd") { $0.facts?.isOdd ?? false },
  ]

  /// The activations that `words` name, each once, groups in the order of the catalogue.
  static func activations(named words: [String]) -> [Activation] {
    var found: [Activation] = []
    for word in words {
      for activation in members(of: word) where !found.contains(where: { $0.name == activation.name }) {
        found.append(activation)
      }
    }
    return found
  }

  private static func members(of word: String) -> [Activation] {
    if let group = all.first(where: { $0.name == word }) { return Activation.catalog.filter(group.contains) }
    return Activation.named(word).map { [$0] } ?? []
  }
}
