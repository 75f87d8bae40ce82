import Activations
import Testing

@Suite struct ComplexTests {
  static let step = 1e-100

  @Test(arguments: ElementaryFunction.allCases)
  func `the complex step is the derivative`(function: ElementaryFunction) {
    let needsPositive = [.log, .sqrt].contains(function)
    for x in needsPositive ? linspace(0.01, 20, 211) : linspace(-0.9, 20, 211) + linspace(-30, -1, 30) {
      if function == .log1p, x <= -1 { continue }
      let z = Complex.apply(function, to: Complex(x, Self.step))
      let jet = Jet.apply(function, to: .variable(at: x))
      #expect(isNear(z.real, jet.value, 1e-15) || jet.value.magnitude < 1e-15, "\(x)")
      let slope = z.imaginary / Self.step
      #expect(isNear(slope, jet.first, 2e-15) || jet.first.magnitude < 1e-15, "\(x)")
    }
  }

  @Test func `the complex step goes through compositions`() {
    func check(
      _ analytic: (Complex) -> Complex, _ jet: (Jet) -> Jet, sourceLocation: SourceLocation = #_sourceLocation
    ) {
      for x in linspace(-8, 8, 65) {
        let slope = analytic(Complex(x, Self.step)).imaginary / Self.step
        let first = jet(.variable(at: x)).first
        #expect((slope - first).magnitude < 1e-14 * (1 + first.magnitude), sourceLocation: sourceLocation)
      }
    }
    check({ $0 * sigmoid($0) }, { $0 * sigmoid($0) })
    check({ $0 * tanh(softplus($0)) }, { $0 * tanh(softplus($0)) })
    check({ 0.5 * $0 * (1 + erf($0 / 2.0.squareRoot())) }, { 0.5 * $0 * (1 + erf($0 / 2.0.squareRoot())) })
    check({ $0 / sqrt(1 + $0 * $0) }, { $0 / sqrt(1 + $0 * $0) })
    check({ ($0 + pow(sin($0), 2)) / 3 }, { ($0 + pow(sin($0), 2)) / 3 })
    check({ exp(-pow($0, 2)) - 1 / (2 + cos($0)) }, { exp(-pow($0, 2)) - 1 / (2 + cos($0)) })
    check({ 2 - atan($0) * log(1 + $0 * $0) }, { 2 - atan($0) * log(1 + $0 * $0) })
  }

  @Test func `functions far from the real axis keep their identities`() {
    for x in linspace(-3, 3, 13) {
      for y in linspace(-3, 3, 14) {
        let z = Complex(x, y)
        expectNear(exp(log(z)), z)
        expectNear(sqrt(z) * sqrt(z), z)
        expectNear(sinh(z) / cosh(z), tanh(z))
        expectNear(exp(z) - 1, expm1(z))
        expectNear(cosh(z) * cosh(z) - sinh(z) * sinh(z), 1)
        expectNear(sin(z) * sin(z) + cos(z) * cos(z), 1)
        expectNear(log(1 + z), log1p(z))
        expectNear(1 / (1 + exp(-z)), sigmoid(z))
        let angle = atan(z)
        expectNear(sin(angle) / cos(angle), z)
        expectNear(exp(softplus(z)), 1 + exp(z))
        expectNear(z / z, 1)
        expectNear(pow(z, -3) * z * z * z, 1)
        expectNear(erf(z) + erfc(z), 1)
      }
    }
    expectNear(sqrt(Complex(-4, 0)), Complex(0, 2))
    expectNear(sqrt(Complex(-4, -0.0)), Complex(0, -2))
    expectNear(log(Complex(-1, 0)), Complex(0, .pi))
  }

  @Test func `erf is good to its stated error beside the axis`() {
    // erf(1 + 0.001i), computed with fifty digits.
    let z = erf(Complex(1, 1e-3))
    #expect((z.real - 0.84270120805728147).magnitude < 1e-12)
    #expect(isNear(z.imaginary, 0.00041510735905135972, 1e-11))
  }

  @Test func `nothing overflows on the way that does not in the end`() {
    #expect(isNear(Complex(3e200, 4e200).modulus, 5e200, 1e-15) && Complex(0, 0).modulus == 0)
    expectNear(Complex(1e300, 1e300) / Complex(1e300, 1e300), 1)
    for function in ElementaryFunction.allCases {
      for x in [-1e6, -800, 800, 1e6] where x > 0 || ![.log, .log1p, .sqrt].contains(function) {
        let z = Complex.apply(function, to: Complex(x, Self.step))
        #expect(!z.real.isNaN && !z.imaginary.isNaN, "\(function) \(x)")
      }
      let nan = Complex.apply(function, to: Complex(.nan, Self.step))
      #expect(nan.real.isNaN, "\(function)")
    }
    #expect(Complex(.infinity, 1).modulus == .infinity)
    #expect(tanh(Complex(300, 1e-10)).imaginary == 1e-10 * tanhDerivative(300))
  }

  @Test func `mixed arithmetic treats a Double as a real number`() {
    let (z, two) = (Complex(3, 5), Complex(2))
    for (mixed, pure) in [
      (z + 2.0, z + two), (2.0 + z, two + z), (z - 2.0, z - two), (2.0 - z, two - z), (z * 2.0, z * two),
      (2.0 * z, two * z), (z / 2.0, z / two), (2.0 / z, two / z),
    ] as [(Complex, Complex)] {
      #expect(mixed == pure)
    }
    #expect(Complex(1, 2) * Complex(3, 4) == Complex(-5, 10))
    #expect(Complex(-1, 1).phase == 3 * Double.pi / 4 && Complex(0, -2).phase == -Double.pi / 2)
  }

  private func expectNear(_ a: Complex, _ b: Complex, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect((a - b).modulus <= 1e-13 * (1 + b.modulus), "\(a) \(b)", sourceLocation: sourceLocation)
  }
}
