import Activations

/// A network that feeds its output back (Jordan 1986).
///
///     s_t = μ·s_(t−1) + y_(t−1)
///     h_t = f(W·x_t + U·s_t + b)
///     y_t = V·h_t + c
///
/// An `RNN` (Elman 1990) feeds h back instead: as many numbers as there are hidden units. Here the memory is as narrow
/// as the output. With μ = 0 it is the last output alone.
public struct JordanNetwork: Layer {
  /// W and b: [width, inputs].
  public let input: Linear
  /// U: [width, outputs].
  public let feedback: Linear
  /// V and c: [outputs, width].
  public let output: Linear
  /// f.
  public let activation: Activation
  /// μ.
  public let decay: Double

  /// A network of `width` hidden units; all weights start within ±1/√n for n inputs of their layer.
  public init(
    _ inputs: Int, _ width: Int, _ outputs: Int, activation: Activation = .tanh, decay: Double = 0,
    using generator: inout SeededGenerator
  ) {
    input = Linear(inputs, width, using: &generator)
    feedback = Linear(outputs, width, bias: false, using: &generator)
    output = Linear(width, outputs, using: &generator)
    self.activation = activation
    self.decay = decay
  }

  /// The outputs of all steps: [time, batch, inputs] → [time, batch, outputs].
  public func callAsFunction(_ x: Tensor) -> Tensor {
    require(x.rank == 3, "a Jordan network needs [time, batch, inputs], not \(x.shape)")
    let (time, batch, width) = (x.shape[0], x.shape[1], output.weight.shape[0])
    let sums = input(x)
    var state = Tensor.zeros([batch, width])
    let outputs = (0..<time).map { t in
      let y = output((sums.slice(t..<t + 1).reshaped([batch, -1]) + feedback(state)).map(activation))
      state = decay == 0 ? y : decay * state + y
      return y.reshaped([1, batch, width])
    }
    return .concatenated(outputs)
  }

  /// Those of the three layers.
  public var parameters: [Parameter] {
    input.parameters(in: "input") + feedback.parameters(in: "feedback") + output.parameters(in: "output")
  }
}
