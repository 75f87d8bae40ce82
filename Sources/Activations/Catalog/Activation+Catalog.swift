extension Activation {
  /// Every activation of the course, in the order in which it meets them.
  public static let catalog: [Activation] = [
    identity, sigmoid, tanh, relu, leakyReLU, softplus, gelu, silu,
  ]

  /// The activation of this name in the catalogue.
  public static func named(_ name: String) -> Activation? {
    catalog.first { $0.name == name }
  }

  /// x.
  public static let identity = Activation(
    "identity", formula: "x", derivativeFormula: "1",
    value: { $0 }, derivative: { $0.isNaN ? $0 : 1 })

  /// 1/(1 + e⁻ˣ).
  public static let sigmoid = Activation(
    "sigmoid", formula: #"\sigma(x) = \frac{1}{1 + e^{-x}}"#,
    derivativeFormula: #"\sigma(x)\,\sigma(-x)"#, range: 0...1,
    value: Activations.sigmoid, derivative: sigmoidDerivative
  )
  .computed(by: .sigmoid)

  /// The hyperbolic tangent.
  public static let tanh = Activation(
    "tanh", formula: #"\tanh x = \frac{e^x - e^{-x}}{e^x + e^{-x}}"#,
    derivativeFormula: #"1 - \tanh^2 x"#, range: -1...1,
    value: { Activations.tanh($0) }, derivative: tanhDerivative
  )
  .computed(by: .tanh)

  /// max(0, x), with the slope 0 at the kink.
  public static let relu = Activation(
    "relu", formula: #"\max(0, x)"#, derivativeFormula: #"\mathbf{1}[x > 0]"#, kinks: [0],
    range: 0 ... .infinity,
    value: Activations.relu, derivative: reluDerivative
  )
  .computed(by: .relu)

  /// x on the right and x/100 on the left, with the left slope at the kink.
  public static let leakyReLU = Activation(
    "leakyReLU", formula: #"\max(0, x) + 0.01\,\min(0, x)"#,
    derivativeFormula: #"\mathbf{1}[x > 0] + 0.01\cdot\mathbf{1}[x \le 0]"#, kinks: [0],
    value: { Activations.leakyReLU($0) }, derivative: { leakyReLUDerivative($0) }
  )
  .computed(by: .leakyReLU(slope: 0.01))

  /// log(1 + eˣ).
  public static let softplus = Activation(
    "softplus", formula: #"\ln(1 + e^x)"#, derivativeFormula: #"\sigma(x)"#, range: 0 ... .infinity,
    value: Activations.softplus, derivative: Activations.sigmoid
  )
  .computed(by: .softplus)

  /// x·Φ(x).
  public static let gelu = Activation(
    "gelu", formula: #"x\,\Phi(x) = \frac{x}{2}\left(1 + \operatorname{erf}\frac{x}{\sqrt 2}\right)"#,
    derivativeFormula: #"\Phi(x) + x\,\varphi(x)"#, range: -0.16997120747990366 ... .infinity,
    value: Activations.gelu, derivative: geluDerivative
  )
  .computed(by: .gelu)

  /// x·σ(x).
  public static let silu = Activation(
    "silu", formula: #"x\,\sigma(x)"#,
    derivativeFormula: #"\sigma(x)\,\bigl(1 + x\,\sigma(-x)\bigr)"#,
    range: -0.2784645427610738 ... .infinity,
    value: Activations.silu, derivative: siluDerivative
  )
  .computed(by: .silu)
}
