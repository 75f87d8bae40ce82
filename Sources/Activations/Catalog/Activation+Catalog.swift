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

  /// max(0, x), with the slope 0 at the kink.
  public static let relu = Activation(
    "relu", formula: #"\max(0, x)"#, derivativeFormula: #"\mathbf{1}[x > 0]"#, kinks: [0],
    range: 0 ... .infinity,
    value: Activations.relu, derivative: reluDerivative)

  /// x on the right and x/100 on the left, with the left slope at the kink.
  public static let leakyReLU = Activation(
    "leakyReLU", formula: #"\max(0, x) + 0.01\,\min(0, x)"#,
    derivativeFormula: #"\mathbf{1}[x > 0] + 0.01\cdot\mathbf{1}[x \le 0]"#, kinks: [0],
    value: { Activations.leakyReLU($0) }, derivative: { leakyReLUDerivative($0) })
}
