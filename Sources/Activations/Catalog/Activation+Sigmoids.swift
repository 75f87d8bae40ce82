extension Activation {
  /// 1/(1 + e⁻ˣ).
  public static let sigmoid = Activation(
    "sigmoid", formula: #"\sigma(x) = \frac{1}{1 + e^{-x}}"#,
    derivativeFormula: #"\sigma(x)\,\sigma(-x)"#, range: 0...1,
    value: { Activations.sigmoid($0) }, derivative: { sigmoidDerivative($0) },
    secondDerivative: sigmoidSecondDerivative
  ).cataloged(
    as: Facts(
      "Sigmoid", .increasing, .smooth, lipschitz: 0.25, torchGain: 1,
      spellings: [
        Spelling(.pyTorch, "nn.Sigmoid()"), Spelling(.jax, "jax.nn.sigmoid"),
        Spelling(.keras, "activations.sigmoid"),
      ],
      usedIn: "gates of LSTM and GRU, binary outputs, the gate of GLU, squeeze-and-excitation blocks",
      source: """
        Rumelhart, Hinton and Williams 1986, Learning representations by back-propagating errors, Nature 323; \
        the curve is Verhulst's of 1845
        """,
      notes: [
        "Its slope is at most 1/4: n of them in a row scale a gradient by at most 4⁻ⁿ times the weights.",
        "σ·(1 − σ) is 0 above 37 in double precision; σ(x)·σ(−x) is not.",
      ]),
    jet: Activations.sigmoid, complex: Activations.sigmoid, kernel: .sigmoid)

  /// log σ(x).
  public static let logSigmoid = Activation(
    "logSigmoid", formula: #"\ln\sigma(x) = -\ln(1 + e^{-x})"#, derivativeFormula: #"\sigma(-x)"#,
    range: -.infinity...0,
    value: Activations.logSigmoid, derivative: logSigmoidDerivative,
    secondDerivative: logSigmoidSecondDerivative
  ).cataloged(
    as: Facts(
      "LogSigmoid", .increasing, .smooth, lipschitz: 1,
      spellings: [
        Spelling(.pyTorch, "nn.LogSigmoid()"), Spelling(.jax, "jax.nn.log_sigmoid"),
        Spelling(.keras, "activations.log_sigmoid"),
      ],
      usedIn: "binary cross-entropy, the loss of DPO, noise-contrastive losses",
      source: "Folklore: the logarithm of the logistic function",
      notes: ["log(σ(x)) is −∞ below −746 and 0 above 37 in double precision; −softplus(−x) is neither."]),
    jet: Formula.logSigmoid, complex: Formula.logSigmoid)

  /// The arc tangent.
  public static let atan = Activation(
    "atan", formula: #"\arctan x"#, derivativeFormula: #"\frac{1}{1 + x^2}"#,
    range: -1.5707963267948966...1.5707963267948966,
    value: { Activations.atan($0) }, derivative: atanDerivative, secondDerivative: atanSecondDerivative
  ).cataloged(
    as: Facts(
      "Arctangent", .increasing, .smooth, isOdd: true, lipschitz: 1,
      spellings: [
        Spelling(.pyTorch, "torch.atan"), Spelling(.jax, "jnp.arctan"), Spelling(.keras, "ops.arctan"),
      ],
      usedIn: "surrogate gradients of spiking networks",
      source: "Folklore",
      notes: ["Its slope falls like 1/x², more slowly than that of tanh, which falls like e^(−2|x|)."]),
    jet: Activations.atan, complex: Activations.atan)

  /// eˣ.
  public static let exponential = Activation(
    "exponential", formula: "e^x", derivativeFormula: "e^x", range: 0 ... .infinity,
    value: { exp($0) }, derivative: { exp($0) }, secondDerivative: { exp($0) }
  ).cataloged(
    as: Facts(
      "Exponential", .increasing, .smooth, lipschitz: .infinity,
      spellings: [
        Spelling(.pyTorch, "torch.exp"), Spelling(.jax, "jnp.exp"),
        Spelling(.keras, "activations.exponential"),
      ],
      usedIn: "outputs of Poisson regression",
      source: "Folklore",
      notes: ["It overflows above 709.78 in double and above 88.72 in single precision."]),
    jet: exp, complex: exp, kernel: .exp)
}
