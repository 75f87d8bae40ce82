import Activations

/// Layers one after the other.
public struct Sequential: Layer {
  /// The layers, the first one first.
  public let layers: [any Layer]

  /// Layers one after the other: `Sequential(first, Apply(.relu), second)`.
  public init(_ layers: any Layer...) { self.layers = layers }

  /// Each layer applied to what the one before gives.
  public func callAsFunction(_ x: Tensor) -> Tensor { layers.reduce(x) { $1($0) } }

  /// Those of all layers, as in PyTorch: `0.weight`.
  public var parameters: [Parameter] {
    layers.enumerated().flatMap { $1.parameters(in: "\($0)") }
  }

  /// Tells all layers.
  public func setTraining(_ isTraining: Bool) {
    for layer in layers { layer.setTraining(isTraining) }
  }
}

/// An activation as a layer: `Apply(.relu)`.
public struct Apply: Layer {
  /// What is applied to every number.
  public let activation: Activation

  /// A layer that applies an activation.
  public init(_ activation: Activation) { self.activation = activation }

  /// The activation of every number.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.map(activation) }

  /// None: the numbers in its formula are not trained.
  public var parameters: [Parameter] { [] }
}

/// Linear layers with an activation between them: a multilayer perceptron.
public struct MLP: Layer {
  /// The linear layers.
  public let layers: [Linear]
  /// What is between them.
  public let activation: Activation

  /// A perceptron of these widths, inputs first: `MLP([64, 128, 10], activation: .relu, using: &generator)`.
  public init(
    _ widths: [Int], activation: Activation, initialization: Initialization = .uniformByFanIn,
    dtype: DType = .float32, using generator: inout SeededGenerator
  ) {
    require(widths.count >= 2, "a perceptron has inputs and outputs; \(widths) is too short")
    layers = zip(widths, widths.dropFirst()).map {
      Linear($0, $1, initialization: initialization, dtype: dtype, using: &generator)
    }
    self.activation = activation
  }

  /// The last layer's sums, without an activation behind them.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    layers.dropFirst().reduce(layers[0](x)) { $1($0.map(activation)) }
  }

  /// Those of all layers: `layers.0.weight`.
  public var parameters: [Parameter] {
    layers.enumerated().flatMap { $1.parameters(in: "layers.\($0)") }
  }
}

/// Forgets numbers at random, while training (Srivastava and others 2014).
public final class Dropout: Layer {
  /// The probability with which a number is replaced by 0.
  public let rate: Double
  /// Whether numbers are forgotten; without, the layer does nothing.
  public var isTraining = true
  private var generator: SeededGenerator

  /// A layer that forgets with this probability, by random numbers of its own.
  public init(_ rate: Double, using generator: inout SeededGenerator) {
    require((0..<1).contains(rate), "a dropout rate is in 0..<1, not \(rate)")
    self.rate = rate
    self.generator = SeededGenerator(seed: generator.next())
  }

  /// The numbers that are kept, divided by 1 − rate.
  public func callAsFunction(_ x: Tensor) -> Tensor { isTraining ? x.dropout(rate, using: &generator) : x }

  /// None.
  public var parameters: [Parameter] { [] }

  /// Sets `isTraining`.
  public func setTraining(_ isTraining: Bool) { self.isTraining = isTraining }
}
