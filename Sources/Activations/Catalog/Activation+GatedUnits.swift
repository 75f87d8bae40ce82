extension Activation {
  /// x·σ(x).
  public static let silu = Activation(
    "silu", formula: #"x\,\sigma(x)"#,
    derivativeFormula: #"\sigma(x)\,\bigl(1 + x\,\sigma(-x)\bigr)"#,
    range: -0.2784645427610738 ... .infinity,
    value: Activations.silu, derivative: siluDerivative, secondDerivative: siluSecondDerivative
  ).cataloged(
    as: Facts(
      "SiLU (Swish-1)", .none, .smooth, lipschitz: 1.099839320128867,
      minimum: Extremum(-0.2784645427610738, at: -1.2784645427610737),
      spellings: [
        Spelling(.pyTorch, "nn.SiLU()"), Spelling(.jax, "jax.nn.silu"), Spelling(.keras, "activations.silu"),
      ],
      usedIn: "EfficientNet, YOLOv5 and later, diffusion U-Nets; in SwiGLU: LLaMA, PaLM",
      source: """
        Hendrycks and Gimpel 2016 (the name), arXiv:1606.08415; Elfwing, Uchibe and Doya 2018, \
        Sigmoid-weighted linear units, Neural Networks 107; Ramachandran, Zoph and Le 2017, arXiv:1710.05941
        """,
      notes: [
        "The least value is −W(1/e), at −1 − W(1/e), with Lambert's W.",
        "x times a σ that is already subnormal has lost its digits near −740; (x·e^(x/2))·e^(x/2) has not.",
      ]),
    jet: { Formula.swish($0, beta: 1) }, complex: { Formula.swish($0, beta: 1) }, kernel: .silu)

  /// x·σ(1.5x).
  public static let swishBeta = swish(beta: 1.5).renamed("swishBeta")

  /// x·σ(βx), for β > 0.
  public static func swish(beta: Double) -> Activation {
    require(beta > 0 && beta < .infinity, "Swish needs a finite β > 0, not \(beta)")
    let minimum = Extremum(
      (Pair(high: -0.2784645427610738, low: 1.5523606315812798e-18) / beta).value,
      at: (Pair(high: -1.2784645427610737, low: -1.0946994183093437e-16) / beta).value)
    return Activation(
      "swish", formula: #"x\,\sigma(\beta x)"#,
      derivativeFormula: #"\sigma(\beta x)\,\bigl(1 + \beta x\,\sigma(-\beta x)\bigr)"#,
      range: minimum.value ... .infinity,
      value: { Activations.swish($0, beta: beta) }, derivative: { swishDerivative($0, beta: beta) },
      secondDerivative: { swishSecondDerivative($0, beta: beta) }
    ).cataloged(
      as: swishFacts(minimum), parameters: [Parameter("beta", #"\beta"#, beta)],
      jet: { Formula.swish($0, beta: beta) }, complex: { Formula.swish($0, beta: beta) })
  }

  private static func swishFacts(_ minimum: Extremum) -> Facts {
    Facts(
      "Swish", .none, .smooth, lipschitz: 1.099839320128867,
      minimum: minimum,
      usedIn: "variants of EfficientNet",
      source: "Ramachandran, Zoph and Le 2017, Searching for activation functions, arXiv:1710.05941",
      notes: [
        "β is learned, from 1; frameworks have β = 1 only, as SiLU.",
        "The Lipschitz constant is the same for every β, for β only stretches both axes.",
      ])
  }

  /// x·σ(1.702x).
  public static let quickGELU = Activation(
    "quickGELU", formula: #"x\,\sigma(1.702\,x)"#,
    derivativeFormula: #"\sigma(bx)\,\bigl(1 + bx\,\sigma(-bx)\bigr),\quad b = 1.702"#,
    range: -0.16361018963635357 ... .infinity,
    value: Activations.quickGELU, derivative: quickGELUDerivative,
    secondDerivative: quickGELUSecondDerivative
  ).cataloged(
    as: Facts(
      "QuickGELU", .none, .smooth, lipschitz: 1.099839320128867,
      minimum: Extremum(-0.16361018963635357, at: -0.751154255441289),
      usedIn: "CLIP", source: "Hendrycks and Gimpel 2016, Gaussian error linear units, arXiv:1606.08415",
      notes: [
        "It is SiLU(1.702x)/1.702, and differs from GELU by at most 0.0203, at ±2.27.",
        "The Double next to 1.702 in its place costs a hundred units in the last place near −365.",
      ]),
    jet: { Formula.swish($0, beta: 1.702) }, complex: { Formula.swish($0, beta: 1.702) }, kernel: .quickGELU)

  /// x·tanh(softplus(x)).
  public static let mish = Activation(
    "mish", formula: #"x \tanh\bigl(\ln(1 + e^x)\bigr)"#,
    derivativeFormula: #"\tanh s + x\,\sigma(x) \operatorname{sech}^2 s,\quad s = \ln(1 + e^x)"#,
    range: -0.30884341301725043 ... .infinity,
    value: Activations.mish, derivative: mishDerivative, secondDerivative: mishSecondDerivative
  ).cataloged(
    as: Facts(
      "Mish", .none, .smooth, lipschitz: 1.088498161251728,
      minimum: Extremum(-0.30884341301725043, at: -1.1924312145154952),
      spellings: [
        Spelling(.pyTorch, "nn.Mish()"), Spelling(.jax, "jax.nn.mish"), Spelling(.keras, "activations.mish"),
      ],
      usedIn: "YOLOv4",
      source: """
        Misra 2020, Mish: a self regularized non-monotonic activation function, BMVC, arXiv:1908.08681
        """,
      notes: ["With w = eˣ(eˣ + 2) it is x·w/(w + 2), which needs one exponential and no logarithm."]),
    jet: Formula.mish, complex: Formula.mish, kernel: .mish)

  /// x·tanh(eˣ).
  public static let tanhExp = Activation(
    "tanhExp", formula: #"x \tanh e^x"#,
    derivativeFormula: #"\tanh e^x + x\,e^x \operatorname{sech}^2 e^x"#,
    range: -0.35328577784821125 ... .infinity,
    value: Activations.tanhExp, derivative: tanhExpDerivative, secondDerivative: tanhExpSecondDerivative
  ).cataloged(
    as: Facts(
      "TanhExp (TeLU)", .none, .smooth, lipschitz: 1.061975308717916,
      minimum: Extremum(-0.35328577784821125, at: -1.078860058464624),
      usedIn: "light networks for vision",
      source: """
        Liu and Di 2020, TanhExp: a smooth activation function with high convergence speed for lightweight \
        neural networks, arXiv:2003.09855
        """,
      notes: [
        "TeLU (Fernandez and Mali 2024, arXiv:2402.02790) is the same function.",
        "eˣ·sech²(eˣ) as written is ∞·0 above 709.",
      ]),
    jet: Formula.tanhExp, complex: Formula.tanhExp)

  /// x·erf(softplus(x)).
  public static let serf = Activation(
    "serf", formula: #"x \operatorname{erf}\bigl(\ln(1 + e^x)\bigr)"#,
    derivativeFormula:
      #"\operatorname{erf} s + \frac{2}{\sqrt\pi}\,x\,\sigma(x)\,e^{-s^2},\quad s = \ln(1 + e^x)"#,
    range: -0.3484374587596064 ... .infinity,
    value: Activations.serf, derivative: serfDerivative, secondDerivative: serfSecondDerivative
  ).cataloged(
    as: Facts(
      "Serf", .none, .smooth, lipschitz: 1.086125444150997,
      minimum: Extremum(-0.3484374587596064, at: -1.193059968928188),
      source: """
        Nag, Bhattacharyya, Mukherjee and Kundu 2023, Serf: towards better training of deep neural networks \
        using log-softplus error activation function, WACV, arXiv:2108.09598
        """),
    jet: Formula.serf, complex: Formula.serf)
}
