/// A tensor that training changes, under the name it has in its model: `blocks.0.attention.query.weight`.
///
/// Most are changed along their gradients; those that need none, as the running means of a `BatchNorm2d`, otherwise.
public struct Parameter {
  /// The name.
  public var name: String
  /// The tensor; all copies of the parameter are the same one.
  public var tensor: Tensor

  /// A parameter of this name.
  public init(_ name: String, _ tensor: Tensor) {
    self.name = name
    self.tensor = tensor
  }

  /// Whether this is a matrix of weights and not a bias or the gain of a normalization: what weight decay is for.
  ///
  /// `Adam(model.parameters, weightDecay: 0.1, decays: \.isMatrix)` leaves the others alone, as GPT-3's training did.
  public var isMatrix: Bool { tensor.rank >= 2 }
}

/// A part of a model, or a model: something with parameters.
///
/// Copies share their parameters.
public protocol Module {
  /// The parameters, in the order in which they are made, each under a name of its own.
  ///
  /// Whatever a trained model consists of is among them, so that a checkpoint holds it all.
  var parameters: [Parameter] { get }

  /// Tells the parts that compute differently while training, as `Dropout` does, whether training goes on.
  ///
  /// A module of one's own hands it on to such parts; without an implementation it does nothing.
  func setTraining(_ isTraining: Bool)
}

/// A module that turns one tensor into another.
public protocol Layer: Module {
  /// The layer's output for the input `x`.
  func callAsFunction(_ x: Tensor) -> Tensor
}

extension Module {
  /// Nothing: the module computes the same while training and afterwards.
  public func setTraining(_ isTraining: Bool) {}

  /// How many numbers training may change.
  public var parameterCount: Int {
    trainableParameters.reduce(0) { $0 + $1.tensor.count }
  }

  /// The parameters, each name behind that of the part: `layers.0.weight`.
  public func parameters(in part: String) -> [Parameter] {
    parameters.map { Parameter("\(part).\($0.name)", $0.tensor) }
  }

  /// The parameters that training changes.
  public var trainableParameters: [Parameter] { parameters.filter(\.tensor.requiresGradient) }

  /// Keeps training from changing the parameters.
  public func freeze() {
    for parameter in parameters { parameter.tensor.requiringGradient(false) }
  }

  /// Forgets the gradients, so that the next `backward()` starts from zero.
  public func zeroGradients() {
    for parameter in parameters { parameter.tensor.gradient = nil }
  }
}
