import Activations
import Testing

/// The activations that are made of elementary functions, not of pieces.
private let transcendental: [Activation] = [
  .sigmoid, .logSigmoid, .tanh, .tanhshrink, .softplus, .softplusBeta2, .shiftedSoftplus, .silu, .swishBeta,
  .quickGELU, .gelu, .geluTanh, .mish, .tanhExp, .serf, .lisht, .dyt, .derf, .logitSoftcap, .gaussian, .atan,
  .sine, .snake, .exponential,
]

/// Members of families other than those in the catalogue.
private let relatives: [Activation] = [
  .swish(beta: 0.3), .swish(beta: 40), .softplus(beta: 0.7), .softplus(beta: 100), .dyt(alpha: -3),
  .derf(alpha: 1.7), .logitSoftcap(cap: 0.25), .logitSoftcap(cap: 50), .sine(omega: 30), .snake(a: 0.2),
]

/// −30…30, closer around 0, and no round numbers.
private let grid = linspace(-30, 30, 1201).map { $0 * ($0.magnitude + 1) / 31 + 0x1p-12 }

/// Where `function` is largest between two numbers, between which it rises and then falls.
private func peak(of function: (Double) -> Double, from lower: Double, to upper: Double) -> Double {
  var (a, b) = (lower, upper)
  for _ in 0..<100 {
    let (c, d) = (a + (b - a) * 0.382, a + (b - a) * 0.618)
    if function(c) < function(d) { a = c } else { b = d }
  }
  return (a + b) / 2
}

/// The largest value of `function` near the grid, and where it is.
private func maximum(of function: (Double) -> Double) -> Activation.Extremum {
  let best = grid.indices.max { function(grid[$0]) < function(grid[$1]) } ?? 0
  let (left, right) = (grid[max(best - 1, 0)], grid[min(best + 1, grid.count - 1)])
  let position = peak(of: function, from: left, to: right)
  return Activation.Extremum(function(position), at: position)
}

/// Whether two numbers agree but for `ulps` units in the last place of the larger one, or of 1e−300.
private func agree(_ a: Double, _ b: Double, ulps: Double) -> Bool {
  a == b || (a - b).magnitude <= ulps * max(a.magnitude, b.magnitude, 1e-300).ulp
}

@Suite struct TranscendentalTests {
  @Test(arguments: transcendental + relatives)
  func `the formula on jets has the stated derivatives`(activation: Activation) throws {
    let jet = try #require(activation.jet)
    let steepest = max(1, activation.parameters.first?.value.magnitude ?? 1)
    let second = try #require(activation.secondDerivative)
    for x in grid {
      let (there, slope, bend) = (jet(.variable(at: x)), activation.derivative(x), second(x))
      let (first, second) = (slope.magnitude, bend.magnitude)
      // A formula as it stands rounds its argument, and may cancel numbers about 1 or x.
      let size = max(1, x.magnitude)
      #expect((there.value - activation(x)).magnitude <= 0x1p-51 * (size + size * first))
      #expect((there.first - slope).magnitude <= 0x1p-49 * (1 + first + size * second))
      #expect((there.second - bend).magnitude <= 0x1p-48 * size * steepest * steepest * (1 + second))
    }
  }

  @Test(arguments: transcendental + relatives)
  func `a step into the complex plane finds the stated slope`(activation: Activation) throws {
    let complex = try #require(activation.complex)
    let second = try #require(activation.secondDerivative)
    for x in grid {
      let (slope, bend) = (activation.derivative(x), second(x))
      let found = complex(Complex(x, 0x1p-100)).imaginary * 0x1p100
      #expect((found - slope).magnitude <= 0x1p-49 * (1 + slope.magnitude + (x * bend).magnitude))
    }
  }

  @Test(arguments: transcendental + relatives)
  func `no value leaves the stated range, and none smaller would do`(activation: Activation) {
    let range = activation.range
    let edges = [-1e300, -1e5, -1000, 1000, 1e5, 1e300].filter { activation($0).isFinite }
    let values = (grid + edges).map { activation($0) }
    #expect(values.allSatisfy(range.contains))
    let (low, high) = (-maximum { -activation($0) }.value, maximum { activation($0) }.value)
    let (least, most) = (min(low, values.min() ?? 0), max(high, values.max() ?? 0))
    if let minimum = activation.facts?.minimum { #expect(range.lowerBound == minimum.value) }
    #expect(range.lowerBound == -.infinity ? least < -900 : least - range.lowerBound < 1e-12)
    #expect(range.upperBound == .infinity ? most > 900 : range.upperBound - most < 1e-12)
  }

  @Test(arguments: transcendental + relatives)
  func `the stated minimum and Lipschitz constant are those found`(activation: Activation) throws {
    let facts = try #require(activation.facts)
    if let minimum = facts.minimum {
      let found = maximum { -activation($0) }
      #expect((found.value + minimum.value).magnitude <= max(minimum.value.magnitude, 1e-30).ulp)
      #expect(agree(activation(minimum.position), minimum.value, ulps: 1))
      #expect((found.position - minimum.position).magnitude < 1e-6)
    }
    let slope = { activation.derivative($0).magnitude }
    let steepest = max(maximum(of: slope).value, slope(-1000), slope(1000))
    if facts.lipschitz < .infinity {
      #expect(steepest <= facts.lipschitz * (1 + 0x1p-51))
      #expect(steepest >= facts.lipschitz * (1 - 1e-12))
    } else {
      #expect(activation.derivative(700) > 1e300)
    }
  }

  @Test(arguments: transcendental + relatives)
  func `the stated monotonicity and oddness hold`(activation: Activation) throws {
    let facts = try #require(activation.facts)
    let slopes = grid.map(activation.derivative)
    switch facts.monotonicity {
    case .increasing, .nonDecreasing:
      #expect(slopes.allSatisfy { $0 >= 0 })
      #expect(zip(grid, grid.dropFirst()).allSatisfy { activation($0) <= activation($1) })
    case .none:
      #expect(slopes.contains { $0 < 0 })
    }
    let isOdd = grid.allSatisfy { activation(-$0) == -activation($0) }
    #expect(isOdd == facts.isOdd)
  }

  @Test(arguments: transcendental + relatives)
  func `what is not a number stays so, and infinity has its limits`(activation: Activation) throws {
    let second = try #require(activation.secondDerivative)
    #expect(activation(.nan).isNaN && activation.derivative(.nan).isNaN && second(.nan).isNaN)
    for x in [-Double.infinity, .infinity] {
      if activation.name == "sine" || activation.name == "snake" {
        #expect(activation(x).isNaN && activation.derivative(x).isNaN && second(x).isNaN)
        continue
      }
      #expect(activation(x) == activation(x > 0 ? 1e308 : -1e308) || activation(x).isInfinite)
      #expect(activation.derivative(x) == activation.derivative(x > 0 ? 1e308 : -1e308))
      #expect(second(x) == second(x > 0 ? 1e308 : -1e308))
    }
  }

  @Test(arguments: transcendental + relatives)
  func `every activation says what it is`(activation: Activation) throws {
    let facts = try #require(activation.facts)
    #expect(!facts.title.isEmpty && !facts.source.isEmpty)
    #expect(!activation.formula.isEmpty && !activation.derivativeFormula.isEmpty)
    #expect(activation.kinks.isEmpty && facts.smoothness == .smooth)
    #expect(activation.parameters.allSatisfy { $0.value != 0 && !$0.name.isEmpty && !$0.symbol.isEmpty })
  }
}

@Suite struct TranscendentalIdentityTests {
  @Test func `a member of a family is the activation of its own name`() {
    for x in grid {
      #expect(silu(x) == Activation.swish(beta: 1)(x))
      #expect(Activation.swishBeta(x) == swish(x, beta: 1.5))
      #expect(Activation.softplusBeta2(x) == softplus(x, beta: 2))
      #expect(dyt(x, alpha: 1) == tanh(x) && dytDerivative(x, alpha: 1) == tanhDerivative(x))
      #expect(derf(x, alpha: 1) == erf(x))
      #expect(sine(x) == sin(x) && sineDerivative(x) == cos(x))
    }
  }

  @Test func `softplus has the logistic function as its slope, and that has its slope in turn`() {
    for x in grid {
      #expect(softplusDerivative(x) == sigmoid(x) && softplusSecondDerivative(x) == sigmoidDerivative(x))
      #expect(shiftedSoftplusDerivative(x) == sigmoid(x))
      #expect(logSigmoid(x) == -softplus(-x) && logSigmoidDerivative(x) == sigmoid(-x))
    }
  }

  @Test func `a function and its mirror image add up`() {
    for x in grid {
      #expect(agree(sigmoid(x) + sigmoid(-x), 1, ulps: 1))
      #expect(sigmoidDerivative(x) == sigmoidDerivative(-x))
      for function in [gelu, geluTanh, quickGELU, silu] {
        #expect(agree(function(x) - function(-x), x, ulps: 1))
      }
      #expect((softplus(x) - softplus(-x) - x).magnitude <= softplus(x.magnitude).ulp)
      #expect(agree(tanhshrink(x) + tanh(x), x, ulps: 1))
      #expect(lisht(-x) == lisht(x) && gaussian(-x) == gaussian(x))
    }
  }

  @Test func `functions that are one another in other units agree`() {
    for x in grid {
      #expect(agree(tanh(x), 2 * sigmoid(2 * x) - 1, ulps: 1 / min(1, x.magnitude) + 2))
      #expect(agree(tanhDerivative(x), 4 * sigmoidDerivative(2 * x), ulps: 1))
      #expect(agree(swish(x, beta: 4), silu(4 * x) / 4, ulps: 0))
      #expect(agree(softplus(x, beta: 4), softplus(4 * x) / 4, ulps: 0))
      #expect(agree(logitSoftcap(x, cap: 8), 8 * tanh(x / 8), ulps: 0))
      #expect((snakeDerivative(x) - (1 + sin(2 * x))).magnitude <= 0x1p-50)
      #expect(agree(gaussianDerivative(x), -2 * x * gaussian(x), ulps: 2))
      #expect(agree(lisht(x), x * tanh(x), ulps: 2))
    }
  }

  @Test func `tails keep their digits to the last subnormal`() {
    // x·e^x and e^x alone, where σ(x) has long been subnormal.
    #expect(agree(silu(-744), -744 * exp(-372) * exp(-372), ulps: 1e3) && silu(-744) < -0x1p-1070)
    #expect(mish(-700) == silu(-700) && tanhExp(-700) == silu(-700))
    #expect(sigmoidDerivative(400) == exp(-400) && tanhDerivative(200) == 4 * exp(-400))
    #expect(softplus(-720) == exp(-720) && logSigmoid(720) == -exp(-720))
    #expect(tanhshrink(0x1p-300) == 0x1p-900 / 3 && shiftedSoftplus(0x1p-600) == 0x1p-601)
    #expect(atanDerivative(0x1p530) == 0x1p-1060 && atanSecondDerivative(0x1p340) == -0x1p-1019)
    #expect(logitSoftcap(0x1p-1074) == 0x1p-1074 && tanhshrink(1e-110) == 0)
    #expect(snakeSecondDerivative(1.7e308).magnitude <= 2 && snakeDerivative(-1.7e308) >= 0)
    #expect(gelu(-38) < -0x1p-1050 && geluDerivative(-38) < -0x1p-1045 && gelu(-1e300) == 0)
  }

  @Test func `an odd function and a unit keep the sign of zero`() {
    for activation in transcendental where activation(0) == 0 && activation.name != "lisht" {
      #expect(activation(-0.0).sign == .minus && activation(0).sign == .plus, "\(activation)")
    }
  }

  @Test func `a parameter that is no number of its family stops the program`() async {
    await #expect(processExitsWith: .failure) { _ = Activation.swish(beta: -1) }
    await #expect(processExitsWith: .failure) { _ = Activation.logitSoftcap(cap: .infinity) }
  }

  @Test func `activations and functions are called alike`() {
    #expect(Activation.softplus(2) == softplus(2) && Activation.dyt(2) == dyt(2))
    #expect(Activation.swish(beta: 3).parameters == [Activation.Parameter("beta", #"\beta"#, 3)])
    #expect(Activation.sine(omega: 30).parameters.first?.value == 30)
    #expect(Activation.logitSoftcap.range == -30...30)
  }
}

@Suite struct TranscendentalNoteTests {
  /// What the notes say of the distance between GELU and what stands in for it.
  @Test func `the approximations of GELU are as far from it as noted`() {
    let throughTanh = maximum { (gelu($0) - geluTanh($0)).magnitude }
    #expect((throughTanh.value - 4.732e-4).magnitude < 1e-7)
    #expect((throughTanh.position.magnitude - 2.699).magnitude < 1e-3)
    let quick = maximum { (gelu($0) - quickGELU($0)).magnitude }
    #expect((quick.value - 0.0203).magnitude < 1e-4 && (quick.position.magnitude - 2.27).magnitude < 0.01)
  }

  @Test func `formulas as commonly written lose what the notes say`() {
    #expect(sigmoid(38) * (1 - sigmoid(38)) == 0 && sigmoidDerivative(38) > 3e-17)
    #expect(1 - tanh(19.1) * tanh(19.1) == 0 && tanhDerivative(19.1) > 1e-17)
    #expect(tanhDerivative(372) > 0 && tanhDerivative(374) == 0)
    #expect(1 + erf(-8.4 / 2.0.squareRoot()) == 0 && gelu(-8.4) < 0)
    #expect(log(sigmoid(-746)) == -.infinity && logSigmoid(-746) == -746)
    #expect(log(sigmoid(38)) == 0 && logSigmoid(38) < 0)
    #expect(1e-9 - tanh(1e-9) == 0 && tanhshrink(1e-9) > 0)
    #expect(exp(710) * tanhDerivative(exp(710)) != 0 && tanhExpDerivative(710) == 1)
    #expect(linspace(26, 27, 501).contains { !agree(exp(-$0 * $0), gaussian($0), ulps: 200) })
    #expect(linspace(-366, -364, 501).contains { !agree($0 * sigmoid(1.702 * $0), quickGELU($0), ulps: 100) })
    #expect((2.0e-9...2.1e-9).contains(1 - softplusDerivative(20)))
    #expect(exp(709.78) < .infinity && exp(709.79) == .infinity)
    #expect(Float(exp(88.72)) < .infinity && Float(exp(88.73)) == .infinity)
  }
}
