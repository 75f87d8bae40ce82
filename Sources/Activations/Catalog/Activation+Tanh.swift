extension Activation {
  /// The hyperbolic tangent.
  public static let tanh = Activation(
    "tanh", formula: #"\tanh x = \frac{e^x - e^{-x}}{e^x + e^{-x}}"#,
    derivativeFormula: #"1 - \tanh^2 x"#, range: -1...1,
    value: { Activations.tanh($0) }, derivative: tanhDerivative, secondDerivative: tanhSecondDerivative
  ).cataloged(
    as: Facts(
      "Tanh", .increasing, .smooth, isOdd: true, lipschitz: 1, torchGain: 5.0 / 3,
      spellings: [
        Spelling(.pyTorch, "nn.Tanh()"), Spelling(.jax, "jax.nn.tanh"), Spelling(.keras, "activations.tanh"),
      ],
      usedIn: "recurrent networks, the candidates of LSTM and GRU, outputs of GANs",
      source: "LeCun, Bottou, Orr and Müller 1998, Efficient BackProp",
      notes: [
        "1 − tanh² is 0 beyond ±19.1 in double precision; 4e^(−2|x|)/(1 + e^(−2|x|))² goes on to ±372.",
        "PyTorch's gain is 5/3; what keeps the second moment is 1.5925.",
      ]),
    jet: Activations.tanh, complex: Activations.tanh, kernel: .tanh)

  /// x − tanh x.
  public static let tanhshrink = Activation(
    "tanhshrink", formula: #"x - \tanh x"#, derivativeFormula: #"\tanh^2 x"#,
    value: Activations.tanhshrink, derivative: tanhshrinkDerivative,
    secondDerivative: tanhshrinkSecondDerivative
  ).cataloged(
    as: Facts(
      "Tanhshrink", .nonDecreasing, .smooth, isOdd: true, lipschitz: 1,
      spellings: [Spelling(.pyTorch, "nn.Tanhshrink()"), Spelling(.keras, "activations.tanh_shrink")],
      usedIn: "sparse coding", source: "Folklore of sparse coding; a layer of Torch7",
      notes: ["It is x³/3 near 0: the difference as written has lost every digit below 10⁻⁸."]),
    jet: Formula.tanhshrink, complex: Formula.tanhshrink)

  /// x·tanh x.
  public static let lisht = Activation(
    "lisht", formula: #"x \tanh x"#, derivativeFormula: #"\tanh x + x \operatorname{sech}^2 x"#,
    range: 0 ... .infinity,
    value: Activations.lisht, derivative: lishtDerivative, secondDerivative: lishtSecondDerivative
  ).cataloged(
    as: Facts(
      "LiSHT", .none, .smooth, lipschitz: 1.1996786402577337, minimum: Extremum(0, at: 0),
      source: """
        Roy, Manna, Dubey and Chaudhuri 2022, LiSHT: non-parametric linearly scaled hyperbolic tangent \
        activation function, CVIP, arXiv:1901.05894
        """,
      notes: ["It is even: x and −x are told apart by the slope only."]),
    jet: Formula.lisht, complex: Formula.lisht)

  /// tanh(x/2).
  public static let dyt = dyt(alpha: 0.5)

  /// tanh(αx), for α ≠ 0.
  public static func dyt(alpha: Double) -> Activation {
    require(alpha != 0 && alpha.isFinite, "Dynamic Tanh needs a finite α other than 0, not \(alpha)")
    return Activation(
      "dyt", formula: #"\tanh \alpha x"#, derivativeFormula: #"\alpha \operatorname{sech}^2 \alpha x"#,
      range: -1...1,
      value: { Activations.dyt($0, alpha: alpha) }, derivative: { dytDerivative($0, alpha: alpha) },
      secondDerivative: { dytSecondDerivative($0, alpha: alpha) }
    ).cataloged(
      as: dytFacts(alpha), parameters: [Parameter("alpha", #"\alpha"#, alpha)],
      jet: { Formula.dyt($0, alpha: alpha) }, complex: { Formula.dyt($0, alpha: alpha) })
  }

  private static func dytFacts(_ alpha: Double) -> Facts {
    Facts(
      "DyT (Dynamic Tanh)", alpha > 0 ? .increasing : .none, .smooth, isOdd: true, lipschitz: alpha.magnitude,
      usedIn: "ViT and LLaMA without normalisation, where it replaces LayerNorm and RMSNorm",
      source: "Zhu, Chen, He, LeCun and Liu 2025, Transformers without normalization, CVPR, arXiv:2503.10622",
      notes: ["α is learned, from 1/2; so are a weight γ and a shift β per channel, here 1 and 0."])
  }

  /// 30·tanh(x/30).
  public static let logitSoftcap = logitSoftcap(cap: 30)

  /// c·tanh(x/c), for c > 0.
  public static func logitSoftcap(cap: Double) -> Activation {
    require(cap > 0 && cap < .infinity, "a soft cap is finite and above 0, not \(cap)")
    return Activation(
      "logitSoftcap", formula: #"c \tanh \frac{x}{c}"#,
      derivativeFormula: #"\operatorname{sech}^2 \frac{x}{c}"#, range: -cap...cap,
      value: { Activations.logitSoftcap($0, cap: cap) },
      derivative: { logitSoftcapDerivative($0, cap: cap) },
      secondDerivative: { logitSoftcapSecondDerivative($0, cap: cap) }
    ).cataloged(
      as: softcapFacts, parameters: [Parameter("cap", "c", cap)],
      jet: { Formula.logitSoftcap($0, cap: cap) }, complex: { Formula.logitSoftcap($0, cap: cap) })
  }

  private static let softcapFacts = Facts(
    "Logit soft-capping", .increasing, .smooth, isOdd: true, lipschitz: 1,
    usedIn: "Gemma 2 (c = 30 for the last logits, 50 for attention), Grok-1",
    source: """
      Bello, Pham, Le, Norouzi and Bengio 2016, Neural combinatorial optimization with reinforcement \
      learning, arXiv:1611.09940; Gemma Team 2024, Gemma 2, arXiv:2408.00118
      """,
    notes: ["Small logits pass unchanged: c·tanh(x/c) is x − x³/(3c²) near 0."])
}
