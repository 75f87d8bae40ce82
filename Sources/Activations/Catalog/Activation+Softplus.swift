extension Activation {
  /// log(1 + eˣ).
  public static let softplus = softplus(beta: 1)

  /// log(1 + e²ˣ)/2.
  public static let softplusBeta2 = softplus(beta: 2).renamed("softplusBeta2")

  /// log(1 + e^(βx))/β, for β > 0.
  public static func softplus(beta: Double) -> Activation {
    require(beta > 0 && beta < .infinity, "softplus bends for a finite β > 0, not for \(beta)")
    let isPlain = beta == 1
    return Activation(
      "softplus", formula: isPlain ? #"\ln(1 + e^x)"# : #"\frac{1}{\beta}\ln(1 + e^{\beta x})"#,
      derivativeFormula: isPlain ? #"\sigma(x)"# : #"\sigma(\beta x)"#, range: 0 ... .infinity,
      value: { Activations.softplus($0, beta: beta) },
      derivative: { softplusDerivative($0, beta: beta) },
      secondDerivative: { softplusSecondDerivative($0, beta: beta) }
    ).cataloged(
      as: softplusFacts(beta), parameters: [Parameter("beta", #"\beta"#, beta)],
      jet: { Formula.softplus($0, beta: beta) }, complex: { Formula.softplus($0, beta: beta) },
      kernel: isPlain ? .softplus : nil)
  }

  private static func softplusFacts(_ beta: Double) -> Facts {
    let others = [Spelling(.jax, "jax.nn.softplus"), Spelling(.keras, "activations.softplus")]
    return Facts(
      beta == 1 ? "Softplus" : "Softplus with β", .increasing, .smooth, lipschitz: 1,
      spellings: beta == 1
        ? [Spelling(.pyTorch, "nn.Softplus(beta=1, threshold=20)")] + others
        : [Spelling(.pyTorch, "nn.Softplus(beta=β, threshold=20)")],
      usedIn: "variances (VAE), the time steps of Mamba; with β = 100 the surfaces of NeuS and IDR",
      source: """
        Dugas, Bengio, Bélisle, Nadeau and Garcia 2001, Incorporating second-order functional knowledge for \
        better option pricing, NIPS 13
        """,
      notes: [
        "PyTorch goes over to x where βx > threshold = 20: just above, the slope is then off by 2·10⁻⁹.",
        "JAX and Keras have no β.",
        "log(1 + eˣ) as written overflows at 710 and has lost its digits by −37.",
      ])
  }

  /// log(1 + eˣ) − log 2.
  public static let shiftedSoftplus = Activation(
    "shiftedSoftplus", formula: #"\ln(1 + e^x) - \ln 2"#, derivativeFormula: #"\sigma(x)"#,
    range: -0.6931471805599453 ... .infinity,
    value: Activations.shiftedSoftplus, derivative: shiftedSoftplusDerivative,
    secondDerivative: shiftedSoftplusSecondDerivative
  ).cataloged(
    as: Facts(
      "Shifted softplus", .increasing, .smooth, lipschitz: 1,
      usedIn: "SchNet and other networks for molecules",
      source: "Schütt et al. 2017, SchNet, NIPS",
      notes: [
        "The subtraction loses every digit near 0, where the function is x/2; log1p(expm1(x)/2) does not."
      ]
    ),
    jet: Formula.shiftedSoftplus, complex: Formula.shiftedSoftplus)
}
