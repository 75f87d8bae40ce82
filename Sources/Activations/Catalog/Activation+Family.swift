extension Activation {
  /// What activations of the catalogue have in common by their shape, and by what they were made for.
  public enum Family: Sendable, Hashable, CaseIterable {
    /// From one level to another: they squash any number into an interval.
    case sCurve
    /// One side passes, the other is shut or nearly so.
    case rectifier
    /// Rectifiers with a round corner.
    case softRectifier
    /// They bend to a floor on the left.
    case exponentialUnit
    /// x times something that rises from 0 to 1.
    case selfGated
    /// Small numbers become 0.
    case shrinkage
    /// They repeat or fade.
    case waveOrBell
    /// What remains: the identity, and what leaves it by little or grows without end.
    case lineOrPower

    /// The name of all of them together, in prose.
    public var title: String {
      switch self {
      case .sCurve: "S-curves"
      case .rectifier: "rectifiers"
      case .softRectifier: "soft rectifiers"
      case .exponentialUnit: "exponential units"
      case .selfGated: "self-gated units"
      case .shrinkage: "shrinkage"
      case .waveOrBell: "waves and bells"
      case .lineOrPower: "lines and powers"
      }
    }

    /// The activations of the catalogue that belong to it, the best known first.
    public var members: [Activation] {
      switch self {
      case .sCurve:
        [
          .step, .sigmoid, .hardSigmoid, .sparseSigmoid, .tanh, .hardTanh, .softsign, .atan, .isru, .dyt,
          .derf, .logitSoftcap,
        ]
      case .rectifier:
        [.relu, .relu6, .leakyReLU, .prelu, .rreluEval, .threshold, .reluSquared, .starReLU]
      case .softRectifier:
        [.softplus, .softplusBeta2, .shiftedSoftplus, .squareplus, .sparsePlus, .logSigmoid]
      case .exponentialUnit: [.elu, .celu, .selu, .isrlu, .xielu]
      case .selfGated:
        [
          .gelu, .geluTanh, .quickGELU, .silu, .swishBeta, .hardSwish, .mish, .tanhExp, .serf, .lisht,
        ]
      case .shrinkage: [.tanhshrink, .hardShrink, .softShrink]
      case .waveOrBell: [.sine, .snake, .gaussian]
      case .lineOrPower: [.identity, .bentIdentity, .exponential]
      }
    }
  }
}
