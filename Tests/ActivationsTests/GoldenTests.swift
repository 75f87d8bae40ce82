import Activations
import Testing

@Suite struct GoldenTests {
  static let golden = GoldenFile.recorded
  static let names = golden.functions.keys.sorted()

  @Test func `the catalogue holds every function of the golden file and no other`() {
    #expect(Activation.catalog.count == 50)
    #expect(Set(Self.names.compactMap { Activation.golden($0)?.name }).count == Self.names.count)
    #expect(Self.names.count == 50)
  }

  @Test(arguments: names)
  func `a value in double precision is exact to four units, tails and subnormals included`(
    name: String
  ) throws {
    let score = try score(name, 0, .double) { $0.value }
    #expect(score.away <= (name == "tanhshrink" ? 5 : 4) && score.condition <= 4, "\(name): \(score)")
    #expect(score.lost == 0 && score.notNumbers == 0, "\(name): \(score)")
  }

  @Test(arguments: names)
  func `a slope in double precision is exact to five units away from its zeros`(name: String) throws {
    let score = try score(name, 1, .double) { $0.derivative }
    #expect(score.away <= 5 || name == "snake", "\(name): \(score)")
    #expect(score.condition <= 4 && score.lost == 0 && score.notNumbers == 0, "\(name): \(score)")
  }

  @Test(arguments: names)
  func `a second derivative is exact to four units, but for the places next to zeros of f′ and f″`(
    name: String
  ) throws {
    let score = try score(name, 2, .double) { try #require($0.secondDerivative) }
    #expect(score.ulps <= 4 && score.lost == 0 && score.notNumbers == 0, "\(name): \(score)")
  }

  @Test(arguments: names)
  func `value and slope in single precision are computed in double and rounded once`(name: String) throws {
    for quantity in 0...1 {
      let score = try score(name, quantity, .single) { quantity == 0 ? $0.value : $0.derivative }
      #expect(score.ulps <= 1 && score.condition <= 1.5, "\(name): \(score)")
      #expect(score.lost == 0 && score.notNumbers == 0, "\(name): \(score)")
    }
  }

  @Test(arguments: names)
  func `value and slope have their limits at infinity and their values at 0, and NaN stays NaN`(
    name: String
  ) throws {
    let activation = try #require(Activation.golden(name))
    let limits = try #require(Self.golden.functions[name]).limits
    for (place, limit) in limits {
      for x in try places(place) {
        #expect(isAsGood(activation(x), limit.f.value), "\(name)(\(x)) = \(activation(x))")
        if let slope = limit.df?.value {
          #expect(isAsGood(activation.derivative(x), slope), "\(name)′(\(x)) = \(activation.derivative(x))")
        }
        if let curvature = limit.d2f?.value {
          let second = try #require(activation.secondDerivative)
          #expect(isAsGood(second(x), curvature), "\(name)″(\(x)) = \(second(x))")
        }
      }
    }
  }

  @Test(arguments: names)
  func `kinks are where, and what, the recorded ones are`(name: String) throws {
    let activation = try #require(Activation.golden(name))
    let breaks = try #require(Self.golden.functions[name]).breaks
    #expect(activation.kinks.map(\.position) == breaks.map(\.x), "\(name)")
    for (kink, recorded) in zip(activation.kinks, breaks) {
      let kind = ["jump": Kink.Kind.jump, "kink": .kink, "c1_only": .curvature][recorded.kind]
      #expect(kink.kind == kind, "\(name)")
      let (left, right) = (try #require(kink.left), try #require(kink.right))
      #expect(agrees(left, recorded.left) && agrees(right, recorded.right), "\(name): \(kink)")
      for (framework, values) in [
        (Framework.pyTorch, recorded.torch), (.jax, recorded.jax), (.keras, recorded.kerasJAX ?? []),
      ] where !values.isEmpty {
        let convention = try #require(kink.conventions.first { $0.framework == framework }, "\(name)")
        #expect(convention.value == values[0]?.value, "\(name), \(framework)")
        #expect(convention.slope == values[1]?.value, "\(name), \(framework)")
      }
    }
  }

  @Test(arguments: Activation.catalog)
  func `the slope at a kink is one of those between both sides`(activation: Activation) throws {
    for kink in activation.kinks {
      let (left, right) = (try #require(kink.left), try #require(kink.right))
      let slope = activation.derivative(kink.position)
      let bounds = min(left.slope, right.slope)...max(left.slope, right.slope)
      #expect(bounds.contains(slope), "\(activation)′(\(kink.position)) = \(slope)")
      let value = activation(kink.position)
      #expect(value == left.value || value == right.value, "\(activation)(\(kink.position)) = \(value)")
    }
  }

  private func score(
    _ name: String, _ quantity: Int, _ precision: Precision,
    _ function: (Activation) throws -> (Double) -> Double
  ) throws -> GoldenScore {
    let activation = try #require(Activation.golden(name))
    let points = Self.golden.points(of: name, precision)
    #expect(points.count >= 312)
    return GoldenScore(points, quantity: quantity, precision, answer: try function(activation))
  }

  private func places(_ place: String) throws -> [Double] {
    place == "0" ? [0.0, -0.0] : [try #require(Double(place))]
  }

  private func isAsGood(_ given: Double, _ exact: Double) -> Bool {
    exact.isNaN ? given.isNaN : Precision.double.ulps(given, exact) <= 1
  }

  /// One-sided numbers are recorded 10⁻³⁰ beside the kink.
  private func agrees(_ side: Kink.Side, _ recorded: GoldenFile.Side) -> Bool {
    zip([side.value, side.slope, side.curvature], [recorded.f, recorded.d, recorded.d2]).allSatisfy {
      ($0 - $1.value).magnitude <= 1e-15 * max($0.magnitude, 1e-14)
    }
  }
}
