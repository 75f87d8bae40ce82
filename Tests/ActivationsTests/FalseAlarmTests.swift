import Activations
import Testing

@Suite struct FalseAlarmTests {
  @Test(arguments: Activation.catalog)
  func `no grid raises a false alarm: tails, subnormals, kinks, tiny windows`(activation: Activation) {
    for seed in 1...16 {
      let check = activation.checkDerivative(on: Grids.grid(seed, for: activation, count: 24))
      #expect(check.verdict != .wrong, "seed \(seed): \(String(describing: check.worst)) \(check.kinks)")
    }
    #expect(activation.checkDerivative().passed)
  }

  @Test(arguments: Activation.catalog)
  func `values alone raise no false alarm`(activation: Activation) {
    var known = activation
    (known.jet, known.complex, known.kinks) = (nil, nil, [])
    for seed in 1...8 {
      let check = known.checkDerivative(on: Grids.grid(seed, for: activation, count: 24))
      #expect(check.verdict != .wrong, "seed \(seed): \(String(describing: check.worst)) \(check.kinks)")
    }
  }

  @Test(arguments: Specimens.all)
  func `functions that are hard to check raise no false alarm`(activation: Activation) {
    for seed in 1...8 {
      let check = activation.checkDerivative(on: Grids.grid(seed, for: activation, count: 24))
      #expect(check.verdict != .wrong, "seed \(seed): \(String(describing: check.worst)) \(check.kinks)")
    }
    #expect(activation.checkDerivative().passed)
  }

  @Test func `where nothing can be measured, nothing is said`() {
    var sigmoid = Activation.sigmoid
    (sigmoid.jet, sigmoid.complex) = (nil, nil)
    let check = sigmoid.checkDerivative(on: linspace(45, 60, 16))
    #expect(check.verdict == .undecidable && check.undecidable == 16 && !check.passed)
  }

  @Test func `the steps of a textbook formula in its tail are neither mistakes nor kinks`() {
    let textbook = { (x: Double) in 0.5 * x * (1 + erf(x / 2.0.squareRoot())) }
    let gelu = Activation("gelu", value: textbook, derivative: geluDerivative)
    let wrong = Activation("wrong", value: textbook, derivative: { 1.5 * geluDerivative($0) })
    for x in linspace(-9, -5, 81) {
      let check = gelu.checkDerivative(on: [x])
      #expect(check.verdict != .wrong && check.kinks.isEmpty, "\(x): \(check.points) \(check.kinks)")
      if x > -7 { #expect(check.passed && wrong.checkDerivative(on: [x]).verdict == .wrong, "\(x)") }
    }
  }
}
