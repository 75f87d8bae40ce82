import Activations
import Testing

@Suite struct JetTests {
  /// A function with its derivatives in other words, and arguments where it is smooth.
  struct Known: Sendable {
    let function: ElementaryFunction
    let first: @Sendable (Double) -> Double
    let second: @Sendable (Double) -> Double
    var isPositive = false
  }

  static let known: [Known] = [
    Known(function: .exp, first: { exp($0) }, second: { exp($0) }),
    Known(function: .expm1, first: { exp($0) }, second: { exp($0) }),
    Known(function: .log, first: { 1 / $0 }, second: { -1 / ($0 * $0) }, isPositive: true),
    Known(
      function: .log1p, first: { 1 / (1 + $0) }, second: { -1 / ((1 + $0) * (1 + $0)) }, isPositive: true),
    Known(
      function: .tanh, first: { 1 / (cosh($0) * cosh($0)) },
      second: { -2 * sinh($0) / (cosh($0) * cosh($0) * cosh($0)) }),
    Known(function: .sinh, first: { cosh($0) }, second: { sinh($0) }),
    Known(function: .cosh, first: { sinh($0) }, second: { cosh($0) }),
    Known(
      function: .erf, first: { exp(-$0 * $0) * 2 / Double.pi.squareRoot() },
      second: { exp(-$0 * $0) * -4 * $0 / Double.pi.squareRoot() }),
    Known(
      function: .erfc, first: { -exp(-$0 * $0) * 2 / Double.pi.squareRoot() },
      second: { exp(-$0 * $0) * 4 * $0 / Double.pi.squareRoot() }),
    Known(function: .sin, first: { cos($0) }, second: { -sin($0) }),
    Known(function: .cos, first: { -sin($0) }, second: { -cos($0) }),
    Known(
      function: .atan, first: { 1 / (1 + $0 * $0) },
      second: { -2 * $0 / ((1 + $0 * $0) * (1 + $0 * $0)) }),
    Known(
      function: .sqrt, first: { 1 / (2 * sqrt($0)) }, second: { -1 / (4 * $0 * sqrt($0)) }, isPositive: true),
    Known(
      function: .sigmoid, first: { 1 / (2 + exp($0) + exp(-$0)) },
      second: { (exp(-$0) - exp($0)) / ((2 + exp($0) + exp(-$0)) * (2 + exp($0) + exp(-$0))) }),
    Known(
      function: .softplus, first: { 1 / (1 + exp(-$0)) }, second: { 1 / (2 + exp($0) + exp(-$0)) }),
  ]

  @Test func `every elementary function is known here`() {
    #expect(Set(Self.known.map(\.function)) == Set(ElementaryFunction.allCases))
  }

  @Test(arguments: known)
  func `derivatives agree with the closed forms`(known: Known) {
    for x in known.isPositive ? linspace(0.05, 9, 97) : linspace(-9, 9, 181) {
      let jet = Jet.apply(known.function, to: .variable(at: x))
      #expect(jet.value == Double.apply(known.function, to: x))
      #expect(isNear(jet.first, known.first(x), 1e-14 * (1 + x * x)), "\(x)")
      #expect(
        isNear(jet.second, known.second(x), 1e-14 * (1 + x * x)) || jet.second.magnitude < 1e-15, "\(x)")
    }
  }

  @Test(arguments: ElementaryFunction.allCases)
  func `derivatives agree with differences of the values`(function: ElementaryFunction) {
    for x in linspace(0.3, 3, 19) {
      let jet = Jet.apply(function, to: .variable(at: x))
      let slope = Self.difference(at: x) { Double.apply(function, to: $0) }
      #expect((jet.first - slope).magnitude < 1e-9 * (1 + jet.first.magnitude))
      let curvature = Self.difference(at: x) { Jet.apply(function, to: .variable(at: $0)).first }
      #expect((jet.second - curvature).magnitude < 1e-9 * (1 + jet.second.magnitude))
    }
  }

  @Test func `compositions follow the chain rule`() {
    for x in linspace(-3, 3, 61) {
      // exp(sin x)
      let wave = Jet(at: x) { exp(sin($0)) }
      #expect(isNear(wave.first, cos(x) * exp(sin(x)), 1e-14))
      #expect((wave.second - (cos(x) * cos(x) - sin(x)) * exp(sin(x))).magnitude < 1e-14)
      // x³·e^(−x²)
      let bump = Jet(at: x) { pow($0, 3) * exp(-$0 * $0) }
      let e = exp(-x * x)
      #expect((bump.first - (3 - 2 * x * x) * x * x * e).magnitude < 1e-14)
      #expect((bump.second - (6 - 14 * x * x + 4 * x * x * x * x) * x * e).magnitude < 1e-13)
      // (x² − 1)/(x² + 1), and the root of its denominator
      let n = x * x + 1
      let quotient = Jet(at: x) { ($0 * $0 - 1) / ($0 * $0 + 1) }
      #expect((quotient.first - 4 * x / (n * n)).magnitude < 1e-14)
      #expect((quotient.second - (4 - 12 * x * x) / (n * n * n)).magnitude < 1e-14)
      let root = Jet(at: x) { sqrt(1 + $0 * $0) }
      #expect((root.first - x / sqrt(n)).magnitude < 1e-15 && isNear(root.second, 1 / (n * sqrt(n)), 1e-14))
      #expect(
        (Jet(at: x) { pow($0, -2) }.second - 6 / (x * x * x * x)).magnitude <= 1e-12 * 6 / (x * x * x * x)
          || x == 0)
    }
  }

  @Test func `mixed arithmetic treats a Double as a constant`() {
    let x = Jet(3, 5, 7)
    let two = Jet(2)
    for (mixed, pure) in [
      (x + 2.0, x + two), (2.0 + x, two + x), (x - 2.0, x - two), (2.0 - x, two - x), (x * 2.0, x * two),
      (2.0 * x, two * x), (x / 2.0, x / two), (2.0 / x, two / x),
    ] as [(Jet, Jet)] {
      #expect(mixed.value == pure.value && mixed.first == pure.first && mixed.second == pure.second)
    }
    var y = x
    y += 1
    y *= x
    y -= 2
    y /= x
    #expect(y.value == 10.0 / 3 && isNear(y.first, 5 + 2 * 5 / 9.0, 1e-15))
  }

  @Test func `at a kink both ways of writing ReLU have the left slope`() {
    let ways: [(Jet) -> Jet] = [
      { x in max(x, 0) }, { x in max(0, x) }, { x in x > 0 ? x : 0 }, { x in -min(-x, 0) },
    ]
    for relu in ways {
      #expect([-2, 0, 3].map { relu(.variable(at: $0)).value } == [0, 0, 3])
      #expect([-2, 0, 3].map { relu(.variable(at: $0)).first } == [0, 0, 1])
    }
    let sigmoid: [(Jet) -> Jet] = [
      { x in min(max(x, 0), 1) }, { x in max(min(x, 1), 0) }, { x in min(1, max(0, x)) },
    ]
    for ramp in sigmoid {
      #expect([-1, 0, 0.5, 1, 2].map { ramp(.variable(at: $0)).first } == [0, 0, 1, 1, 0])
    }
    let size = { (x: Jet) in abs(x) }
    #expect([-2, 0, 2].map { size(.variable(at: $0)).first } == [-1, 0, 1])
    #expect(Jet.variable(at: -2).magnitude.value == 2 && abs(Jet.variable(at: -0.0)).value.sign == .plus)
  }

  @Test func `jets compare by value and keep NaN`() {
    #expect(Jet(1, 2, 3) == Jet(1) && Jet(1) < 2 && Jet(1) <= 1 && Jet(3) > 2 && Jet(3) >= 3)
    let nan = Jet.variable(at: .nan)
    #expect(nan != nan && !(nan > 0) && !(nan <= 0) && !(nan >= 0) && !(nan < 0))
    for jet in [max(nan, 0), max(0, nan), min(nan, 0), min(0, nan), abs(nan)] { #expect(jet.isNaN) }
    for function in ElementaryFunction.allCases {
      let jet = Jet.apply(function, to: nan)
      #expect(jet.value.isNaN && jet.first.isNaN && jet.second.isNaN, "\(function)")
    }
  }

  @Test func `no NaN in the tails`() {
    let formulas: [(Jet) -> Jet] = [
      { 1 / (1 + exp(-$0)) }, { $0 * sigmoid($0) }, { $0 * tanh(softplus($0)) }, { $0 / (1 + exp(-$0)) },
      { 0.5 * $0 * (1 + erf($0 / 2.0.squareRoot())) }, { $0 / (1 + abs($0)) }, { exp(-$0 * $0) },
      { atan($0) }, { $0 / sqrt(1 + $0 * $0) }, { log(1 + exp(-abs($0))) },
    ]
    for (index, formula) in formulas.enumerated() {
      for x in [-1e6, -1000, -745.3, -710, -40, 40, 710, 1000, 1e6] {
        let jet = Jet(at: x, of: formula)
        #expect(!jet.value.isNaN && !jet.first.isNaN && !jet.second.isNaN, "formula \(index) at \(x): \(jet)")
      }
    }
  }

  @Test func `what does not depend on the variable stays so through a vertical slope`() {
    let root = sqrt(Jet(0))
    #expect(root.value == 0 && root.first == 0 && root.second == 0)
    #expect(sqrt(Jet.variable(at: 0)).first == .infinity)
    let scaled = Jet(2) * Jet(.infinity, .infinity, 0)
    #expect(scaled.first == .infinity)
  }

  @Test func `slopes stay exact where the functions are one to the last bit`() {
    #expect(tanh(Jet.variable(at: 300)).first == 4 * exp(-600))
    #expect(sigmoid(Jet.variable(at: 100)).first == exp(-100))
    #expect(isNear(sigmoid(Jet.variable(at: 1e-9)).second, -1.25e-10, 1e-15))
    #expect(isNear(erfc(Jet.variable(at: 26)).first, -2 / Double.pi.squareRoot() * exp(-676), 1e-15))
  }

  @Test func `one formula serves doubles and jets`() {
    func mish<T: ElementaryNumber>(_ x: T) -> T { x * tanh(softplus(x)) }
    for x in linspace(-20, 20, 81) { #expect(mish(Jet.variable(at: x)).value == mish(x)) }
  }

  /// A central difference, extrapolated twice (Richardson).
  static func difference(at x: Double, of function: (Double) -> Double) -> Double {
    let plain = [0x1p-5, 0x1p-6, 0x1p-7, 0x1p-8].map { (function(x + $0) - function(x - $0)) / (2 * $0) }
    let once = (0..<3).map { (4 * plain[$0 + 1] - plain[$0]) / 3 }
    let twice = (0..<2).map { (16 * once[$0 + 1] - once[$0]) / 15 }
    return (64 * twice[1] - twice[0]) / 63
  }
}

/// Whether `a` is `b` up to a relative error.
func isNear(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool {
  a == b || (a - b).magnitude <= tolerance * b.magnitude
}
