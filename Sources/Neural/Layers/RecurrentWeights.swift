/// What the recurrent layers have in common: the weights of the input and of the hidden state.
public struct RecurrentWeights: Module {
  /// [gates·width, inputs].
  public let inputWeight: Tensor
  /// [gates·width, width].
  public let hiddenWeight: Tensor
  /// [gates·width].
  public let inputBias: Tensor
  /// [gates·width].
  public let hiddenBias: Tensor
  /// How many numbers the hidden state has.
  public let width: Int

  /// Weights for `gates` gates of `width` numbers; all start within ±1/√width, as in PyTorch.
  init(_ inputs: Int, _ width: Int, gates: Int, dtype: DType, using generator: inout SeededGenerator) {
    func start(_ shape: [Int]) -> Tensor {
      Initialization.uniformByFanIn(shape, fanIn: width, fanOut: width, dtype: dtype, using: &generator)
        .requiringGradient()
    }
    inputWeight = start([gates * width, inputs])
    hiddenWeight = start([gates * width, width])
    inputBias = start([gates * width])
    hiddenBias = start([gates * width])
    self.width = width
  }

  /// The four, by PyTorch's names for the first layer.
  public var parameters: [Parameter] {
    [
      Parameter("weight_ih_l0", inputWeight), Parameter("weight_hh_l0", hiddenWeight),
      Parameter("bias_ih_l0", inputBias), Parameter("bias_hh_l0", hiddenBias),
    ]
  }

  /// What the input gives the gates at every step: W·x + bias.
  func sums(_ x: Tensor, _ bias: Tensor) -> Tensor {
    require(
      x.rank == 3 && x.shape[2] == inputWeight.shape[1],
      "a recurrent layer of \(inputWeight.shape[1]) inputs needs [time, batch, inputs], not \(x.shape)")
    require(x.shape[0] > 0, "a recurrent layer needs at least one step, not the shape \(x.shape)")
    return x.linear(weight: inputWeight, bias: bias)
  }

  /// The same for tokens: row t of W·E + bias, for E the embedding's vectors.
  ///
  /// There are fewer tokens in an alphabet than in a batch, so there is less to multiply, forward and back.
  func sums(_ tokens: [[Int]], _ embedding: Embedding, _ bias: Tensor) -> Tensor {
    require(!tokens.isEmpty, "a recurrent layer needs at least one step")
    return Embedding(weight: embedding.weight.linear(weight: inputWeight, bias: bias))(tokens)
  }

  /// The state before the first step: the given one, or zeros.
  func start(_ given: Tensor?, for sums: Tensor) -> Tensor {
    let shape = [sums.shape[1], width]
    guard let given else { return .zeros(shape, dtype: sums.dtype) }
    require(
      given.shape == shape && given.dtype == sums.dtype,
      "a first state of shape \(given.shape) and precision \(given.dtype) does not fit \(shape) and \(sums.dtype)"
    )
    return given
  }
}
