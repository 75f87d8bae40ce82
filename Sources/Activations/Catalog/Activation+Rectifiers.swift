extension Activation {
  /// max(0, x), with the slope 0 at the kink.
  public static let relu = Activation(
    "relu", formula: #"\max(0, x)"#, derivativeFormula: #"\mathbf{1}[x > 0]"#,
    kinks: [
      Kink(.kink, at: 0, left: .init(0, 0), right: .init(0, 1), conventions: .everywhere(0, 0))
    ], range: 0 ... .infinity, value: { Activations.relu($0) }, derivative: reluDerivative,
    secondDerivative: reluSecondDerivative
  ).cataloged(
    as: Facts(
      "ReLU", .nonDecreasing, .continuous, lipschitz: 1, torchGain: 1.4142135623730951,
      spellings: [
        Spelling(.pyTorch, "nn.ReLU"), Spelling(.jax, "jax.nn.relu"),
        Spelling(.keras, "activations.relu(negative_slope=0, max_value=None, threshold=0)"),
      ],
      usedIn: "AlexNet, VGG, ResNet, the original Transformer, OPT",
      source: """
        Fukushima 1969, Visual feature extraction by a multilayered network of analog threshold elements, \
        IEEE Trans. SSC 5(4):322–333; Nair & Hinton 2010, Rectified linear units improve restricted \
        Boltzmann machines, ICML; Glorot, Bordes & Bengio 2011, Deep sparse rectifier neural networks, AISTATS
        """,
      notes: [
        "At 0 every slope between 0 and 1 is a sub-gradient; all frameworks choose 0.",
        "relu(−0) is −0 in PyTorch and 0 in JAX and here.",
      ]),
    jet: { x in x <= 0 ? 0 : x }, kernel: .relu)

  /// min(max(0, x), 6).
  public static let relu6 = Activation(
    "relu6", formula: #"\min(\max(0, x), 6)"#, derivativeFormula: #"\mathbf{1}[0 < x < 6]"#,
    kinks: [
      Kink(.kink, at: 0, left: .init(0, 0), right: .init(0, 1), conventions: .everywhere(0, 0)),
      Kink(.kink, at: 6, left: .init(6, 1), right: .init(6, 0), conventions: .everywhere(6, 0)),
    ], range: 0...6, value: { Activations.relu6($0) }, derivative: relu6Derivative,
    secondDerivative: relu6SecondDerivative
  ).cataloged(
    as: Facts(
      "ReLU6", .nonDecreasing, .continuous, lipschitz: 1,
      spellings: [
        Spelling(.pyTorch, "nn.ReLU6"), Spelling(.jax, "jax.nn.relu6"),
        Spelling(.keras, "activations.relu6"),
      ],
      usedIn: "MobileNet v1 and v2, quantised networks",
      source: """
        Krizhevsky 2010, Convolutional deep belief networks on CIFAR-10 (manuscript); Sandler and others \
        2018, MobileNetV2, CVPR
        """),
    jet: { x in x >= 6 ? 6 : (x <= 0 ? 0 : x) })

  /// x on the right and x/100 on the left, with the left slope at the kink.
  public static let leakyReLU = leakyReLU()

  /// x on the right and slope·x on the left, with the left slope at the kink.
  public static func leakyReLU(slope: Double = 0.01) -> Activation {
    leaky(
      "leakyReLU", slope, parameters: [Parameter("slope", "a", slope)],
      conventions: slope == 0.01 ? .recorded(pyTorch: (0, 0.01), jax: (0, 1), keras: (0, 1)) : [],
      facts: Facts(
        "Leaky ReLU", leakyMonotonicity(slope), .continuous, lipschitz: Swift.max(1, slope.magnitude),
        torchGain: (2 / (1 + slope * slope)).squareRoot(),
        spellings: [
          Spelling(.pyTorch, "nn.LeakyReLU(negative_slope=0.01)"),
          Spelling(.jax, "jax.nn.leaky_relu(negative_slope=0.01)"),
          Spelling(.keras, "activations.leaky_relu(negative_slope=0.2)"),
          Spelling(.keras, "layers.LeakyReLU(negative_slope=0.3)"),
        ],
        usedIn: "the discriminator of DCGAN (0.2), YOLOv3 (0.1)",
        source: """
          Maas, Hannun & Ng 2013, Rectifier nonlinearities improve neural network acoustic models, ICML WDLASL
          """,
        notes: [
          "Default slopes differ: 0.01 in PyTorch and JAX, 0.2 in the function and 0.3 in the layer of Keras.",
          "At 0 PyTorch takes the left slope, JAX and Keras the right one.",
        ]))
  }

  /// x on the right and x/4 on the left: the learned slope as PyTorch begins with it.
  public static let prelu = prelu()

  /// x on the right and slope·x on the left, where the slope is learned.
  public static func prelu(slope: Double = 0.25) -> Activation {
    leaky(
      "prelu", slope, parameters: [Parameter("slope", "a", slope)],
      conventions: slope == 0.25 ? .recorded(pyTorch: (0, 0.25), jax: (0, 1)) : [],
      facts: Facts(
        "PReLU", leakyMonotonicity(slope), .continuous, lipschitz: Swift.max(1, slope.magnitude),
        spellings: [
          Spelling(.pyTorch, "nn.PReLU(num_parameters=1, init=0.25)"),
          Spelling(.keras, #"layers.PReLU(alpha_initializer="zeros")"#),
        ],
        usedIn: "the ILSVRC networks of He and others, SRGAN, ArcFace",
        source: "He, Zhang, Ren & Sun 2015, Delving deep into rectifiers, ICCV",
        notes: [
          "The slope is learned: ∂f/∂a = min(x, 0). PyTorch begins with 0.25, Keras with 0.",
          "PyTorch learns one slope for all or one a channel, Keras one an element unless told otherwise.",
        ]))
  }

  /// RReLU after training, with slopes between 1/8 and 1/3.
  public static let rreluEval = rreluEval()

  /// RReLU after training: x on the right and (lower + upper)/2·x on the left.
  public static func rreluEval(lower: Double = 0.125, upper: Double = 1.0 / 3) -> Activation {
    let slope = (lower + upper) / 2
    let isDefault = lower == 0.125 && upper == 1.0 / 3
    return leaky(
      "rreluEval", slope,
      parameters: [Parameter("lower", "l", lower), Parameter("upper", "u", upper)],
      conventions: isDefault ? .recorded(pyTorch: (0, slope), jax: (0, 1)) : [],
      facts: Facts(
        "RReLU (evaluation)", leakyMonotonicity(slope), .continuous,
        lipschitz: Swift.max(1, slope.magnitude),
        spellings: [Spelling(.pyTorch, "nn.RReLU(lower=1/8, upper=1/3)")],
        usedIn: "winners of the National Data Science Bowl",
        source: """
          Xu, Wang, Chen & Li 2015, Empirical evaluation of rectified activations in convolutional network, \
          arXiv:1505.00853
          """,
        notes: ["During training the slope is drawn uniformly between both bounds, for each number anew."]))
  }

  private static func leakyMonotonicity(_ slope: Double) -> Monotonicity {
    if slope == 0 { return .nonDecreasing }
    return slope > 0 ? .increasing : .none
  }

  private static func leaky(
    _ name: String, _ slope: Double, parameters: [Parameter], conventions: [Kink.Convention], facts: Facts
  ) -> Activation {
    Activation(
      name, formula: #"\max(0, x) + a\,\min(0, x)"#,
      derivativeFormula: #"\mathbf{1}[x > 0] + a\,\mathbf{1}[x \le 0]"#,
      kinks: slope == 1
        ? [] : [Kink(.kink, at: 0, left: .init(0, slope), right: .init(0, 1), conventions: conventions)],
      range: (slope > 0 ? -.infinity : 0) ... .infinity, value: { Activations.leakyReLU($0, slope: slope) },
      derivative: { leakyReLUDerivative($0, slope: slope) },
      secondDerivative: { leakyReLUSecondDerivative($0, slope: slope) }
    ).cataloged(
      as: facts,
      parameters: parameters,
      jet: { x in x > 0 ? x : slope * x }, kernel: .leakyReLU(slope: Float(slope)))
  }

  /// max(0, x)².
  public static let reluSquared = Activation(
    "reluSquared", formula: #"\max(0, x)^2"#, derivativeFormula: #"2\max(0, x)"#,
    kinks: [
      Kink(
        .curvature, at: 0, left: .init(0, 0, 0), right: .init(0, 0, 2),
        conventions: .recorded(pyTorch: (0, 0), jax: (0, 0)))
    ], range: 0 ... .infinity, value: { Activations.reluSquared($0) }, derivative: reluSquaredDerivative,
    secondDerivative: reluSquaredSecondDerivative
  ).cataloged(
    as: Facts(
      "Squared ReLU", .nonDecreasing, .onceDifferentiable, lipschitz: .infinity,
      usedIn: "Primer, Nemotron-4, the channel mixing of RWKV, modded-nanoGPT",
      source: """
        So, Mańke, Liu, Dai, Shazeer & Le 2021, Primer: searching for efficient transformers for language \
        modeling, NeurIPS
        """,
      notes: ["No Lipschitz constant: the slope grows with x."]),
    jet: { x in x <= 0 ? 0 : x * x }, kernel: .reluSquared)

  /// 0.8944·max(0, x)² − 0.4472.
  public static let starReLU = starReLU()

  /// scale·max(0, x)² + bias.
  public static func starReLU(scale: Double = 0.8944, bias: Double = -0.4472) -> Activation {
    let isDefault = scale == 0.8944 && bias == -0.4472
    return Activation(
      "starReLU", formula: #"s\,\max(0, x)^2 + b"#, derivativeFormula: #"2s\,\max(0, x)"#,
      kinks: [
        Kink(
          .curvature, at: 0, left: .init(bias, 0, 0), right: .init(bias, 0, 2 * scale),
          conventions: isDefault ? .recorded(pyTorch: (bias, 0), jax: (bias, 0)) : [])
      ], range: scale < 0 ? -.infinity...bias : bias ... .infinity,
      value: { Activations.starReLU($0, scale: scale, bias: bias) },
      derivative: { starReLUDerivative($0, scale: scale, bias: bias) },
      secondDerivative: { starReLUSecondDerivative($0, scale: scale, bias: bias) }
    ).cataloged(
      as: Facts(
        "StarReLU", scale < 0 ? .none : .nonDecreasing, .onceDifferentiable, lipschitz: .infinity,
        usedIn: "CAFormer and the other MetaFormers",
        source: """
          Yu and others 2024, MetaFormer baselines for vision, IEEE TPAMI 46(2):896–912, arXiv:2210.13452
          """,
        notes: [
          "s = 2/√5 and b = −1/√5 give a standard normal variable the mean 0 and the variance 1; both are learned.",
          "A product in one double costs 42 units in the last place where the value crosses 0.",
        ]),
      parameters: [Parameter("scale", "s", scale), Parameter("bias", "b", bias)],
      jet: { x in x <= 0 ? Jet(bias) : scale * (x * x) + bias })
  }
}
