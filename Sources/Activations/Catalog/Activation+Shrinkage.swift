extension Activation {
  /// x where |x| > ½, else 0.
  public static let hardShrink = hardShrink()

  /// x where |x| > λ, else 0, for λ ≥ 0.
  public static func hardShrink(lambda: Double = 0.5) -> Activation {
    Activation(
      "hardShrink", formula: #"x\,\mathbf{1}[|x| > \lambda]"#,
      derivativeFormula: #"\mathbf{1}[|x| > \lambda]"#,
      kinks: shrinkageKinks(.jump, lambda, edge: lambda, isRecorded: lambda == 0.5),
      value: { Activations.hardShrink($0, lambda: lambda) },
      derivative: { hardShrinkDerivative($0, lambda: lambda) },
      secondDerivative: { hardShrinkSecondDerivative($0, lambda: lambda) }
    ).cataloged(
      as: Facts(
        "Hard shrink", .nonDecreasing, .discontinuous, isOdd: true, lipschitz: .infinity,
        spellings: [
          Spelling(.pyTorch, "nn.Hardshrink(lambd=0.5)"),
          Spelling(.keras, "activations.hard_shrink(threshold=0.5)"),
        ],
        usedIn: "wavelet shrinkage, LISTA",
        source: """
          Donoho & Johnstone 1994, Ideal spatial adaptation by wavelet shrinkage, Biometrika 81(3):425–455
          """,
        notes: ["Jumps at ±λ, where all frameworks call the slope 0."]),
      parameters: [Parameter("lambda", #"\lambda"#, lambda)],
      jet: { x in x.value.magnitude <= lambda ? 0 : x })
  }

  /// x brought nearer to 0 by ½, or 0.
  public static let softShrink = softShrink()

  /// x brought nearer to 0 by λ, or 0 where |x| ≤ λ, for λ ≥ 0.
  public static func softShrink(lambda: Double = 0.5) -> Activation {
    Activation(
      "softShrink", formula: #"\operatorname{sign}(x)\,\max(|x| - \lambda, 0)"#,
      derivativeFormula: #"\mathbf{1}[|x| > \lambda]"#,
      kinks: shrinkageKinks(.kink, lambda, edge: 0, isRecorded: lambda == 0.5),
      value: { Activations.softShrink($0, lambda: lambda) },
      derivative: { softShrinkDerivative($0, lambda: lambda) },
      secondDerivative: { softShrinkSecondDerivative($0, lambda: lambda) }
    ).cataloged(
      as: Facts(
        "Soft shrink", .nonDecreasing, .continuous, isOdd: true, lipschitz: 1,
        spellings: [
          Spelling(.pyTorch, "nn.Softshrink(lambd=0.5)"),
          Spelling(.keras, "activations.soft_shrink(threshold=0.5)"),
        ],
        usedIn: "LASSO by ISTA, the Fourier operators FNO and AFNO",
        source: "Donoho 1995, De-noising by soft-thresholding, IEEE Trans. IT 41(3):613–627",
        notes: ["The proximal map of λ|x|."]),
      parameters: [Parameter("lambda", #"\lambda"#, lambda)],
      jet: { x in x.value.magnitude <= lambda ? 0 : (x < 0 ? x + lambda : x - lambda) })
  }

  /// The kinks at ±λ, where the value beyond is ±`edge`.
  private static func shrinkageKinks(
    _ kind: Kink.Kind, _ lambda: Double, edge: Double, isRecorded: Bool
  ) -> [Kink] {
    guard lambda > 0 else { return [] }
    let conventions: [Kink.Convention] = isRecorded ? .everywhere(0, 0) : []
    return [
      Kink(kind, at: -lambda, left: .init(-edge, 1), right: .init(0, 0), conventions: conventions),
      Kink(kind, at: lambda, left: .init(0, 0), right: .init(edge, 1), conventions: conventions),
    ]
  }

  /// x where x > 1, else 0.
  public static let threshold = threshold(1, value: 0)

  /// x where x > θ, else `value`.
  public static func threshold(_ threshold: Double, value: Double) -> Activation {
    let isDefault = threshold == 1 && value == 0
    return Activation(
      "threshold", formula: #"\begin{cases} x & x > \theta \\ v & x \le \theta \end{cases}"#,
      derivativeFormula: #"\mathbf{1}[x > \theta]"#,
      kinks: [
        Kink(
          value == threshold ? .kink : .jump, at: threshold, left: .init(value, 0),
          right: .init(threshold, 1), conventions: isDefault ? .everywhere(0, 0) : [])
      ], range: Swift.min(value, threshold) ... .infinity,
      value: { Activations.threshold($0, threshold: threshold, value: value) },
      derivative: { thresholdDerivative($0, threshold: threshold, value: value) },
      secondDerivative: { thresholdSecondDerivative($0, threshold: threshold, value: value) }
    ).cataloged(
      as: Facts(
        "Threshold", value <= threshold ? .nonDecreasing : .none,
        value == threshold ? .continuous : .discontinuous,
        lipschitz: value == threshold ? 1 : .infinity,
        spellings: [
          Spelling(.pyTorch, "nn.Threshold(threshold, value)"),
          Spelling(.keras, "activations.threshold(threshold, default_value)"),
        ],
        usedIn: "autoencoders without bias",
        source: """
          Konda, Memisevic & Krueger 2015, Zero-bias autoencoders and the benefits of co-adapting features, \
          ICLR, arXiv:1402.3337
          """,
        notes: ["Neither θ nor v has a default; the course takes θ = 1 and v = 0."]),
      parameters: [Parameter("threshold", #"\theta"#, threshold), Parameter("value", "v", value)],
      jet: { x in x.value <= threshold ? Jet(value) : x })
  }
}
