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
  private var velocities: [Tensor?]

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
    velocities = Array(repeating: nil, count: parameters.count)
  }

  /// One step.
  public func step() {
    withoutGradients {
      for (i, parameter) in parameters.enumerated() {
        guard var slope = parameter.tensor.gradient else { continue }
        if weightDecay != 0, decays(parameter) { slope = slope + weightDecay * parameter.tensor }
        if momentum != 0 { slope = velocity(i, slope) }
        parameter.tensor.add(slope, scale: -learningRate)
      }
    }
  }

  private func velocity(_ i: Int, _ slope: Tensor) -> Tensor {
    let velocity = velocities[i].map { momentum * $0 + slope } ?? slope * 1
    velocities[i] = velocity
    return velocity
  }
}
