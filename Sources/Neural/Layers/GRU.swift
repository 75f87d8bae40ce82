import Activations

/// The gated recurrent unit (Cho and others 2014), in PyTorch's form.
///
///     r = σ(Wᵣx + Uᵣh)   z = σ(W_z x + U_z h)   n = tanh(Wₙx + r∘(Uₙh))
///     h′ = (1 − z)∘n + z∘h
///
/// The three gates lie side by side in the weights, in this order; both W and U have biases.
public struct GRU: Module {
  /// The weights of all gates.
  public let weights: RecurrentWeights

  /// A layer of `width` hidden numbers.
  public init(_ inputs: Int, _ width: Int, dtype: DType = .float32, using generator: inout SeededGenerator) {
    weights = RecurrentWeights(inputs, width, gates: 3, dtype: dtype, using: &generator)
  }

  /// The hidden states of all steps: [time, batch, inputs] → [time, batch, width].
  public func callAsFunction(_ x: Tensor, from hidden: Tensor? = nil) -> Tensor {
    walk(weights.sums(x, weights.inputBias), from: hidden)
  }

  /// The same for the vectors that an embedding has for tokens, [time, batch]; it takes half the work or less.
  public func callAsFunction(
    _ tokens: [[Int]], embedding: Embedding, from hidden: Tensor? = nil
  ) -> Tensor {
    walk(weights.sums(tokens, embedding, weights.inputBias), from: hidden)
  }

  /// One step, in single operations: [batch, inputs] and [batch, width] → [batch, width].
  public func step(_ x: Tensor, _ h: Tensor) -> Tensor {
    let w = weights
    let fromInput = x.linear(weight: w.inputWeight, bias: w.inputBias)
    let fromState = h.linear(weight: w.hiddenWeight, bias: w.hiddenBias)
    func gate(_ sums: Tensor, _ i: Int) -> Tensor { sums.slice(i * w.width..<(i + 1) * w.width, axis: 1) }
    let r = (gate(fromInput, 0) + gate(fromState, 0)).sigmoid()
    let z = (gate(fromInput, 1) + gate(fromState, 1)).sigmoid()
    let n = (gate(fromInput, 2) + r * gate(fromState, 2)).tanh()
    return (1 - z) * n + z * h
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
    let bias = weights.hiddenBias
    // What the input gives the gates becomes their values, in place: nothing else reads it.
    let (gates, recurrent, outputs) = (inputs.detached, walk.gates(walk.time), walk.states(walk.time))
    let transposed = withoutGradients { weights.hiddenWeight.transposed() }
    for t in 0..<walk.time {
      let (h, sums) = (walk.state(before: t, start, outputs), recurrent.write(S.self) + t * walk.gateCount)
      walk.addProduct(h, transposed, plus: Matrix(bias.read(), rowStep: 0), to: sums)
      S.gru(
        gates.write() + t * walk.gateCount, sums, h, outputs.write() + t * walk.stateCount, walk.batch,
        walk.width)
    }
    let states = outputs.detached
    return outputs.computed(by: "gru", from: [inputs, weights.hiddenWeight, bias, start]) { gradient in
      Self.pullback(walk, gradient, gates, recurrent, (start, states))
    }
  }

  /// The gradients of the input's sums, the weights and biases of the state, and the first state, which is carried from
  /// step to step.
  private static func pullback<S: Scalar>(
    _ walk: Recurrence<S>, _ gradient: Tensor, _ gates: Tensor, _ recurrent: Tensor,
    _ hidden: (start: Tensor, all: Tensor)
  ) -> [Tensor?] {
    let (dgates, drecurrent) = (walk.gates(walk.time), walk.gates(walk.time))
    let dh = Tensor.zeros(hidden.start.shape, dtype: gates.dtype)
    for t in (0..<walk.time).reversed() {
      let at = t * walk.gateCount
      S.addScaled(1, gradient.read() + t * walk.stateCount, dh.write(), walk.stateCount)
      S.gruPullback(
        gates.read() + at, recurrent.read() + at, walk.state(before: t, hidden.start, hidden.all), dh.write(),
        dgates.write() + at, drecurrent.write() + at, walk.batch, walk.width)
      walk.addPullback(
        drecurrent.read() + at, plus: Matrix(dh.read(), rowStep: walk.width), to: dh.write())
    }
    let dbias = drecurrent.reshaped([-1, walk.gateWidth]).sum(axis: 0)
    return [dgates, walk.weightGradient(drecurrent, hidden.start, hidden.all), dbias, dh]
  }
}
