import Activations
import Foundation
import Testing

@Suite struct DerivativeCheckTests {
  static let wide =
    linspace(-745, 745, 400) + linspace(-40, 40, 801) + [
      1e-5, -1e-5, 1e-300, -1e-300, 1e300, -1e300, .leastNonzeroMagnitude, 1e10, -1e10, 1e17, -1e17, 3e-9,
    ]

  @Test(arguments: Activation.catalog)
  func `stated derivatives of the catalogue agree with measured slopes`(activation: Activation) {
    let check = activation.checkDerivative()
    #expect(check.passed)
    #expect(check.points.count + check.kinks.count == 161)
    #expect(check.kinks.map(\.position) == activation.kinks.map(\.position))
    #expect(check.resolution < 1e-12 || activation.name == "step")
  }

  @Test(arguments: Activation.catalog)
  func `no point of any grid raises a false alarm`(activation: Activation) {
    let check = activation.checkDerivative(on: Self.wide)
    #expect(check.passed, "\(activation): \(String(describing: check.worst))")
    #expect(check.kinks.map(\.position) == activation.kinks.map(\.position))
  }

  @Test(arguments: Activation.catalog.filter { $0.name != "step" }, [1e-3, 1e-5, 1e-8, 1e-11])
  func `a derivative that is wrong by a small factor is caught`(activation: Activation, error: Double) {
    var wrong = activation
    wrong.derivative = { activation.derivative($0) * (1 + error) }
    #expect(!wrong.checkDerivative().passed)
  }

  @Test func `a derivative that is wrong in one tail only is caught`() {
    let wrong = Activation("gelu", value: gelu, derivative: { geluDerivative($0) * ($0 < -7 ? 1.001 : 1) })
    #expect(wrong.checkDerivative().worst.map { $0.x < -7 } == true)
    #expect(!wrong.checkDerivative().passed)
  }

  @Test func `a small function is checked as strictly as a large one`() {
    let wrong = Activation("small", value: { 1e-7 * tanh($0) }, derivative: { 0.5e-7 * tanhDerivative($0) })
    #expect(!wrong.checkDerivative().passed)
    let right = Activation("small", value: { 1e-7 * tanh($0) }, derivative: { 1e-7 * tanhDerivative($0) })
    #expect(right.checkDerivative().passed)
  }

  @Test func `a kink that nobody named is found, with the slopes of both sides`() throws {
    let relu = Activation("relu", value: { max(0, $0 - 1 / 3.0) }, derivative: { $0 > 1 / 3.0 ? 1 : 0 })
    let check = relu.checkDerivative()
    let kink = try #require(check.kinks.first)
    #expect(check.passed && check.kinks.count == 1)
    #expect((kink.position - 1 / 3.0).magnitude < 1e-12)
    #expect(kink.left == 0 && (kink.right - 1).magnitude < 1e-9 && kink.jump == 0)
  }

  @Test func `at a kink any slope between both sides is accepted and no other`() {
    for (slope, isAccepted) in [
      (0.0, true), (0.5, true), (1.0, true), (-0.1, false), (1.1, false), (.nan, false),
    ] {
      let relu = Activation(
        "relu", kinks: [0], value: { max(0, $0) }, derivative: { $0 == 0 ? slope : $0 > 0 ? 1 : 0 })
      #expect(relu.checkDerivative().passed == isAccepted)
    }
  }

  @Test func `a jump of the value is told from a kink`() {
    let step = Activation("step", value: { $0 > 0 ? 1 : 0 }, derivative: { _ in 0 })
    let check = step.checkDerivative()
    #expect(check.passed && check.kinks.map(\.position) == [0] && check.kinks.map(\.jump) == [1])
  }

  @Test func `functions with only one continuous derivative pass`() {
    let elu = Activation(
      "elu", value: { $0 > 0 ? $0 : expm1($0) }, derivative: { $0 > 0 ? 1 : Activations.exp($0) })
    #expect(elu.checkDerivative().passed)
    let square = Activation("relu²", value: { $0 > 0 ? $0 * $0 : 0 }, derivative: { $0 > 0 ? 2 * $0 : 0 })
    #expect(square.checkDerivative().passed)
    let softsign = Activation(
      "softsign", value: { $0 / (1 + $0.magnitude) },
      derivative: { 1 / ((1 + $0.magnitude) * (1 + $0.magnitude)) })
    #expect(softsign.checkDerivative().passed)
  }

  @Test func `textbook formulas that lose digits are not blamed for it`() {
    let e = { (x: Double) in Activations.exp(x) }
    let formulas = [
      Activation("σ", value: { 1 / (1 + e(-$0)) }, derivative: { 1 / (1 + e(-$0)) * (1 - 1 / (1 + e(-$0))) }),
      Activation(
        "tanh", value: { (e($0) - e(-$0)) / (e($0) + e(-$0)) }, derivative: { 1 - tanh($0) * tanh($0) }),
      Activation("softplus", value: { log(1 + e($0)) }, derivative: sigmoid),
      Activation(
        "gelu", value: { 0.5 * $0 * (1 + erf($0 / 2.0.squareRoot())) }, derivative: geluDerivative),
      Activation("rounded", value: { Double(Float(tanh($0))) }, derivative: tanhDerivative),
    ]
    for formula in formulas {
      let check = formula.checkDerivative()
      #expect(check.passed, "\(formula): \(String(describing: check.worst))")
    }
  }

  @Test func `values whose rounding happens to line up are still known to be rough`() {
    let squareplus = Activation(
      "squareplus", value: { ($0 + ($0 * $0 + 4).squareRoot()) / 2 },
      derivative: { 0.5 * (1 + $0 / ($0 * $0 + 4).squareRoot()) })
    #expect(squareplus.checkDerivative(on: linspace(-100, 100, 201)).passed)
  }

  @Test func `two kinks side by side are both found`() {
    let valley = Activation(
      "valley", value: { $0.magnitude + ($0 - 0.01).magnitude },
      derivative: { $0 < 0 ? -2 : $0 < 0.01 ? 0 : 2 })
    for grid in [linspace(-8, 8, 161), linspace(-0.1, 0.1, 201)] {
      let check = valley.checkDerivative(on: grid)
      #expect(check.passed && check.kinks.map(\.position) == [0, 0.01])
    }
  }

  @Test func `an oscillation in time with the halved steps is not mistaken for a constant`() {
    for frequency in [4.0, 16, 64] {
      let k = frequency * Double.pi
      let wave = Activation("wave", value: { sin(k * $0) }, derivative: { k * cos(k * $0) })
      #expect(wave.checkDerivative().passed)
      let wrong = Activation("wave", value: { sin(k * $0) }, derivative: { 1.001 * k * cos(k * $0) })
      #expect(!wrong.checkDerivative().passed)
    }
  }

  @Test func `what is not a number fails, and nothing to compare is no success`() {
    let hole = Activation("hole", value: { tanh($0) }, derivative: { $0 == 1 ? .nan : tanhDerivative($0) })
    #expect(!hole.checkDerivative().passed)
    #expect(hole.checkDerivative().worst?.x == 1)
    let pole = Activation("pole", value: { 1 / $0 }, derivative: { -1 / ($0 * $0) })
    #expect(!pole.checkDerivative().passed)
    #expect(!Activation.relu.checkDerivative(on: []).passed)
    #expect(!Activation.relu.checkDerivative(on: [.nan, .infinity]).passed)
  }

  @Test func `the error of a plain central difference falls and rises with the step`() throws {
    let check = Activation.tanh.checkDerivative(on: [0.5])
    let least = try #require(zip(check.steps, check.stepErrors).min { $0.1 < $1.1 })
    #expect(check.steps.first == 1 && check.steps.count == check.stepErrors.count)
    #expect(least.0 > 1e-7 && least.0 < 1e-3)
    #expect(check.stepErrors[0] > 1e-2 && check.stepErrors[40] > 1e-6)
  }

  @Test func `a check is printed as a few lines that a person reads`() {
    let wrong = Activation("wrong", value: { tanh($0) }, derivative: { 1 - tanh($0) })
    let lines = "\(wrong.checkDerivative())".split(separator: "\n")
    #expect(lines.first == "wrong: the derivative is wrong at 161 places")
    #expect(lines.count == 2 && lines.last?.hasPrefix("  worst at x = -8.0: stated 1.99999977") == true)
    let relu = "\(Activation.relu.checkDerivative())"
    #expect(relu.hasPrefix("relu: the derivative is correct at 160 places\n  worst at x = "))
    #expect(relu.hasSuffix("\n  kink at 0.0: slopes 0.0 and 1.0, stated 0.0"))
    let kinked = Activation(
      "kinked", value: { Activation.relu($0) }, derivative: { $0 == 0 ? 2 : reluDerivative($0) })
    #expect("\(kinked.checkDerivative())".hasSuffix("stated 2.0, which is wrong"))
  }
}
