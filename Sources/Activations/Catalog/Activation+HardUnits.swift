extension Activation {
  /// 1 where x ≥ 0, else 0.
  public static let step = Activation(
    "step", formula: #"\mathbf{1}[x \ge 0]"#, derivativeFormula: "0",
    kinks: [
      Kink(
        .jump, at: 0, left: .init(0, 0), right: .init(1, 0),
        conventions: .recorded(pyTorch: (1, nil), jax: (1, 0)))
    ], range: 0...1, value: { Activations.step($0) }, derivative: stepDerivative,
    secondDerivative: stepSecondDerivative
  ).cataloged(
    as: Facts(
      "Heaviside step", .nonDecreasing, .discontinuous, lipschitz: .infinity,
      spellings: [Spelling(.pyTorch, "torch.heaviside"), Spelling(.jax, "jnp.heaviside")],
      usedIn: "the perceptron, McCulloch–Pitts units, straight-through estimators, spiking networks",
      source: """
        McCulloch & Pitts 1943, A logical calculus of the ideas immanent in nervous activity, Bull. Math. \
        Biophysics 5:115–133; Rosenblatt 1958, The perceptron, Psychological Review 65(6):386–408
        """,
      notes: [
        "The value at 0 is an argument of the frameworks; here it is 1.",
        "Its slope is 0 wherever it exists, so that nothing can be learned through it. PyTorch has none.",
        "The sign, −1 or 1, is the unit of Hopfield's network (1982, PNAS 79:2554–2558).",
      ]),
    jet: { x in x.isNaN ? x : (x >= 0 ? 1 : 0) })

  /// (x + 3)/6, limited to 0…1.
  public static let hardSigmoid = Activation(
    "hardSigmoid", formula: #"\min\Bigl(\max\Bigl(0, \frac{x + 3}{6}\Bigr), 1\Bigr)"#,
    derivativeFormula: #"\tfrac16\,\mathbf{1}[|x| < 3]"#,
    kinks: [
      Kink(.kink, at: -3, left: .init(0, 0), right: .init(0, 1.0 / 6), conventions: .everywhere(0, 0)),
      Kink(.kink, at: 3, left: .init(1, 1.0 / 6), right: .init(1, 0), conventions: .everywhere(1, 0)),
    ], range: 0...1, value: { Activations.hardSigmoid($0) }, derivative: hardSigmoidDerivative,
    secondDerivative: hardSigmoidSecondDerivative
  ).cataloged(
    as: Facts(
      "Hard sigmoid", .nonDecreasing, .continuous, lipschitz: 1.0 / 6,
      spellings: [
        Spelling(.pyTorch, "nn.Hardsigmoid"), Spelling(.jax, "jax.nn.hard_sigmoid"),
        Spelling(.keras, "activations.hard_sigmoid"),
      ],
      usedIn: "the squeeze-and-excitation gates of MobileNetV3",
      source: """
        Courbariaux, Bengio & David 2015, BinaryConnect, NIPS (slope ½); Howard and others 2019, Searching \
        for MobileNetV3, ICCV (slope 1/6)
        """,
      notes: [
        "Keras 2 had 0.2x + 0.5 between ±2.5; BinaryConnect has (x + 1)/2, here sparseSigmoid.",
        "PyTorch 2.13 multiplies a Float64 gradient by a Float32 1/6, 0.16666667163372040; gradcheck's defaults let it pass.",
      ]),
    jet: { x in x <= -3 ? 0 : (x >= 3 ? 1 : (x + 3) / 6) }, kernel: .hardSigmoid)

  /// x, limited to −1…1.
  public static let hardTanh = hardTanh()

  /// x, limited to `min`…`max`.
  public static func hardTanh(min: Double = -1, max: Double = 1) -> Activation {
    let isDefault = min == -1 && max == 1
    return Activation(
      "hardTanh", formula: #"\min(\max(l, x), u)"#, derivativeFormula: #"\mathbf{1}[l < x < u]"#,
      kinks: [
        Kink(
          .kink, at: min, left: .init(min, 0), right: .init(min, 1),
          conventions: isDefault ? .recorded(pyTorch: (-1, 0), jax: (-1, 1), keras: (-1, 1)) : []),
        Kink(
          .kink, at: max, left: .init(max, 1), right: .init(max, 0),
          conventions: isDefault ? .recorded(pyTorch: (1, 0), jax: (1, 1), keras: (1, 1)) : []),
      ], range: min...max, value: { Activations.hardTanh($0, min: min, max: max) },
      derivative: { hardTanhDerivative($0, min: min, max: max) },
      secondDerivative: { hardTanhSecondDerivative($0, min: min, max: max) }
    ).cataloged(
      as: Facts(
        "Hard tanh", .nonDecreasing, .continuous, isOdd: min == -max, lipschitz: 1,
        spellings: [
          Spelling(.pyTorch, "nn.Hardtanh(min_val=-1, max_val=1)"), Spelling(.jax, "jax.nn.hard_tanh"),
          Spelling(.keras, "activations.hard_tanh"),
        ],
        usedIn: "quantised networks, taggers of natural language (SENNA)",
        source: "Collobert 2004, Large scale machine learning, PhD thesis, Université Paris VI",
        notes: ["The frameworks disagree at the bounds: the slope is 0 in PyTorch, 1 in JAX and Keras."]),
      parameters: [Parameter("min", "l", min), Parameter("max", "u", max)],
      jet: { x in x.value <= min ? Jet(min) : (x.value >= max ? Jet(max) : x) })
  }

  /// x·(x + 3)/6 between −3 and 3, 0 on the left, x on the right.
  public static let hardSwish = Activation(
    "hardSwish", formula: #"x\,\min\Bigl(\max\Bigl(0, \frac{x + 3}{6}\Bigr), 1\Bigr)"#,
    derivativeFormula:
      #"\begin{cases} 0 & x \le -3 \\ \frac{2x + 3}{6} & |x| < 3 \\ 1 & x \ge 3 \end{cases}"#,
    kinks: [
      Kink(
        .kink, at: -3, left: .init(0, 0), right: .init(0, -0.5, 1.0 / 3),
        conventions: .everywhere(-0.0, 0)),
      Kink(.kink, at: 3, left: .init(3, 1.5, 1.0 / 3), right: .init(3, 1), conventions: .everywhere(3, 1)),
    ], range: -0.375 ... .infinity, value: { Activations.hardSwish($0) }, derivative: hardSwishDerivative,
    secondDerivative: hardSwishSecondDerivative
  ).cataloged(
    as: Facts(
      "Hard swish", .none, .continuous, lipschitz: 1.5, minimum: Extremum(-0.375, at: -1.5),
      spellings: [
        Spelling(.pyTorch, "nn.Hardswish"), Spelling(.jax, "jax.nn.hard_silu"),
        Spelling(.keras, "activations.hard_silu"),
      ],
      usedIn: "MobileNetV3",
      source: "Howard and others 2019, Searching for MobileNetV3, ICCV",
      notes: ["f(−∞) is NaN in PyTorch and JAX, 0·∞; the limit is 0."]),
    jet: { x in x <= -3 ? 0 : (x >= 3 ? x : x * (x + 3) / 6) }, kernel: .hardSwish)

  /// (x + 1)²/4 between −1 and 1, 0 on the left, x on the right.
  public static let sparsePlus = Activation(
    "sparsePlus",
    formula: #"\begin{cases} 0 & x \le -1 \\ \frac14(x + 1)^2 & |x| < 1 \\ x & x \ge 1 \end{cases}"#,
    derivativeFormula: #"\min\Bigl(\max\Bigl(0, \frac{x + 1}{2}\Bigr), 1\Bigr)"#,
    kinks: [
      Kink(
        .curvature, at: -1, left: .init(0, 0, 0), right: .init(0, 0, 0.5),
        conventions: .everywhere(0, 0)),
      Kink(
        .curvature, at: 1, left: .init(1, 1, 0.5), right: .init(1, 1, 0), conventions: .everywhere(1, 1)),
    ], range: 0 ... .infinity, value: { Activations.sparsePlus($0) }, derivative: sparsePlusDerivative,
    secondDerivative: sparsePlusSecondDerivative
  ).cataloged(
    as: Facts(
      "Sparse plus", .nonDecreasing, .onceDifferentiable, lipschitz: 1,
      spellings: [Spelling(.jax, "jax.nn.sparse_plus"), Spelling(.keras, "activations.sparse_plus")],
      usedIn: "layers in the manner of sparse attention",
      source: """
        Blondel, Martins & Niculae 2020, Learning with Fenchel–Young losses, JMLR 21(35), arXiv:1901.02324
        """,
      notes: ["To the sparse sigmoid what softplus is to the sigmoid: its integral."]),
    jet: { x in x <= -1 ? 0 : (x >= 1 ? x : (x + 1) * (x + 1) / 4) })

  /// (x + 1)/2, limited to 0…1.
  public static let sparseSigmoid = Activation(
    "sparseSigmoid", formula: #"\min\Bigl(\max\Bigl(0, \frac{x + 1}{2}\Bigr), 1\Bigr)"#,
    derivativeFormula: #"\tfrac12\,\mathbf{1}[|x| \le 1]"#,
    kinks: [
      Kink(
        .kink, at: -1, left: .init(0, 0), right: .init(0, 0.5),
        conventions: .recorded(pyTorch: (0, 0.5), jax: (0, 0.25), keras: (0, 0.25))),
      Kink(
        .kink, at: 1, left: .init(1, 0.5), right: .init(1, 0),
        conventions: .recorded(pyTorch: (1, 0.5), jax: (1, 0.25), keras: (1, 0.25))),
    ], range: 0...1, value: { Activations.sparseSigmoid($0) }, derivative: sparseSigmoidDerivative,
    secondDerivative: sparseSigmoidSecondDerivative
  ).cataloged(
    as: Facts(
      "Sparse sigmoid", .nonDecreasing, .continuous, lipschitz: 0.5,
      spellings: [
        Spelling(.jax, "jax.nn.sparse_sigmoid"), Spelling(.keras, "activations.sparse_sigmoid"),
      ],
      usedIn: "BinaryConnect, where it is called hard sigmoid; sparsemax of two numbers",
      source: """
        Blondel, Martins & Niculae 2020, Learning with Fenchel–Young losses, JMLR 21(35); Courbariaux, \
        Bengio & David 2015, BinaryConnect, NIPS
        """,
      notes: ["At ±1 JAX gives the slope ¼, the mean of both sides, and torch.clamp ½."]),
    jet: { x in x < -1 ? 0 : (x > 1 ? 1 : (x + 1) / 2) })
}
