import Activations

/// (f(x·Gᵀ)∘(x·Uᵀ))·Dᵀ: the perceptron of today's language models (Shazeer 2020).
///
/// With SiLU it is SwiGLU, with GELU GEGLU, with the logistic function GLU.
public struct GatedFeedForward: Layer {
  /// G: what passes.
  public var gate: Linear
  /// U: what is let pass.
  public var up: Linear
  /// D: back to the width.
  public var down: Linear
  /// f.
  public let activation: Activation

  /// From `width` to `hidden` numbers and back.
  public init(
    _ width: Int, hidden: Int, activation: Activation = .silu,
    initialization: Initialization = .uniformByFanIn,
    dtype: DType = .float32, using generator: inout SeededGenerator
  ) {
    func linear(_ inputs: Int, _ outputs: Int) -> Linear {
      Linear(inputs, outputs, bias: false, initialization: initialization, dtype: dtype, using: &generator)
    }
    gate = linear(width, hidden)
    up = linear(width, hidden)
    down = linear(hidden, width)
    self.activation = activation
  }

  /// [batch…, width] → [batch…, width].
  public func callAsFunction(_ x: Tensor) -> Tensor { down(gate(x).map(activation) * up(x)) }

  /// Those of gate, up and down.
  public var parameters: [Parameter] {
    gate.parameters(in: "gate") + up.parameters(in: "up") + down.parameters(in: "down")
  }
}
