import Activations
import Testing

@Suite struct CatalogTests {
  /// Places that are on no kink of the catalogue.
  static let places = linspace(-7.93, 7.91, 397)

  @Test func `every activation belongs to one family`() {
    let members = Activation.Family.allCases.flatMap(\.members)
    #expect(members.map(\.name).sorted() == Activation.catalog.map(\.name).sorted())
    #expect(Set(Activation.Family.allCases.map(\.title)).count == Activation.Family.allCases.count)
  }

  @Test(arguments: Activation.catalog)
  func `an entry is complete`(activation: Activation) throws {
    let facts = try #require(activation.facts)
    #expect(!facts.title.isEmpty && !activation.formula.isEmpty && !activation.derivativeFormula.isEmpty)
    #expect(activation.secondDerivative != nil && activation.jet != nil)
    #expect(activation.kinks.allSatisfy { $0.kind != nil && $0.left != nil && $0.right != nil })
    #expect(activation.kinks.map(\.position) == activation.kinks.map(\.position).sorted())
    #expect(Activation.named(activation.name)?.name == activation.name)
    #expect(Set(Activation.catalog.map(\.name)).count == Activation.catalog.count)
  }

  @Test(arguments: Activation.catalog)
  func `the formula on jets gives value, slope and curvature`(activation: Activation) throws {
    let jet = try #require(activation.jet)
    let second = try #require(activation.secondDerivative)
    for x in Self.places {
      let result = jet(.variable(at: x))
      let scale = 1 + activation(x).magnitude
      #expect((result.value - activation(x)).magnitude <= 1e-13 * scale, "\(activation) at \(x)")
      #expect((result.first - activation.derivative(x)).magnitude <= 1e-12 * scale, "\(activation)′ at \(x)")
      #expect((result.second - second(x)).magnitude <= 1e-11 * scale, "\(activation)″ at \(x)")
    }
  }

  @Test(arguments: Activation.catalog)
  func `the formula on jets keeps NaN`(activation: Activation) throws {
    let jet = try #require(activation.jet)
    #expect(jet(.variable(at: .nan)).value.isNaN)
  }

  @Test(arguments: Activation.catalog.filter { $0.complex != nil })
  func `the complex step gives the slope`(activation: Activation) throws {
    let complex = try #require(activation.complex)
    for x in Self.places {
      let slope = complex(Complex(x, 1e-100)).imaginary / 1e-100
      let scale = 1 + activation.derivative(x).magnitude
      #expect((slope - activation.derivative(x)).magnitude <= 1e-12 * scale, "\(activation)′ at \(x)")
    }
    #expect(activation.kinks.isEmpty)
  }

  @Test(arguments: Activation.catalog)
  func `monotonicity, symmetry and the Lipschitz constant are those of the graph`(activation: Activation)
    throws
  {
    let facts = try #require(activation.facts)
    let (values, slopes) = (activation(Self.places), Self.places.map(activation.derivative))
    let falls = zip(values, values.dropFirst()).contains { $0 > $1 }
    switch facts.monotonicity {
    case .increasing: #expect(!falls && slopes.allSatisfy { $0 > 0 })
    case .nonDecreasing: #expect(!falls)
    case .none: #expect(falls)
    }
    #expect(facts.isOdd == Self.places.allSatisfy { activation(-$0) == -activation($0) })
    #expect(slopes.allSatisfy { $0.magnitude <= facts.lipschitz * (1 + 0x1p-52) })
    if facts.lipschitz.isFinite {
      let atKinks = activation.kinks.flatMap { [$0.left, $0.right] }.compactMap { $0?.slope }
      let ends = [-Double.infinity, .infinity].map(activation.derivative).filter { !$0.isNaN }
      let steepest: Double = [slopes, atKinks, ends].flatMap { $0 }.map { $0.magnitude }.max() ?? 0
      #expect(steepest >= 0.995 * facts.lipschitz, "\(activation): \(steepest)")
    }
  }

  @Test(arguments: Activation.catalog)
  func `smoothness follows from the kinks`(activation: Activation) throws {
    let facts = try #require(activation.facts)
    let expected: Activation.Smoothness =
      activation.kinks.contains { $0.kind == .jump }
      ? .discontinuous
      : activation.kinks.contains { $0.kind == .kink }
        ? .continuous : activation.kinks.isEmpty ? .smooth : .onceDifferentiable
    #expect(facts.smoothness == (activation.name == "isrlu" ? .twiceDifferentiable : expected))
  }

  @Test(arguments: Activation.catalog.filter { $0.facts?.minimum != nil })
  func `the least value is taken where the slope is 0`(activation: Activation) throws {
    let minimum = try #require(activation.facts?.minimum)
    #expect((activation(minimum.position) - minimum.value).magnitude <= 1e-15)
    #expect(activation.derivative(minimum.position).magnitude <= 1e-9)
    #expect(activation(Self.places).allSatisfy { $0 >= minimum.value })
    #expect(activation.range.lowerBound <= minimum.value)
  }

  @Test(arguments: [
    Activation.leakyReLU(slope: 0.3), .leakyReLU(slope: -0.5), .prelu(slope: 0),
    .rreluEval(lower: 0, upper: 1),
    .elu(alpha: 0.5), .celu(alpha: 0.7), .celu(alpha: 3), .hardTanh(min: -2, max: 0.5),
    .hardShrink(lambda: 1.5),
    .softShrink(lambda: 0.1), .threshold(-1, value: 2), .threshold(0, value: 0), .squareplus(b: 0.01),
    .isru(alpha: 3), .isrlu(alpha: 0.2), .starReLU(scale: 2, bias: 1),
    .xielu(alphaP: 1, alphaN: 0.5, beta: 0.5),
    .xielu(alphaP: 0.1, alphaN: 2, beta: 1),
  ])
  func `other parameters give the function they say`(activation: Activation) throws {
    let jet = try #require(activation.jet)
    let second = try #require(activation.secondDerivative)
    for x in Self.places {
      let result = jet(.variable(at: x))
      let scale = 1 + activation(x).magnitude
      #expect((result.value - activation(x)).magnitude <= 1e-13 * scale, "\(activation) at \(x)")
      #expect((result.first - activation.derivative(x)).magnitude <= 1e-12 * scale, "\(activation)′ at \(x)")
      #expect((result.second - second(x)).magnitude <= 1e-10 * scale, "\(activation)″ at \(x)")
      #expect(activation.range.contains(activation(x)))
    }
    for x in [-Double.infinity, -1e300, 1e300, .infinity] {
      #expect(!activation(x).isNaN && !activation.derivative(x).isNaN && !second(x).isNaN, "\(x)")
    }
    #expect(activation(.nan).isNaN && activation.derivative(.nan).isNaN)
    for kink in activation.kinks {
      let (left, right) = (try #require(kink.left), try #require(kink.right))
      let beside = (activation(kink.position - 1e-9), activation(kink.position + 1e-9))
      #expect((beside.0 - left.value).magnitude < 1e-8 && (beside.1 - right.value).magnitude < 1e-8)
      #expect((activation.derivative(kink.position - 1e-9) - left.slope).magnitude < 1e-7)
      #expect((activation.derivative(kink.position + 1e-9) - right.slope).magnitude < 1e-7)
      #expect((second(kink.position - 1e-9) - left.curvature).magnitude < 1e-7)
      #expect((second(kink.position + 1e-9) - right.curvature).magnitude < 1e-7)
    }
  }
}
