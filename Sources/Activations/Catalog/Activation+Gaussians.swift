extension Activation {
  /// x·Φ(x).
  public static let gelu = Activation(
    "gelu", formula: #"x\,\Phi(x) = \frac{x}{2}\left(1 + \operatorname{erf}\frac{x}{\sqrt 2}\right)"#,
    derivativeFormula: #"\Phi(x) + x\,\varphi(x)"#, range: -0.16997120747990366 ... .infinity,
    value: Activations.gelu, derivative: geluDerivative, secondDerivative: geluSecondDerivative
  ).cataloged(
    as: Facts(
      "GELU", .none, .smooth, lipschitz: 1.1289041451851547,
      minimum: Extremum(-0.16997120747990366, at: -0.7517915246935645),
      spellings: [
        Spelling(.pyTorch, "nn.GELU(approximate='none')"), Spelling(.jax, "jax.nn.gelu(approximate=False)"),
        Spelling(.keras, "activations.gelu(approximate=False)"),
      ],
      usedIn: "BERT, RoBERTa, ViT, Whisper, ConvNeXt", source: gaussianErrorPaper,
      notes: [
        "PyTorch and Keras mean this one when nothing is said, JAX means the approximation through tanh.",
        "1 + erf(x/√2) has lost its digits by −5.5 in single precision and is 0 below −8.3 in double.",
        "The slope is largest at √2 exactly, for f″ = φ(x)·(2 − x²).",
      ]),
    jet: Formula.gelu, complex: Formula.gelu, kernel: .gelu)

  /// x/2·(1 + tanh(√(2/π)·(x + 0.044715x³))).
  public static let geluTanh = Activation(
    "geluTanh",
    formula: #"\frac{x}{2}\bigl(1 + \tanh u\bigr),\quad u = \sqrt{\tfrac{2}{\pi}}\,(x + 0.044715\,x^3)"#,
    derivativeFormula:
      #"\sigma(2u) + 2x\,\sigma(2u)\,\sigma(-2u)\,u',\quad u' = \sqrt{\tfrac{2}{\pi}}\,(1 + 0.134145\,x^2)"#,
    range: -0.17004075057125406 ... .infinity,
    value: Activations.geluTanh, derivative: geluTanhDerivative, secondDerivative: geluTanhSecondDerivative
  ).cataloged(
    as: Facts(
      "GELU through tanh", .none, .smooth, lipschitz: 1.1289930686587717,
      minimum: Extremum(-0.17004075057125406, at: -0.7524614220710163),
      spellings: [
        Spelling(.pyTorch, "nn.GELU(approximate='tanh')"), Spelling(.jax, "jax.nn.gelu(approximate=True)"),
        Spelling(.keras, "activations.gelu(approximate=True)"),
      ],
      usedIn: "GPT-2, GPT-3, T5 v1.1, Gemma", source: gaussianErrorPaper,
      notes: [
        "JAX means this one when nothing is said, PyTorch and Keras mean the exact one.",
        "It differs from GELU by at most 4.732·10⁻⁴, at ±2.699.",
        "1 + tanh u is 0 from −7.2 on in double precision; 2σ(2u) is not.",
      ]),
    jet: Formula.geluTanh, complex: Formula.geluTanh, kernel: .geluTanh)

  private static let gaussianErrorPaper =
    "Hendrycks and Gimpel 2016, Gaussian error linear units (GELUs), arXiv:1606.08415"

  /// e^(−x²).
  public static let gaussian = Activation(
    "gaussian", formula: #"e^{-x^2}"#, derivativeFormula: #"-2x\,e^{-x^2}"#, range: 0...1,
    value: { Activations.gaussian($0) }, derivative: gaussianDerivative,
    secondDerivative: gaussianSecondDerivative
  ).cataloged(
    as: Facts(
      "Gaussian", .none, .smooth, lipschitz: 0.8577638849607068,
      usedIn: "networks of radial basis functions, coordinate networks",
      source: """
        Broomhead and Lowe 1988, Multivariable functional interpolation and adaptive networks, Complex \
        Systems 2; Ramasinghe and Lucey 2022, Beyond periodicity, ECCV
        """,
      notes: [
        "The exponential multiplies the rounding of x² by x²: hundreds of units in the last place at 27."
      ]),
    jet: Formula.gaussian, complex: Formula.gaussian)

  /// erf(x/2).
  public static let derf = derf(alpha: 0.5)

  /// erf(αx), for α ≠ 0.
  public static func derf(alpha: Double) -> Activation {
    require(alpha != 0 && alpha.isFinite, "Derf needs a finite α other than 0, not \(alpha)")
    return Activation(
      "derf", formula: #"\operatorname{erf} \alpha x"#,
      derivativeFormula: #"\frac{2\alpha}{\sqrt\pi}\,e^{-\alpha^2 x^2}"#, range: -1...1,
      value: { Activations.derf($0, alpha: alpha) }, derivative: { derfDerivative($0, alpha: alpha) },
      secondDerivative: { derfSecondDerivative($0, alpha: alpha) }
    ).cataloged(
      as: derfFacts(alpha), parameters: [Parameter("alpha", #"\alpha"#, alpha)],
      jet: { Formula.derf($0, alpha: alpha) }, complex: { Formula.derf($0, alpha: alpha) })
  }

  private static func derfFacts(_ alpha: Double) -> Facts {
    Facts(
      "Derf", alpha > 0 ? .increasing : .none, .smooth, isOdd: true,
      lipschitz: derfDerivative(0, alpha: alpha.magnitude),
      usedIn: "transformers without normalisation",
      source: "Chen, Lu, Zhu, Sun and Liu 2025, Stronger normalization-free transformers, arXiv:2512.10938",
      notes: ["α is learned; so are a shift s inside and a weight γ and a shift β outside, here 0, 1 and 0."])
  }
}
