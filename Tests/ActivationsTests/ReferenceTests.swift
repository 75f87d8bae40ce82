import Activations
import Testing

/// How many representable numbers two doubles of the same sign are apart.
private func ulps(_ a: Double, _ b: Double) -> UInt64 {
  guard a.sign == b.sign || a == b else { return .max }
  return a == b ? 0 : max(a.bitPattern, b.bitPattern) - min(a.bitPattern, b.bitPattern)
}

@Suite struct ReferenceTests {
  static let elementary: [String: @Sendable (Double) -> Double] = [
    "exp": { exp($0) }, "expm1": { expm1($0) }, "log": { log($0) }, "log1p": { log1p($0) },
    "tanh": { tanh($0) }, "erf": { erf($0) }, "erfc": { erfc($0) },
  ]

  @Test func `elementary functions agree with ninety-digit arithmetic to three units in the last place`()
    throws
  {
    for (name, x, value) in elementaryReferences {
      let function = try #require(Self.elementary[name])
      #expect(ulps(function(x), value) <= 3, "\(name)(\(x)) = \(function(x)), exact \(value)")
    }
  }

  @Test
  func `activations and their slopes agree with ninety-digit arithmetic, tails and subnormals included`()
    throws
  {
    for (name, x, value, slope) in activationReferences {
      let activation = try #require(Activation.named(name))
      #expect(ulps(activation(x), value) <= 4, "\(name)(\(x)) = \(activation(x)), exact \(value)")
      #expect(
        ulps(activation.derivative(x), slope) <= 5,
        "\(name)′(\(x)) = \(activation.derivative(x)), exact \(slope)")
    }
  }

  @Test func `rectifiers are exact`() {
    #expect(Activation.relu([-2, -0.0, 0, 3.5]) == [0, 0, 0, 3.5])
    #expect(Activation.leakyReLU([-2, 0, 3.5]) == [-0.02, 0, 3.5])
    #expect([-1, 0, 1].map(Activation.relu.derivative) == [0, 0, 1])
    #expect([-1, 0, 1].map(Activation.leakyReLU.derivative) == [0.01, 0.01, 1])
  }

  @Test func `functions leave the numbers of a double where they must`() {
    #expect(exp(710) == .infinity && exp(-746) == 0 && exp(-.infinity) == 0 && exp(.infinity) == .infinity)
    #expect(log(0) == -.infinity && log(-1).isNaN && log(.infinity) == .infinity && log1p(-1) == -.infinity)
    #expect(expm1(-60) == -1 && expm1(800) == .infinity)
    #expect(erf(7) == 1 && erf(-7) == -1 && erfc(40) == 0 && erfc(-40) == 2)
    #expect(exp(.nan).isNaN && log(.nan).isNaN && tanh(.nan).isNaN && erf(.nan).isNaN && erfc(.nan).isNaN)
    #expect(expm1(.nan).isNaN && log1p(.nan).isNaN)
  }

  @Test(arguments: Activation.catalog)
  func `the values of an activation lie within its range`(activation: Activation) {
    for x in linspace(-50, 50, 2001) + [-1e300, 1e300] {
      #expect(activation.range.contains(activation(x)), "\(activation)(\(x)) = \(activation(x))")
    }
  }

  @Test func `functions keep their symmetries`() {
    for x in linspace(-30, 30, 997) {
      #expect(tanh(-x) == -tanh(x))
      #expect(erf(-x) == -erf(x))
      #expect((sigmoid(x) + sigmoid(-x) - 1).magnitude <= 0x1p-52)
      #expect((softplus(x) - softplus(-x) - x).magnitude <= 0x1p-48)
      #expect((gelu(x) - gelu(-x) - x).magnitude <= 0x1p-48)
    }
  }

  @Test func `a grid holds both ends and exact multiples between`() {
    #expect(linspace(-4, 4, 9) == [-4, -3, -2, -1, 0, 1, 2, 3, 4])
    #expect(linspace(0, 1, 11).last == 1)
    #expect(linspace(2, 3, 1) == [2])
    #expect(linspace(2, 3, 0) == [])
    #expect(linspace(-8, 8, 161)[80] == 0)
  }
}
