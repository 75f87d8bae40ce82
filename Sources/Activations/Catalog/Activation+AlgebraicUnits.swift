extension Activation {
  /// x.
  public static let identity = Activation(
    "identity", formula: "x", derivativeFormula: "1", value: { Activations.identity($0) },
    derivative: identityDerivative, secondDerivative: identitySecondDerivative
  ).cataloged(
    as: Facts(
      "Identity", .increasing, .smooth, isOdd: true, lipschitz: 1, torchGain: 1,
      spellings: [
        Spelling(.pyTorch, "nn.Identity"), Spelling(.jax, "jax.nn.identity"),
        Spelling(.keras, "activations.linear"),
      ],
      usedIn: "the output layer of a regression, residual paths", source: ""),
    jet: { $0 },
    complex: { $0 })

  /// x/(1 + |x|).
  public static let softsign = Activation(
    "softsign", formula: #"\frac{x}{1 + |x|}"#, derivativeFormula: #"\frac{1}{(1 + |x|)^2}"#,
    kinks: [
      Kink(
        .curvature, at: 0, left: .init(0, 1, 2), right: .init(0, 1, -2), conventions: .everywhere(0, 1))
    ], range: -1...1, value: { Activations.softsign($0) }, derivative: softsignDerivative,
    secondDerivative: softsignSecondDerivative
  ).cataloged(
    as: Facts(
      "Softsign", .increasing, .onceDifferentiable, isOdd: true, lipschitz: 1,
      spellings: [
        Spelling(.pyTorch, "nn.Softsign"), Spelling(.jax, "jax.nn.soft_sign"),
        Spelling(.keras, "activations.softsign"),
      ],
      usedIn: "synthesis of speech (Deep Voice 3), flows",
      source: """
        Elliott 1993, ISR TR 93-8; Bergstra, Desjardins, Lamblin & Bengio 2009, Quadratic polynomials learn \
        better image features, TR 1337, Université de Montréal
        """,
      notes: ["At ±∞ value and slope are NaN in PyTorch and JAX, ∞/∞; the limits are ±1 and 0."]),
    jet: { x in x / (1 + abs(x)) }, kernel: .softsign)

  /// (x + √(x² + 4))/2.
  public static let squareplus = squareplus()

  /// (x + √(x² + b))/2, for b > 0.
  public static func squareplus(b: Double = 4) -> Activation {
    Activation(
      "squareplus", formula: #"\frac{x + \sqrt{x^2 + b}}{2}"#,
      derivativeFormula: #"\frac12\Bigl(1 + \frac{x}{\sqrt{x^2 + b}}\Bigr)"#, range: 0 ... .infinity,
      value: { Activations.squareplus($0, b: b) }, derivative: { squareplusDerivative($0, b: b) },
      secondDerivative: { squareplusSecondDerivative($0, b: b) }
    ).cataloged(
      as: Facts(
        "Squareplus", .increasing, .smooth, lipschitz: 1,
        spellings: [
          Spelling(.jax, "jax.nn.squareplus(b=4)"), Spelling(.keras, "activations.squareplus(b=4)"),
        ],
        usedIn: "heads for reflectance and radiance fields",
        source: "Barron 2021, Squareplus: a softplus-like algebraic rectifier, arXiv:2112.11687",
        notes: [
          "The documentation of Keras credits Ramachandran and others 2021; it is Barron 2021.",
          "On the left the sum cancels; (b/2)/(√(x² + b) − x) does not.",
        ]),
      parameters: [Parameter("b", "b", b)],
      jet: { squareplusFormula($0, b) },
      complex: { squareplusFormula($0, b) })
  }

  /// x/√(1 + x²).
  public static let isru = isru()

  /// x/√(1 + αx²), for α > 0.
  public static func isru(alpha: Double = 1) -> Activation {
    let bound = 1 / alpha.squareRoot()
    return Activation(
      "isru", formula: #"\frac{x}{\sqrt{1 + \alpha x^2}}"#,
      derivativeFormula: #"\bigl(1 + \alpha x^2\bigr)^{-3/2}"#, range: -bound...bound,
      value: { Activations.isru($0, alpha: alpha) }, derivative: { isruDerivative($0, alpha: alpha) },
      secondDerivative: { isruSecondDerivative($0, alpha: alpha) }
    ).cataloged(
      as: Facts(
        "ISRU", .increasing, .smooth, isOdd: true, lipschitz: 1,
        usedIn: "a cheap replacement of tanh", source: isruSource,
        notes: ["x² overflows from 1.4e154 on, where the textbook formula gives 0 instead of ±1/√α."]),
      parameters: [Parameter("alpha", #"\alpha"#, alpha)],
      jet: { isruFormula($0, alpha) },
      complex: { isruFormula($0, alpha) })
  }

  /// x on the right and x/√(1 + x²) on the left.
  public static let isrlu = isrlu()

  /// x on the right and x/√(1 + αx²) on the left, for α > 0.
  public static func isrlu(alpha: Double = 1) -> Activation {
    Activation(
      "isrlu", formula: #"\begin{cases} x & x \ge 0 \\ \frac{x}{\sqrt{1 + \alpha x^2}} & x < 0 \end{cases}"#,
      derivativeFormula: #"\begin{cases} 1 & x \ge 0 \\ (1 + \alpha x^2)^{-3/2} & x < 0 \end{cases}"#,
      range: -1 / alpha.squareRoot() ... .infinity, value: { Activations.isrlu($0, alpha: alpha) },
      derivative: { isrluDerivative($0, alpha: alpha) },
      secondDerivative: { isrluSecondDerivative($0, alpha: alpha) }
    ).cataloged(
      as: Facts(
        "ISRLU", .increasing, .twiceDifferentiable, lipschitz: 1,
        usedIn: "a cheap replacement of ELU", source: isruSource,
        notes: ["Value, slope and curvature pass smoothly through 0; the third derivative jumps there."]),
      parameters: [Parameter("alpha", #"\alpha"#, alpha)],
      jet: { x in x >= 0 ? x : isruFormula(x, alpha) })
  }

  private static let isruSource = """
    Carlile, Delamarter, Kinney, Marti & Whitney 2017, Improving deep learning by inverse square root linear \
    units (ISRLUs), arXiv:1710.09967
    """

  /// (√(x² + 1) − 1)/2 + x.
  public static let bentIdentity = Activation(
    "bentIdentity", formula: #"\frac{\sqrt{x^2 + 1} - 1}{2} + x"#,
    derivativeFormula: #"\frac{x}{2\sqrt{x^2 + 1}} + 1"#, value: { Activations.bentIdentity($0) },
    derivative: bentIdentityDerivative, secondDerivative: bentIdentitySecondDerivative
  ).cataloged(
    as: Facts(
      "Bent identity", .increasing, .smooth, lipschitz: 1.5,
      usedIn: "catalogues of activations", source: "",
      notes: [
        "Where it comes from is not known.",
        "√(x² + 1) − 1 cancels near 0; x²/(√(x² + 1) + 1) does not.",
      ]),
    jet: { bentIdentityFormula($0) },
    complex: { bentIdentityFormula($0) })
}

private func squareplusFormula<T: ElementaryNumber>(_ x: T, _ b: Double) -> T {
  (x + sqrt(x * x + T(b))) / 2
}

private func isruFormula<T: ElementaryNumber>(_ x: T, _ alpha: Double) -> T {
  x / sqrt(1 + T(alpha) * x * x)
}

private func bentIdentityFormula<T: ElementaryNumber>(_ x: T) -> T {
  (sqrt(x * x + 1) - 1) / 2 + x
}
