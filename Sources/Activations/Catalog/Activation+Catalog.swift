extension Activation {
  /// Every activation of the course.
  public static let catalog: [Activation] = [
    identity, step, sigmoid, hardSigmoid, tanh, hardTanh, softsign, relu, relu6, leakyReLU, prelu, rreluEval,
    elu, celu, selu, gelu, silu, hardSwish, softplus, squareplus, sparsePlus, sparseSigmoid, hardShrink,
    softShrink, threshold, reluSquared, starReLU, isru, isrlu, xielu, bentIdentity,
  ]

  /// The activation of this name in the catalogue.
  public static func named(_ name: String) -> Activation? {
    catalog.first { $0.name == name }
  }
}
