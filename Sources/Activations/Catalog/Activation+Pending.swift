extension Activation {
  /// 1/(1 + e⁻ˣ).
  public static let sigmoid = Activation(
    "sigmoid", formula: #"\sigma(x) = \frac{1}{1 + e^{-x}}"#,
    derivativeFormula: #"\sigma(x)\,\sigma(-x)"#, range: 0...1,
    value: Activations.sigmoid, derivative: sigmoidDerivative)

  /// The hyperbolic tangent.
  public static let tanh = Activation(
    "tanh", formula: #"\tanh x = \frac{e^x - e^{-x}}{e^x + e^{-x}}"#,
    derivativeFormula: #"1 - \tanh^2 x"#, range: -1...1,
    value: { Activations.tanh($0) }, derivative: tanhDerivative)

  /// log(1 + eˣ).
  public static let softplus = Activation(
    "softplus", formula: #"\ln(1 + e^x)"#, derivativeFormula: #"\sigma(x)"#, range: 0 ... .infinity,
    value: Activations.softplus, derivative: Activations.sigmoid)

  /// x·Φ(x).
  public static let gelu = Activation(
    "gelu", formula: #"x\,\Phi(x) = \frac{x}{2}\left(1 + \operatorname{erf}\frac{x}{\sqrt 2}\right)"#,
    derivativeFormula: #"\Phi(x) + x\,\varphi(x)"#, range: -0.16997120747990366 ... .infinity,
    value: Activations.gelu, derivative: geluDerivative)

  /// x·σ(x).
  public static let silu = Activation(
    "silu", formula: #"x\,\sigma(x)"#,
    derivativeFormula: #"\sigma(x)\,\bigl(1 + x\,\sigma(-x)\bigr)"#,
    range: -0.2784645427610738 ... .infinity,
    value: Activations.silu, derivative: siluDerivative)
}
