/// Steps divided by the root of a running mean of squares: v ← αv + (1 − α)g², w ← w − rate·g/(√v + ε).
///
/// Hinton's lecture 6e of 2012, in PyTorch's form.
public final class RMSProp: Optimizer {
  /// What it changes.
  public let parameters: [Parameter]
  /// The rate.
  public var learningRate: Double
  /// α.
  public let smoothing: Double
  /// ε.
  public let epsilon: Double
  /// v of every parameter.
  private let squares: [Tensor]

  /// An optimiser of these parameters.
  public init(
    _ parameters: [Parameter], learningRate: Double = 1e-2, smoothing: Double = 0.99, epsilon: Double = 1e-8
  ) {
    self.parameters = parameters
    self.learningRate = learningRate
    self.smoothing = smoothing
    self.epsilon = epsilon
    squares = parameters.map { .zeros($0.tensor.shape, dtype: $0.tensor.dtype) }
  }

  /// One step.
  public func step() {
    withoutGradients {
      for (i, parameter) in parameters.enumerated() {
        guard let gradient = parameter.tensor.gradient else { continue }
        squares[i].copyValues(of: smoothing * squares[i] + (1 - smoothing) * gradient * gradient)
        parameter.tensor.add(gradient / (squares[i].squareRoot() + epsilon), scale: -learningRate)
      }
    }
  }

  /// The running means of squares, by the parameters' names with `.v`.
  public var state: [Parameter] {
    zip(parameters, squares).map { Parameter("\($0.name).v", $1) }
  }
}
