/// Adam (Kingma and Ba 2015), with decoupled weight decay where asked for (AdamW: Loshchilov and Hutter 2019).
///
///     m ← β₁m + (1 − β₁)g      v ← β₂v + (1 − β₂)g²
///     w ← w − rate·λ·w − rate·(m/(1 − β₁ᵗ))/(√(v/(1 − β₂ᵗ)) + ε)
public final class Adam: Optimizer {
  /// What it changes.
  public let parameters: [Parameter]
  /// The rate.
  public var learningRate: Double
  /// β₁ and β₂.
  public let betas: (Double, Double)
  /// ε.
  public let epsilon: Double
  /// λ.
  public let weightDecay: Double
  /// Which parameters the decay is for.
  public let decays: (Parameter) -> Bool
  /// t: how many steps were made; a tensor, so that it is kept with the moments.
  private let stepCount = Tensor(0, dtype: .float64)
  /// m and v of every parameter.
  private let moments: [(first: Tensor, second: Tensor)]

  /// An optimiser of these parameters.
  public init(
    _ parameters: [Parameter], learningRate: Double = 1e-3, betas: (Double, Double) = (0.9, 0.999),
    epsilon: Double = 1e-8, weightDecay: Double = 0, decays: @escaping (Parameter) -> Bool = { _ in true }
  ) {
    self.parameters = parameters
    self.learningRate = learningRate
    self.betas = betas
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.decays = decays
    moments = parameters.map {
      (.zeros($0.tensor.shape, dtype: $0.tensor.dtype), .zeros($0.tensor.shape, dtype: $0.tensor.dtype))
    }
  }

  /// How many steps were made.
  public var steps: Int { Int(stepCount.item) }

  /// One step.
  public func step() {
    stepCount.add(Tensor(1, dtype: .float64))
    var numbers = AdamStep(
      step: learningRate / (1 - power(betas.0, stepCount.item)), decay: 1, beta1: betas.0, beta2: betas.1,
      correction: (1 - power(betas.1, stepCount.item)).squareRoot(), epsilon: epsilon)
    for (parameter, moment) in zip(parameters, moments) {
      guard let gradient = parameter.tensor.gradient else { continue }
      numbers.decay = decays(parameter) ? 1 - learningRate * weightDecay : 1
      parameter.tensor.update(gradient, moment.first, moment.second, numbers)
    }
  }

  /// The moments, by the parameters' names with `.m` and `.v`, and the count of steps.
  public var state: [Parameter] {
    let moments = zip(parameters, moments).flatMap { parameter, moment in
      [Parameter("\(parameter.name).m", moment.first), Parameter("\(parameter.name).v", moment.second)]
    }
    return moments + [Parameter("steps", stepCount)]
  }
}

extension Tensor {
  fileprivate func update(_ gradient: Tensor, _ first: Tensor, _ second: Tensor, _ numbers: AdamStep) {
    switch dtype {
    case .float32: Float.adam(write(), gradient.read(), first.write(), second.write(), count, numbers)
    case .float64: Double.adam(write(), gradient.read(), first.write(), second.write(), count, numbers)
    }
  }
}
