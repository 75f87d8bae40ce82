extension VectorActivation {
  /// Every vector activation of the course.
  public static let catalog: [VectorActivation] = [
    softmax, logSoftmax, softmin, logSumExp, sparsemax, glu, bilinear, reGLU, geGLU, geGLUTanh, swiGLU,
    maxout,
    cReLU,
  ]

  /// The vector activation of this name in the catalogue; upper and lower case count.
  public static func named(_ name: String) -> VectorActivation? {
    catalog.first { $0.name == name }
  }

  /// e^xᵢ/Σⱼ e^xⱼ.
  public static let softmax = VectorActivation(
    "softmax", formula: #"p_i = \frac{e^{x_i}}{\sum_j e^{x_j}}"#,
    vjpFormula: #"p_i\Bigl(w_i - \sum_j p_j w_j\Bigr)"#,
    function: { Activations.softmax($0) }, pullback: { softmaxVJP(at: $0, cotangent: $1) },
    facts: Facts(
      "Softmax",
      spellings: [
        Spelling(.pyTorch, "nn.Softmax(dim)"), Spelling(.jax, "jax.nn.softmax(axis=-1)"),
        Spelling(.keras, "activations.softmax(axis=-1)"),
      ],
      usedIn: "attention, classifiers",
      source: """
        Bridle 1990, Training stochastic model recognition algorithms as networks can lead to maximum mutual \
        information estimation of parameters, NIPS 2
        """,
      notes: ["Subtract the maximum first: e^710 is already infinite."]))

  /// xᵢ − log Σⱼ e^xⱼ.
  public static let logSoftmax = VectorActivation(
    "logSoftmax", formula: #"x_i - \ln\sum_j e^{x_j}"#, vjpFormula: #"w_i - p_i \sum_j w_j"#,
    function: { Activations.logSoftmax($0) }, pullback: { logSoftmaxVJP(at: $0, cotangent: $1) },
    facts: Facts(
      "Log-softmax",
      spellings: [
        Spelling(.pyTorch, "nn.LogSoftmax(dim)"), Spelling(.jax, "jax.nn.log_softmax(axis=-1)"),
        Spelling(.keras, "activations.log_softmax(axis=-1)"),
      ],
      usedIn: "cross-entropy",
      notes: ["Never the logarithm of softmax: it is −∞ where a share is too small for the type."]))

  /// softmax(−x).
  public static let softmin = VectorActivation(
    "softmin", formula: #"p_i = \frac{e^{-x_i}}{\sum_j e^{-x_j}}"#,
    vjpFormula: #"-p_i\Bigl(w_i - \sum_j p_j w_j\Bigr)"#,
    function: { Activations.softmin($0) }, pullback: { softminVJP(at: $0, cotangent: $1) },
    facts: Facts("Softmin", spellings: [Spelling(.pyTorch, "nn.Softmin(dim)")]))

  /// log Σⱼ e^xⱼ, one number.
  public static let logSumExp = VectorActivation(
    "logSumExp", formula: #"\ln\sum_j e^{x_j}"#, vjpFormula: #"p_i\,w"#,
    function: { [Activations.logSumExp($0)] },
    pullback: { x, cotangent in
      checkCotangent(cotangent.count, outputs: 1)
      return logSumExpVJP(at: x, cotangent: cotangent[0])
    },
    facts: Facts(
      "Log-sum-exp",
      spellings: [
        Spelling(.pyTorch, "torch.logsumexp(input, dim)"), Spelling(.jax, "jax.nn.logsumexp(axis=None)"),
        Spelling(.keras, "ops.logsumexp(axis=None)"),
      ],
      usedIn: "cross-entropy, energies", notes: ["Its gradient is softmax."]))

  /// max(xᵢ − τ, 0), where τ makes the sum 1.
  public static let sparsemax = VectorActivation(
    "sparsemax", formula: #"\max(x_i - \tau, 0), \quad \sum_i \max(x_i - \tau, 0) = 1"#,
    vjpFormula:
      #"s_i\Bigl(w_i - \frac{\sum_j s_j w_j}{\sum_j s_j}\Bigr), \quad s_i = \mathbf{1}[x_i > \tau]"#,
    function: { Activations.sparsemax($0) }, pullback: { sparsemaxVJP(at: $0, cotangent: $1) },
    facts: Facts(
      "Sparsemax", spellings: [Spelling(.keras, "activations.sparsemax(axis=-1)")],
      usedIn: "sparse attention", source: "Martins & Astudillo 2016, From softmax to sparsemax, ICML",
      notes: ["The point of the simplex nearest to x; most shares can be exactly 0."]))

  /// The largest of each pair of neighbours.
  public static let maxout = maxout(pieces: 2)

  /// The largest of each group of `pieces` neighbours.
  public static func maxout(pieces: Int) -> VectorActivation {
    VectorActivation(
      "maxout", formula: #"\max_{i \le k} x_i"#, vjpFormula: #"w\,\mathbf{1}[i = \arg\max_j x_j]"#,
      function: { Activations.maxout($0, pieces: pieces) },
      pullback: { maxoutVJP(at: $0, cotangent: $1, pieces: pieces) },
      facts: Facts(
        "Maxout", usedIn: "maxout networks, with 2 to 5 pieces",
        source: "Goodfellow, Warde-Farley, Mirza, Courville & Bengio 2013, Maxout networks, ICML",
        notes: [
          "Between equal pieces there is a kink: torch.max along an axis gives all to one, torch.amax shares."
        ]))
  }

  /// max(0, x) and max(0, −x).
  public static let cReLU = VectorActivation(
    "cReLU", formula: #"[\max(0, x), \max(0, -x)]"#,
    vjpFormula: #"\mathbf{1}[x > 0]\,w_1 - \mathbf{1}[x < 0]\,w_2"#,
    function: { Activations.cReLU($0) }, pullback: { cReLUVJP(at: $0, cotangent: $1) },
    facts: Facts(
      "CReLU", usedIn: "variants of the all-convolutional network",
      source: """
        Shang, Sohn, Almeida & Lee 2016, Understanding and improving convolutional neural networks via \
        concatenated rectified linear units, ICML
        """,
      notes: ["Twice as many outputs as inputs."]))

  fileprivate typealias Spelling = Activation.Spelling
}
