import Activations
import Testing

@Suite struct GradientCheckTests {
  static func softmax(_ x: [Double]) -> [Double] {
    let largest = x.max() ?? 0
    let powers = x.map { exp($0 - largest) }
    let sum = powers.reduce(0) { $0 + $1 }
    return powers.map { $0 / sum }
  }

  static func softmaxGradient(_ x: [Double], _ cotangent: [Double]) -> [Double] {
    let shares = softmax(x)
    let mean = zip(shares, cotangent).reduce(0) { $0 + $1.0 * $1.1 }
    return zip(shares, cotangent).map { $0 * ($1 - mean) }
  }

  static let softmaxCheck = GradientCheck("softmax", value: softmax, vjp: softmaxGradient)

  /// a·σ(b), a the first half of the argument and b the second.
  static let gluCheck = GradientCheck(
    "glu", value: { x in (0..<x.count / 2).map { x[$0] * sigmoid(x[$0 + x.count / 2]) } },
    vjp: { x, cotangent in
      let half = x.count / 2
      let values = (0..<half).map { cotangent[$0] * sigmoid(x[$0 + half]) }
      return values + (0..<half).map { cotangent[$0] * x[$0] * sigmoidDerivative(x[$0 + half]) }
    })

  @Test func `gradients of softmax and GLU agree with measured slopes`() {
    for x in [[0.1, -0.7, 2], [5, 5, 5, 5], [1, 30, -4, 0.5]] {
      let check = Self.softmaxCheck.check(at: x)
      #expect(check.passed && check.points.map(\.x) == x.indices.map(Double.init))
    }
    #expect(Self.softmaxCheck.check(at: [0.1, -0.7, 2]).resolution < 1e-11)
    #expect(Self.gluCheck.check(at: [1, -2, 0.3, 0.5]).passed)
  }

  @Test func `a gradient with a mistake is caught at its component`() {
    let mistakes: [([Double], [Double]) -> [Double]] = [
      { x, c in Self.softmaxGradient(x, c).map { $0 * (1 + 1e-9) } },
      { x, c in zip(Self.softmax(x), c).map { $0 * $1 } },
      { x, c in Self.softmaxGradient(x, c).reversed() },
      { x, c in Self.softmaxGradient(x, c).map { Double(Float($0)) } },
      { x, c in Array(Self.softmaxGradient(x, c).dropLast()) },
    ]
    for mistake in mistakes {
      let check = GradientCheck("wrong", value: Self.softmax, vjp: mistake).check(at: [0.1, -0.7, 2])
      #expect(check.verdict == .wrong)
    }
    let last = GradientCheck("last", value: Self.softmax) { x, c in
      var gradient = Self.softmaxGradient(x, c)
      gradient[2] *= 1.001
      return gradient
    }
    #expect(last.check(at: [0.1, -0.7, 2]).worst?.x == 2)
  }
}
