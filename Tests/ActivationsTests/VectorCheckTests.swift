import Activations
import Testing

/// The catalogue's vector activations before the gradient check.
@Suite struct VectorCheckTests {
  private static let places: [[Double]] = [
    [0.3, -1.2, 2, 0.7], [-0.1, 0.4, 0.25, -0.9], [1.5, 1.25, -2, 0.5, 3, -0.75],
  ]

  @Test(arguments: VectorActivation.catalog)
  func `every vector–Jacobian product agrees with measured slopes`(activation: VectorActivation) {
    for x in Self.places {
      let check = activation.checkGradient(at: x)
      #expect(check.passed, "\(activation) at \(x): \(String(describing: check.worst))")
    }
  }

  @Test(arguments: VectorActivation.catalog)
  func `a product that is wrong by a millionth, or with the wrong sign, is caught`(
    activation: VectorActivation
  ) {
    for factor in [1 + 1e-6, -1] {
      var wrong = activation
      wrong.pullback = { x, cotangent in activation.pullback(x, cotangent).map { $0 * factor } }
      #expect(wrong.checkGradient(at: Self.places[1]).verdict == .wrong)
    }
  }

  @Test func `a softmax whose shares do not compete is caught`() {
    var wrong = VectorActivation.softmax
    wrong.pullback = { x, cotangent in
      zip(VectorActivation.softmax(x), cotangent).map { $0 * (1 - $0) * $1 }
    }
    #expect(wrong.checkGradient(at: Self.places[1]).verdict == .wrong)
  }
}
