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

  /// The state before the first step, where none is given.
  func start(for x: Tensor) -> Tensor { .zeros([x.shape[x.rank - 2], width], dtype: x.dtype) }

  func check(_ x: Tensor) {
    precondition(
      x.rank == 3 && x.shape[2] == inputWeight.shape[1],
      "a recurrent layer of \(inputWeight.shape[1]) inputs needs [time, batch, inputs], not \(x.shape)")
  }
}
