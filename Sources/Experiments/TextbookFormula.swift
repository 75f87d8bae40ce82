import Activations

/// A formula as it is usually written, beside the same function computed with care.
struct TextbookFormula: Sendable {
  /// The name of the function in the library.
  let name: String
  /// The formula in words.
  let text: String
  /// The formula, computed as it stands.
  let naive: @Sendable (Double) -> Double
  /// The catalogue's function.
  let careful: @Sendable (Double) -> Double

  /// Every formula, values first.
  static let all: [TextbookFormula] = [
    TextbookFormula("gelu", "x/2·(1 + erf(x/√2))", { $0 / 2 * (1 + erf($0 / 2.0.squareRoot())) }) {
      Activation.gelu($0)
    },
    TextbookFormula("geluTanh", "x/2·(1 + tanh u)", { $0 / 2 * (1 + tanh(cubic($0))) }) {
      Activation.geluTanh($0)
    },
    TextbookFormula("silu", "x/(1 + exp(−x))", { $0 / (1 + exp(-$0)) }) { Activation.silu($0) },
    TextbookFormula("mish", "x·tanh(log(1 + exp x))", { $0 * tanh(log(1 + exp($0))) }) {
      Activation.mish($0)
    },
    TextbookFormula("softplus", "log(1 + exp x)", { log(1 + exp($0)) }) { Activation.softplus($0) },
    TextbookFormula("shiftedSoftplus", "log(1 + exp x) − log 2", { log(1 + exp($0)) - log(2) }) {
      Activation.shiftedSoftplus($0)
    },
    TextbookFormula("logSigmoid", "log(1/(1 + exp(−x)))", { log(1 / (1 + exp(-$0))) }) {
      Activation.logSigmoid($0)
    },
    TextbookFormula("squareplus", "(x + √(x² + 4))/2", { ($0 + ($0 * $0 + 4).squareRoot()) / 2 }) {
      Activation.squareplus($0)
    },
    TextbookFormula("elu", "exp(x) − 1 for x < 0", { $0 > 0 ? $0 : exp($0) - 1 }) { Activation.elu($0) },
    TextbookFormula("tanhshrink", "x − tanh x", { $0 - tanh($0) }) { Activation.tanhshrink($0) },
    TextbookFormula("gaussian", "exp(−x·x)", { exp(-$0 * $0) }) { Activation.gaussian($0) },
    TextbookFormula("sigmoidDerivative", "σ(1 − σ)", { x in sigmoid(x) * (1 - sigmoid(x)) }) {
      Activation.sigmoid.derivative($0)
    },
    TextbookFormula("tanhDerivative", "1 − tanh² x", { 1 - tanh($0) * tanh($0) }) {
      Activation.tanh.derivative($0)
    },
    TextbookFormula("geluTanhDerivative", "(1 + t)/2 + x/2·(1 − t²)·u′", geluTanhSlope) {
      Activation.geluTanh.derivative($0)
    },
  ]

  init(
    _ name: String, _ text: String, _ naive: @escaping @Sendable (Double) -> Double,
    careful: @escaping @Sendable (Double) -> Double
  ) {
    (self.name, self.text, self.naive, self.careful) = (name, text, naive, careful)
  }

  /// How many numbers lie between both results; `nil` where one of them is not a number.
  func distance(at x: Double) -> Double? {
    let (a, b) = (naive(x), careful(x))
    guard !a.isNaN, !b.isNaN else { return nil }
    let (first, second) = (a.magnitude.bitPattern, b.magnitude.bitPattern)
    let isOneSided = (a < 0) == (b < 0) || a == 0 || b == 0
    return isOneSided ? Double(max(first, second) - min(first, second)) : Double(first) + Double(second)
  }
}

/// √(2/π)·(x + 0.044715x³).
private func cubic(_ x: Double) -> Double { 0.7978845608028654 * (x + 0.044715 * x * x * x) }

@Sendable private func geluTanhSlope(_ x: Double) -> Double {
  let t = tanh(cubic(x))
  return (1 + t) / 2 + x / 2 * (1 - t * t) * 0.7978845608028654 * (1 + 0.134145 * x * x)
}
