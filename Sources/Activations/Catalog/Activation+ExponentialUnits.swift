extension Activation {
  /// x on the right and eˣ − 1 on the left.
  public static let elu = elu()

  /// x on the right and α·(eˣ − 1) on the left, with the left slope at 0.
  public static func elu(alpha: Double = 1) -> Activation {
    Activation(
      "elu", formula: #"\begin{cases} x & x > 0 \\ \alpha(e^x - 1) & x \le 0 \end{cases}"#,
      derivativeFormula: #"\begin{cases} 1 & x > 0 \\ \alpha e^x & x \le 0 \end{cases}"#,
      kinks: [
        Kink(
          alpha == 1 ? .curvature : .kink, at: 0, left: .init(0, alpha, alpha), right: .init(0, 1, 0),
          conventions: alpha == 1 ? .everywhere(0, 1) : [])
      ], range: Swift.min(-alpha, 0) ... .infinity, value: { Activations.elu($0, alpha: alpha) },
      derivative: { eluDerivative($0, alpha: alpha) },
      secondDerivative: { eluSecondDerivative($0, alpha: alpha) }
    ).cataloged(
      as: Facts(
        "ELU", alpha > 0 ? .increasing : (alpha == 0 ? .nonDecreasing : .none),
        alpha == 1 ? .onceDifferentiable : .continuous, lipschitz: Swift.max(1, alpha.magnitude),
        spellings: [
          Spelling(.pyTorch, "nn.ELU(alpha=1.0)"), Spelling(.jax, "jax.nn.elu(alpha=1.0)"),
          Spelling(.keras, "activations.elu(alpha=1.0)"),
        ],
        usedIn: "deep convolutional networks without batch normalisation, reinforcement learning",
        source: """
          Clevert, Unterthiner & Hochreiter 2016, Fast and accurate deep network learning by exponential \
          linear units (ELUs), ICLR
          """,
        notes: [
          "eˣ − 1 must be expm1, or small x lose their digits.",
          "JAX derives the slope from expm1 + 1, which is 0 below −37.",
          "CELU with the same α is another function unless α is 1.",
        ]),
      parameters: [Parameter("alpha", #"\alpha"#, alpha)],
      jet: { x in x > 0 ? x : alpha * expm1(x) }, kernel: .elu(alpha: Float(alpha)))
  }

  /// x on the right and 2·(e^(x/2) − 1) on the left: CELU with the α of this course.
  ///
  /// The default of the frameworks, α = 1, is ELU.
  public static let celu = celu(alpha: 2)

  /// x on the right and α·(e^(x/α) − 1) on the left, for α > 0.
  public static func celu(alpha: Double = 1) -> Activation {
    Activation(
      "celu", formula: #"\max(0, x) + \min\bigl(0, \alpha(e^{x/\alpha} - 1)\bigr)"#,
      derivativeFormula: #"\begin{cases} 1 & x > 0 \\ e^{x/\alpha} & x \le 0 \end{cases}"#,
      kinks: [
        Kink(
          .curvature, at: 0, left: .init(0, 1, 1 / alpha), right: .init(0, 1, 0),
          conventions: alpha == 2 ? .everywhere(0, 1) : [])
      ], range: -alpha ... .infinity, value: { Activations.celu($0, alpha: alpha) },
      derivative: { celuDerivative($0, alpha: alpha) },
      secondDerivative: { celuSecondDerivative($0, alpha: alpha) }
    ).cataloged(
      as: Facts(
        "CELU", .increasing, .onceDifferentiable, lipschitz: 1,
        spellings: [
          Spelling(.pyTorch, "nn.CELU(alpha=1.0)"), Spelling(.jax, "jax.nn.celu(alpha=1.0)"),
          Spelling(.keras, "activations.celu(alpha=1.0)"),
        ],
        usedIn: "flows in the manner of NCNet",
        source: "Barron 2017, Continuously differentiable exponential linear units, arXiv:1704.07483",
        notes: [
          "Without a kink for every α; ELU has one unless α is 1.",
          "The slope amplifies the rounding of x/α; here it is kept in two doubles.",
        ]),
      parameters: [Parameter("alpha", #"\alpha"#, alpha)],
      jet: { x in x > 0 ? x : alpha * expm1(x / alpha) })
  }

  /// λ·x on the right and λα·(eˣ − 1) on the left, with the left slope at the kink.
  public static let selu = Activation(
    "selu", formula: #"\lambda\begin{cases} x & x > 0 \\ \alpha(e^x - 1) & x \le 0 \end{cases}"#,
    derivativeFormula: #"\lambda\begin{cases} 1 & x > 0 \\ \alpha e^x & x \le 0 \end{cases}"#,
    kinks: [
      Kink(
        .kink, at: 0, left: .init(0, 1.7580993408473768, 1.7580993408473768),
        right: .init(0, 1.0507009873554805), conventions: .everywhere(0, 1.7580993408473766))
    ], range: -1.7580993408473768 ... .infinity, value: { Activations.selu($0) }, derivative: seluDerivative,
    secondDerivative: seluSecondDerivative
  ).cataloged(
    as: Facts(
      "SELU", .increasing, .continuous, lipschitz: 1.7580993408473768, torchGain: 0.75,
      spellings: [
        Spelling(.pyTorch, "nn.SELU"), Spelling(.jax, "jax.nn.selu"), Spelling(.keras, "activations.selu"),
      ],
      usedIn: "self-normalising networks, with LeCun's initialisation and AlphaDropout",
      source: "Klambauer, Unterthiner, Mayr & Hochreiter 2017, Self-normalizing neural networks, NIPS",
      notes: [
        "α and λ are the fixed point at which a standard normal variable keeps mean 0 and variance 1.",
        "calculate_gain returns 0.75; self-normalisation needs 1, with LeCun's normal initialisation.",
        "The frameworks multiply two rounded constants: their left slope is one unit in the last place off.",
      ]),
    parameters: [
      Parameter("alpha", #"\alpha"#, 1.6732632423543772),
      Parameter("scale", #"\lambda"#, 1.0507009873554805),
    ],
    jet: { x in x > 0 ? 1.0507009873554805 * x : 1.7580993408473768 * expm1(x) }, kernel: .selu)

  /// xIELU with its initial parameters.
  public static let xielu = xielu()

  /// αp·x² + βx on the right and αn·(eˣ − 1 − x) + βx on the left.
  public static func xielu(
    alphaP: Double = 0.8, alphaN: Double = 0.8, beta: Double = 0.5
  ) -> Activation {
    let isDefault = alphaP == 0.8 && alphaN == 0.8 && beta == 0.5
    return Activation(
      "xielu",
      formula:
        #"\begin{cases} \alpha_p x^2 + \beta x & x > 0 \\ \alpha_n(e^x - 1 - x) + \beta x & x \le 0 \end{cases}"#,
      derivativeFormula:
        #"\begin{cases} 2\alpha_p x + \beta & x > 0 \\ \alpha_n(e^x - 1) + \beta & x \le 0 \end{cases}"#,
      kinks: [
        Kink(
          .curvature, at: 0, left: .init(0, beta, alphaN), right: .init(0, beta, 2 * alphaP),
          conventions: isDefault
            ? .recorded(
              pyTorch: (-7.999996000001334e-07, -0.30000000000000004),
              jax: (-7.999996000001332e-07, -0.30000000000000004)) : [])
      ], range: (isDefault ? -0.2057512240964821 : -.infinity) ... .infinity,
      value: { Activations.xielu($0, alphaP: alphaP, alphaN: alphaN, beta: beta) },
      derivative: { xieluDerivative($0, alphaP: alphaP, alphaN: alphaN, beta: beta) },
      secondDerivative: { xieluSecondDerivative($0, alphaP: alphaP, alphaN: alphaN, beta: beta) }
    ).cataloged(
      as: Facts(
        "xIELU", alphaN > beta ? .none : .increasing, .onceDifferentiable, lipschitz: .infinity,
        minimum: isDefault ? Extremum(-0.2057512240964821, at: -0.9808292530117262) : nil,
        usedIn: "Apertus (Swiss AI 2025)",
        source: "Huang & Schlag 2024, Deriving activation functions using integration, arXiv:2411.13010",
        notes: [
          "αp = softplus(p) and αn = β + softplus(q), where p and q are learned; both begin at 0.8.",
          """
          The public reference replaces eˣ − 1 by its value at −10⁻⁶ right of there: f(0) = −8e−7 and the left \
          slope at 0 is −0.3 instead of 0.5, a jump that nobody meant. The recorded values show it.
          """,
          "No Lipschitz constant: the slope grows with x.",
        ]),
      parameters: [
        Parameter("alphaP", #"\alpha_p"#, alphaP), Parameter("alphaN", #"\alpha_n"#, alphaN),
        Parameter("beta", #"\beta"#, beta),
      ],
      jet: { x in x > 0 ? alphaP * (x * x) + beta * x : alphaN * (expm1(x) - x) + beta * x })
  }
}
