import Activations

/// A network that remembers: h′ = f(W·x + b + U·h + c) (Elman 1990).
public struct RNN: Module {
  /// W, U, b and c.
  public let weights: RecurrentWeights
  /// f.
  public let activation: Activation

  /// A layer of `width` hidden numbers.
  public init(
    _ inputs: Int, _ width: Int, activation: Activation = .tanh, dtype: DType = .float32,
    using generator: inout SeededGenerator
  ) {
    weights = RecurrentWeights(inputs, width, gates: 1, dtype: dtype, using: &generator)
    self.activation = activation
  }

  /// The hidden states of all steps: [time, batch, inputs] → [time, batch, width].
  public func callAsFunction(_ x: Tensor, from hidden: Tensor? = nil) -> Tensor {
    walk(weights.sums(x, weights.inputBias + weights.hiddenBias), from: hidden)
  }

  /// The same for the vectors that an embedding has for tokens, [time, batch]; it takes half the work or less.
  public func callAsFunction(
    _ tokens: [[Int]], embedding: Embedding, from hidden: Tensor? = nil
  ) -> Tensor {
    walk(weights.sums(tokens, embedding, weights.inputBias + weights.hiddenBias), from: hidden)
  }

  /// One step, in single operations: [batch, inputs] and [batch, width] → [batch, width].
  public func step(_ x: Tensor, _ h: Tensor) -> Tensor {
    let w = weights
    return
      (x.linear(weight: w.inputWeight, bias: w.inputBias)
      + h.linear(weight: w.hiddenWeight, bias: w.hiddenBias))
      .map(activation)
  }

  /// Those of the weights.
  public var parameters: [Parameter] { weights.parameters }

  private func walk(_ sums: Tensor, from hidden: Tensor?) -> Tensor {
    let start = weights.start(hidden, for: sums)
    switch sums.dtype {
    case .float32: return walk(sums, start, Float.self)
    case .float64: return walk(sums, start, Double.self)
    }
  }

  private func walk<S: Scalar>(_ inputs: Tensor, _ start: Tensor, _: S.Type) -> Tensor {
    let walk = Recurrence(inputs, weights.hiddenWeight, S.self)
    // The state's share is added to that of the input in place: nothing else reads it.
    let (sums, outputs) = (inputs.detached, walk.states(walk.time))
    let transposed = withoutGradients { weights.hiddenWeight.transposed() }
    for t in 0..<walk.time {
      let z: UnsafeMutablePointer<S> = sums.write() + t * walk.gateCount
      walk.addProduct(
        walk.state(before: t, start, outputs), transposed,
        plus: Matrix(UnsafePointer(z), rowStep: walk.width), to: z)
      S.map(activation, z, outputs.write() + t * walk.stateCount, walk.stateCount)
    }
    let (states, activation) = (outputs.detached, activation)
    return outputs.computed(by: "rnn", from: [inputs, weights.hiddenWeight, start]) { gradient in
      let dsums = walk.gates(walk.time)
      let dh = Tensor.zeros(start.shape, dtype: start.dtype)
      for t in (0..<walk.time).reversed() {
        S.addScaled(1, gradient.read() + t * walk.stateCount, dh.write(), walk.stateCount)
        let dz: UnsafeMutablePointer<S> = dsums.write() + t * walk.gateCount
        S.pullback(activation, sums.read() + t * walk.gateCount, dh.read(), dz, walk.gateCount)
        walk.addPullback(dz, plus: nil, to: dh.write())
      }
      return [dsums, walk.weightGradient(dsums, start, states), dh]
    }
  }
}
