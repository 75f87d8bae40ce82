import Activations

/// Functions that are hard to check, with their true derivatives.
enum Specimens {
  /// An activation with its formula beside its value and derivative.
  static func defined(
    _ name: String, kinks: [Kink] = [], value: @escaping (Double) -> Double,
    derivative: @escaping (Double) -> Double, jet: @escaping (Jet) -> Jet
  ) -> Activation {
    var activation = Activation(name, kinks: kinks, value: value, derivative: derivative)
    activation.jet = jet
    return activation
  }

  /// All of them.
  static let all = kinked + oscillating + rounded

  /// With kinks, jumps and jumps of the curvature, of which only some are named.
  static let kinked: [Activation] = [
    Activation(
      "hardShrink", kinks: [-0.5, 0.5], value: { $0.magnitude > 0.5 ? $0 : 0 },
      derivative: { $0.magnitude > 0.5 ? 1 : 0 }),
    Activation("threshold", value: { $0 > 1 ? $0 : -20 }, derivative: { $0 > 1 ? 1 : 0 }),
    Activation(
      "selu", kinks: [0], value: { $0 > 0 ? seluScale * $0 : seluScale * seluAlpha * expm1($0) },
      derivative: { $0 > 0 ? seluScale : seluScale * seluAlpha * exp($0) }),
    Activation("elu", value: { $0 > 0 ? $0 : expm1($0) }, derivative: { $0 > 0 ? 1 : exp($0) }),
    defined(
      "relu²", value: { $0 > 0 ? $0 * $0 : 0 }, derivative: { $0 > 0 ? 2 * $0 : 0 },
      jet: { $0 > 0 ? $0 * $0 : 0 }),
    Activation("x·|x|", value: { $0 * $0.magnitude }, derivative: { 2 * $0.magnitude }),
    Activation(
      "softsign", value: { $0 / (1 + $0.magnitude) },
      derivative: { 1 / ((1 + $0.magnitude) * (1 + $0.magnitude)) }),
    Activation(
      "hardSwish", kinks: [-3, 3], value: { $0 * min(max($0 + 3, 0), 6) / 6 },
      derivative: { $0 < -3 ? 0 : $0 > 3 ? 1 : (2 * $0 + 3) / 6 }),
    Activation(
      "softShrink", value: { $0 > 0.5 ? $0 - 0.5 : $0 < -0.5 ? $0 + 0.5 : 0 },
      derivative: { $0.magnitude > 0.5 ? 1 : 0 }),
    Activation(
      "xielu", kinks: [0],
      value: { $0 > 0 ? 0.8 * $0 * $0 + 0.5 * $0 : 0.8 * (expm1(min($0, -1e-6)) - $0) + 0.5 * $0 },
      derivative: { $0 > 0 ? 1.6 * $0 + 0.5 : 0.8 * ($0 > -1e-6 ? -1 : expm1($0)) + 0.5 }),
  ]

  /// With a wave in them.
  static let oscillating: [Activation] = [
    defined(
      "snake", value: { $0 + sin($0) * sin($0) }, derivative: { 1 + sin(2 * $0) },
      jet: { $0 + sin($0) * sin($0) }),
    Activation("snake of values", value: { $0 + sin($0) * sin($0) }, derivative: { 1 + sin(2 * $0) }),
    Activation("sin 30x", value: { sin(30 * $0) }, derivative: { 30 * cos(30 * $0) }),
    Activation("sin 10⁴x", value: { sin(1e4 * $0) }, derivative: { 1e4 * cos(1e4 * $0) }),
    defined(
      "sin 10⁴x by its formula", value: { sin(1e4 * $0) }, derivative: { 1e4 * cos(1e4 * $0) },
      jet: { sin(1e4 * $0) }),
    defined(
      "sin 10⁶x by its formula", value: { sin(1e6 * $0) }, derivative: { 1e6 * cos(1e6 * $0) },
      jet: { sin(1e6 * $0) }),
  ]

  /// That lose digits, or are far from size 1.
  static let rounded: [Activation] = [
    defined(
      "tanhshrink", value: { $0 - tanh($0) }, derivative: { tanh($0) * tanh($0) }, jet: { $0 - tanh($0) }),
    Activation("1e-7·tanh", value: { 1e-7 * tanh($0) }, derivative: { 1e-7 * tanhDerivative($0) }),
    Activation(
      "softplus with a threshold", value: { $0 > 20 ? $0 : log1p(exp($0)) },
      derivative: { $0 > 20 ? 1 : sigmoid($0) }),
    Activation(
      "hard sigmoid with a single 1/6", value: { min(max($0 * sixth + 0.5, 0), 1) },
      derivative: { ($0 * sixth + 0.5).magnitude < 1 && $0 * sixth + 0.5 > 0 ? sixth : 0 }),
    defined(
      "tanh out of its definition", value: { tanh($0) }, derivative: { 1 - tanh($0) * tanh($0) },
      jet: { (exp($0) - exp(-$0)) / (exp($0) + exp(-$0)) }),
    defined(
      "gelu out of textbooks", value: gelu,
      derivative: { 0.5 * (1 + erf($0 * rootHalf)) + $0 * exp(-0.5 * $0 * $0) * 0.3989422804014327 },
      jet: { 0.5 * $0 * (1 + erf($0 * rootHalf)) }),
    defined(
      "softplus out of textbooks", value: softplus, derivative: { 1 / (1 + exp(-$0)) },
      jet: { log(1 + exp($0)) }),
    defined(
      "squareplus", value: { ($0 + ($0 * $0 + 4).squareRoot()) / 2 },
      derivative: { 0.5 * (1 + $0 / ($0 * $0 + 4).squareRoot()) },
      jet: { ($0 + sqrt($0 * $0 + 4)) / 2 }),
    Activation("nothing", value: { _ in 0 }, derivative: { _ in 0 }),
    Activation("three", value: { _ in 3 }, derivative: { _ in 0 }),
    Activation("exp", value: { exp($0) }, derivative: { exp($0) }),
  ]

  private static let sixth = Double(Float(1 / 6.0))
  private static let rootHalf = 0.5.squareRoot()
  private static let seluScale = 1.0507009873554805
  private static let seluAlpha = 1.6732632423543772
}

/// The generator SplitMix64: the same seed, the same numbers.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Grids of all kinds, made of a seed.
enum Grids {
  /// A grid for `activation`, of a kind that the seed chooses.
  static func grid(_ seed: Int, for activation: Activation, count: Int = 60) -> [Double] {
    var generator = SplitMix(state: UInt64(seed))
    let numbers = { (range: ClosedRange<Double>) in
      (0..<count).map { _ in Double.random(in: range, using: &generator) }
    }
    let sign = seed % 2 == 0 ? 1.0 : -1.0
    switch seed % 8 {
    case 0, 1: return numbers(-8...8)
    case 2: return numbers(-60...60)
    case 3: return numbers(-1074...1023).map { sign * Activations.exp($0 * 0.6931471805599453) }
    case 4: return numbers(-1074 ... -960).map { sign * Activations.exp($0 * 0.6931471805599453) }
    case 5: return window(around: numbers(-9...9)[0], numbers(-1...1), numbers(-14...0)[0])
    case 6: return numbers(-800...800)
    default: return beside(activation.kinks.map(\.position) + [0, 0.5, 1, 3, 20], numbers(0...1))
    }
  }

  /// A window as narrow as 10^`power`.
  private static func window(around center: Double, _ offsets: [Double], _ power: Double) -> [Double] {
    let width = exp(power * 2.302585092994046)
    return offsets.map { center + width * $0 }
  }

  /// Places, their neighbours, and numbers a little beside them.
  private static func beside(_ places: [Double], _ sizes: [Double]) -> [Double] {
    places.flatMap { [$0, $0.nextUp, $0.nextDown, $0.nextUp.nextUp] }
      + sizes.indices.map { index in
        let offset = exp(-40 * sizes[index])
        return places[index % places.count] + (index % 3 == 0 ? -offset : offset)
      }
  }
}
