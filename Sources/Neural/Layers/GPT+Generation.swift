import Activations

/// How the next token is chosen from the logits.
public struct Sampling: Sendable {
  /// The logits are divided by it: below 1 the likely tokens become likelier; at 0 the likeliest is taken.
  public var temperature: Double
  /// How many of the likeliest tokens are considered; all, if nil.
  public var top: Int?

  /// A choice by these numbers.
  public init(temperature: Double = 1, top: Int? = nil) {
    require(temperature >= 0, "a temperature of \(temperature) makes no sense")
    require((top ?? 1) > 0, "to choose among \(top ?? 0) tokens is to choose none")
    self.temperature = temperature
    self.top = top
  }

  /// Always the likeliest token.
  public static let greedy = Sampling(temperature: 0)

  /// A token, by its logit; of equal ones the first comes first.
  public func callAsFunction(_ logits: [Double], using generator: inout SeededGenerator) -> Int {
    require(!logits.isEmpty, "there is no token to choose from")
    let order = logits.indices.sorted { (logits[$0], $1) > (logits[$1], $0) }
    guard temperature > 0 else { return order[0] }
    let candidates = order.prefix(top ?? order.count)
    let weights = candidates.map { exp((logits[$0] - logits[order[0]]) / temperature) }
    var rest = generator.uniform() * weights.reduce(0, +)
    for (candidate, weight) in zip(candidates, weights) {
      rest -= weight
      if rest < 0 { return candidate }
    }
    return order[0]
  }
}

extension GPT {
  /// A text and what the model makes follow it, token by token.
  ///
  /// It sees as much of the text's end as fits its context.
  public func generate(
    _ count: Int, after text: [Int], sampling: Sampling = Sampling(), using generator: inout SeededGenerator
  ) -> [Int] {
    require(!text.isEmpty, "there must be a token to go on from")
    return withoutGradients {
      var text = text
      for _ in 0..<count {
        let seen = Array(text.suffix(configuration.context))
        let logits = self([seen]).slice(seen.count - 1..<seen.count, axis: 1).values
        text.append(sampling(logits, using: &generator))
      }
      return text
    }
  }
}
