extension Activation {
  /// sin x.
  public static let sine = sine(omega: 1)

  /// sin(ωx), for ω > 0.
  public static func sine(omega: Double) -> Activation {
    require(omega > 0 && omega < .infinity, "a sine needs a finite ω > 0, not \(omega)")
    let isPlain = omega == 1
    return Activation(
      "sine", formula: isPlain ? #"\sin x"# : #"\sin \omega x"#,
      derivativeFormula: isPlain ? #"\cos x"# : #"\omega \cos \omega x"#, range: -1...1,
      value: { Activations.sine($0, omega: omega) }, derivative: { sineDerivative($0, omega: omega) },
      secondDerivative: { sineSecondDerivative($0, omega: omega) }
    ).cataloged(
      as: sineFacts(omega), parameters: [Parameter("omega", #"\omega"#, omega)],
      jet: { Formula.sine($0, omega: omega) }, complex: { Formula.sine($0, omega: omega) })
  }

  private static func sineFacts(_ omega: Double) -> Facts {
    Facts(
      "Sine", .none, .smooth, isOdd: true, lipschitz: omega,
      spellings: omega == 1
        ? [Spelling(.pyTorch, "torch.sin"), Spelling(.jax, "jnp.sin"), Spelling(.keras, "ops.sin")] : [],
      usedIn: "SIREN: images, shapes and sounds as functions of a coordinate",
      source: """
        Sitzmann, Martel, Bergman, Lindell and Wetzstein 2020, Implicit neural representations with periodic \
        activation functions, NeurIPS
        """,
      notes: ["SIREN takes ω = 30, and weights from ±√(6/n)/ω, in the first layer from ±1/n."])
  }

  /// x + sin² x.
  public static let snake = snake(a: 1)

  /// x + sin²(ax)/a, for a > 0.
  public static func snake(a: Double) -> Activation {
    require(a > 0 && a < .infinity, "Snake needs a finite a > 0, not \(a)")
    let isPlain = a == 1
    return Activation(
      "snake", formula: isPlain ? #"x + \sin^2 x"# : #"x + \frac{1}{a}\sin^2 ax"#,
      derivativeFormula: isPlain ? #"1 + \sin 2x"# : #"1 + \sin 2ax"#,
      value: { Activations.snake($0, a: a) }, derivative: { snakeDerivative($0, a: a) },
      secondDerivative: { snakeSecondDerivative($0, a: a) }
    ).cataloged(
      as: snakeFacts, parameters: [Parameter("a", "a", a)],
      jet: { Formula.snake($0, a: a) }, complex: { Formula.snake($0, a: a) })
  }

  private static let snakeFacts = Facts(
    "Snake", .nonDecreasing, .smooth, lipschitz: 2,
    usedIn: "BigVGAN, DAC, the codec of Stable Audio: a per channel, learned",
    source: """
      Ziyin, Hartwig and Ueda 2020, Neural networks fail to learn periodic functions and how to fix it, NeurIPS
      """,
    notes: ["1 + sin 2ax cancels where the slope touches 0; (sin ax + cos ax)² does not."])
}
