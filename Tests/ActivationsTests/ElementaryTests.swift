import Activations
import Testing

@Suite struct ElementaryTests {
  static let functions: [String: @Sendable (Double) -> Double] = [
    "exp": { exp($0) }, "expm1": { expm1($0) }, "log": { log($0) }, "log1p": { log1p($0) },
    "tanh": { tanh($0) }, "sinh": { sinh($0) }, "cosh": { cosh($0) }, "erf": { erf($0) },
    "erfc": { erfc($0) }, "sin": { sin($0) }, "cos": { cos($0) }, "atan": { atan($0) },
    "tanhDerivative": { tanhDerivative($0) },
  ]

  @Test(arguments: ElementaryReference.all.filter { !$0.isHard })
  func `results are the correctly rounded ones`(reference: ElementaryReference) throws {
    let function = try #require(Self.functions[reference.name])
    for (x, exact) in reference.values {
      #expect(function(x).bitPattern == exact.bitPattern, "\(x): \(function(x)), exact \(exact)")
    }
  }

  @Test(arguments: ElementaryReference.all.filter(\.isHard))
  func `results next to the middle of two doubles are one of the two`(reference: ElementaryReference) throws {
    let function = try #require(Self.functions[reference.name])
    for (x, exact) in reference.values {
      #expect(function(x).ulps(to: exact) <= 1, "\(x): \(function(x)), exact \(exact)")
    }
  }

  @Test func `every function is held against references, easy and hard`() {
    for isHard in [false, true] {
      let names = ElementaryReference.all.filter { $0.isHard == isHard && $0.values.count >= 50 }.map(\.name)
      #expect(Set(names) == Set(Self.functions.keys))
    }
  }

  @Test func `the square root is the machine's`() {
    #expect(sqrt(2) == 2.0.squareRoot() && sqrt(-1).isNaN && sqrt(0) == 0)
  }

  @Test func `odd functions are odd and even ones even, down to the sign of zero`() {
    for x in linspace(0, 40, 503) + [0x1p-1074, 1e-300, 1e22, 1e300, .infinity] {
      for function in [tanh, sinh, erf, sin, atan] as [(Double) -> Double] where !function(x).isNaN {
        #expect(function(-x).bitPattern == (-function(x)).bitPattern)
      }
      for function in [cosh, cos, tanhDerivative] as [(Double) -> Double] where !function(x).isNaN {
        #expect(function(-x) == function(x))
      }
    }
  }

  @Test func `functions leave the doubles where they must and keep NaN`() {
    for (name, function) in Self.functions { #expect(function(.nan).isNaN, "\(name)") }
    #expect(exp(709.79) == .infinity && exp(-745.14) == 0 && exp(-.infinity) == 0)
    #expect(sinh(-711) == -.infinity && cosh(-711) == .infinity && sinh(-.infinity) == -.infinity)
    #expect(log(-0.0) == -.infinity && log(-1).isNaN && log1p(-1) == -.infinity && log1p(-2).isNaN)
    #expect(log(.infinity) == .infinity && log1p(.infinity) == .infinity && expm1(-.infinity) == -1)
    #expect(erf(.infinity) == 1 && erfc(-.infinity) == 2 && erfc(.infinity) == 0 && tanh(-.infinity) == -1)
    #expect(sin(.infinity).isNaN && cos(-.infinity).isNaN && atan(.infinity) == .pi / 2)
    #expect(tanhDerivative(.infinity) == 0 && tanhDerivative(0) == 1)
  }

  @Test func `a power of two is multiplied in with one rounding, subnormal results included`() {
    #expect(
      1.5.scaled(by: 3) == 12 && 1.0.scaled(by: 1024) == .infinity && 1.0.scaled(by: -1074) == 0x1p-1074)
    #expect(
      0.75.scaled(by: -1074) == 0x1p-1074 && 0.5.scaled(by: -1074) == 0 && 1.5.scaled(by: -1074) == 0x1p-1073)
    #expect((-0.0).scaled(by: 7).sign == .minus && (-0.0).scaled(by: -7).sign == .minus)
    #expect((-0.25).scaled(by: -1074).bitPattern == (-0.0).bitPattern)
    #expect(0x1p1000.scaled(by: -2040) == 0x1p-1040 && 0x1p-1074.scaled(by: 2097) == 0x1p1023)
    #expect(
      Double.nan.scaled(by: 3).isNaN && Double.infinity.scaled(by: -5000) == .infinity
        && 0.0.scaled(by: 9) == 0)
    // Half a last place and a little more: the little decides.
    #expect(Pair(high: 0.5, low: 0x1p-60).scaled(by: -1074) == 0x1p-1074)
    #expect(Pair(high: 1.5, low: -0x1p-60).scaled(by: -1074) == 0x1p-1074)
    #expect(Pair(high: -0.5, low: -0x1p-60).scaled(by: -1074) == -0x1p-1074)
  }
}

extension Double {
  /// How many representable numbers another of the same sign is away.
  func ulps(to other: Double) -> UInt64 {
    guard sign == other.sign || self == other else { return .max }
    return self == other ? 0 : max(bitPattern, other.bitPattern) - min(bitPattern, other.bitPattern)
  }
}

/// Arguments and correctly rounded results of a function.
struct ElementaryReference: Sendable, CustomTestStringConvertible {
  let name: String
  let isHard: Bool
  var values: [(x: Double, value: Double)]

  var testDescription: String { isHard ? "\(name), hard" : name }

  /// All of `elementaryBits`.
  static let all: [ElementaryReference] = {
    var references: [ElementaryReference] = []
    for line in elementaryBits.split(separator: "\n") {
      if line.hasSuffix(":") {
        let words = line.dropLast().split(separator: " ")
        references.append(ElementaryReference(name: String(words[0]), isHard: words.count > 1, values: []))
      } else {
        let bits = line.split(separator: " ").compactMap { UInt64($0, radix: 16) }.map(
          Double.init(bitPattern:))
        for index in stride(from: 0, to: bits.count, by: 2) {
          references[references.count - 1].values.append((bits[index], bits[index + 1]))
        }
      }
    }
    return references
  }()
}
