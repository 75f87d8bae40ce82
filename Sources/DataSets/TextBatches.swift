import Neural

/// A text in tokens, cut into a part to learn from and a part, its end, that is kept back to see what was learned.
public struct TextBatches: Sendable {
  /// What is learned from.
  public let training: [Int]
  /// What is kept back.
  public let validation: [Int]
  /// How many tokens a text of a batch has.
  public let context: Int

  /// The tokens, of which the last `validationShare` are kept back.
  ///
  /// Both parts must be longer than the context: see `minimumCount(context:validationShare:)`.
  public init(_ tokens: [Int], context: Int, validationShare: Double = 0.1) {
    let count = Int((Double(tokens.count) * validationShare).rounded())
    training = Array(tokens.dropLast(count))
    validation = Array(tokens.suffix(count))
    self.context = context
    require(
      min(training.count, validation.count) > context,
      "\(training.count) and \(validation.count) tokens are too few for texts of \(context)")
  }

  /// How many tokens there must be for a context.
  public static func minimumCount(context: Int, validationShare: Double = 0.1) -> Int {
    Int((Double(context + 2) / min(validationShare, 1 - validationShare)).rounded(.up))
  }

  /// `size` texts from random places of the training part.
  ///
  /// They depend on the seed and the number of the step alone, so a training can be resumed anywhere.
  public func batch(_ size: Int, ofStep step: Int, seed: UInt64) -> TokenBatch {
    var seeds = SeededGenerator(seed: seed)
    seeds = SeededGenerator(seed: seeds.next() &+ UInt64(step))
    var generator = SeededGenerator(seed: seeds.next())
    return Self.batch(
      (0..<size).map { _ in generator.below(training.count - context) }, of: training, context)
  }

  /// `count` batches of `size` texts that are spread evenly over what is kept back: the same for every model.
  public func validation(_ count: Int, of size: Int) -> [TokenBatch] {
    let last = validation.count - context - 1
    let places = (0..<count * size).map { last * $0 / max(1, count * size - 1) }
    return (0..<count).map {
      Self.batch(Array(places[$0 * size..<($0 + 1) * size]), of: validation, context)
    }
  }

  private static func batch(_ starts: [Int], of tokens: [Int], _ context: Int) -> TokenBatch {
    TokenBatch(
      inputs: starts.map { Array(tokens[$0..<$0 + context]) },
      targets: starts.map { Array(tokens[$0 + 1..<$0 + context + 1]) })
  }
}
