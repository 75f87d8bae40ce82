extension Activation {
  /// Every activation of the course, the simplest of a family first.
  public static let catalog: [Activation] = [
    identity, step, sigmoid, hardSigmoid, logSigmoid, tanh, hardTanh, tanhshrink, softsign, relu, relu6,
    leakyReLU, prelu, rreluEval, elu, celu, selu, gelu, geluTanh, quickGELU, silu, swishBeta, hardSwish, mish,
    softplus, softplusBeta2, shiftedSoftplus, squareplus, sparsePlus, sparseSigmoid, hardShrink, softShrink,
    threshold, reluSquared, starReLU, snake, sine, gaussian, atan, exponential, isru, isrlu, lisht, tanhExp,
    serf, xielu, dyt, derf, logitSoftcap, bentIdentity,
  ]

  /// The activation of this name in the catalogue; upper and lower case count.
  public static func named(_ name: String) -> Activation? {
    catalog.first { $0.name == name }
  }
}
