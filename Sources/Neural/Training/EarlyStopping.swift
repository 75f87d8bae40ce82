/// Stops training when a validation loss has not become smaller for a while, and gives the best parameters back.
///
/// ```swift
/// var stopping = EarlyStopping(model.parameters, patience: 5)
/// repeat { trainOneEpoch() } while stopping.goesOn(after: validationLoss())
/// stopping.restoreBest()
/// ```
public struct EarlyStopping {
  /// What is kept when the loss is the smallest so far.
  public let parameters: [Parameter]
  /// How many losses in a row may bring no improvement.
  public let patience: Int
  /// By how much a loss must be below the best one to count as an improvement.
  public let minimumImprovement: Double
  /// The smallest loss so far, ∞ before the first.
  public private(set) var bestLoss = Double.infinity
  /// Which of the losses that was, counted from 0; nil before the first finite one.
  public private(set) var bestRound: Int?
  private var rounds = 0
  private var best: [Tensor] = []

  /// Watches over these parameters.
  public init(_ parameters: [Parameter], patience: Int, minimumImprovement: Double = 0) {
    require(patience > 0, "patience of \(patience) would stop before there is anything to compare")
    self.parameters = parameters
    self.patience = patience
    self.minimumImprovement = minimumImprovement
  }

  /// Takes note of a validation loss; whether training is to go on.
  ///
  /// A loss that is not a number is no improvement.
  public mutating func goesOn(after loss: Double) -> Bool {
    defer { rounds += 1 }
    if loss < bestLoss - minimumImprovement {
      bestLoss = loss
      bestRound = rounds
      best = parameters.map { $0.tensor.converted(to: $0.tensor.dtype) }
    }
    return rounds - (bestRound ?? -1) < patience
  }

  /// Gives the parameters the values they had at the smallest loss; nothing where there was none.
  public func restoreBest() {
    for (parameter, values) in zip(parameters, best) { parameter.tensor.copyValues(of: values) }
  }
}
