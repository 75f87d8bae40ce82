/// Texts of one length in tokens, and for every token the one that follows it.
public struct TokenBatch: Sendable, Hashable {
  /// The texts: [texts, tokens].
  public var inputs: [[Int]]
  /// What follows every token of them: [texts, tokens].
  public var targets: [[Int]]

  /// A batch of texts and what follows.
  public init(inputs: [[Int]], targets: [[Int]]) {
    require(
      inputs.map(\.count) == targets.map(\.count), "\(inputs.count) texts and \(targets.count) of targets")
    self.inputs = inputs
    self.targets = targets
  }

  /// How many tokens are to be foretold.
  public var count: Int { targets.reduce(0) { $0 + $1.count } }
}

/// A model that gives every token that may come next a probability.
public protocol LanguageModel: Module {
  /// The mean of −log p over the tokens that follow, in nats a token.
  func loss(_ batch: TokenBatch) -> Tensor
}

extension LanguageModel {
  /// The mean loss over batches of equal size; nothing is noted for gradients.
  public func meanLoss(over batches: [TokenBatch]) -> Double {
    withoutGradients { batches.reduce(0) { $0 + loss($1).item } / Double(batches.count) }
  }
}

extension GPT: LanguageModel {
  /// The cross-entropy of its logits with the tokens that follow.
  public func loss(_ batch: TokenBatch) -> Tensor {
    self(batch.inputs).crossEntropy(batch.targets.flatMap { $0 })
  }
}
