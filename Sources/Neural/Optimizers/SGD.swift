/// Stochastic gradient descent: w ← w − rate·v, where v ← momentum·v + g, and g includes decay·w.
public final class SGD: Optimizer {
  /// What it changes.
  public let parameters: [Parameter]
  /// The rate.
  public var learningRate: Double
  /// How much of the last step goes on.
  public let momentum: Double
  /// The weight of ½‖w‖² in the loss.
  public let weightDecay: Double
  /// Which parameters the decay is for.
  public let decays: (Parameter) -> Bool
  /// v of every parameter; none without momentum.
  private let velocities: [Tensor]

  /// An optimiser of these parameters.
  public init(
    _ parameters: [Parameter], learningRate: Double, momentum: Double = 0, weightDecay: Double = 0,
    decays: @escaping (Parameter) -> Bool = { _ in true }
  ) {
    self.parameters = parameters
    self.learningRate = learningRate
    self.momentum = momentum
    self.weightDecay = weightDecay
    self.decays = decays
    velocities =
      momentum == 0 ? [] : parameters.map { .zeros($0.tensor.shape, dtype: $0.tensor.dtype) }
  }

  /// One step.
  public func step() {
    withoutGradients {
      for (i, parameter) in parameters.enumerated() {
        guard var slope = parameter.tensor.gradient else { continue }
        if weightDecay != 0, decays(parameter) { slope = slope + weightDecay * parameter.tensor }
        if momentum != 0 {
          velocities[i].copyValues(of: momentum * velocities[i] + slope)
          slope = velocities[i]
        }
        parameter.tensor.add(slope, scale: -learningRate)
      }
    }
  }

  /// The velocities, by the parameters' names with `.v`; none without momentum.
  public var state: [Parameter] {
    zip(parameters, velocities).map { Parameter("\($0.name).v", $1) }
  }
}
