import Activations

// This file is compiled three times: into the tests, into an optimised program, and into a WebAssembly module
// without standard library (see `EmbeddedTests`).

/// A number that depends on every bit of a sequence of results, and on their order.
struct BitDigest {
  private(set) var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Takes in a result; all NaN count as the same.
  mutating func add(_ x: Double) {
    state = (state ^ (x.isNaN ? 0x7FF8_0000_0000_0000 : x.bitPattern)) &* 0x9E37_79B9_7F4A_7C15
    state ^= state >> 32
  }
}

/// The results that must be the same bits on every machine, in groups: each elementary function on doubles, on
/// jets and on complex numbers, then the catalogue's activations.
enum Digests {
  static var count: Int { 3 * ElementaryFunction.allCases.count + Activation.catalog.count }

  /// The digest of a group of results.
  static func digest(ofGroup group: Int) -> UInt64 {
    let functions = ElementaryFunction.allCases
    var digest = BitDigest()
    for x in arguments {
      switch group / functions.count {
      case 0: digest.add(Double.apply(functions[group], to: x))
      case 1: digest.add(Jet.apply(functions[group - functions.count], to: Jet(x, 0.5, -3)))
      case 2: digest.add(Complex.apply(functions[group - 2 * functions.count], to: Complex(x, x * 1e-5)))
      default: digest.add(Activation.catalog[group - 3 * functions.count], at: x)
      }
    }
    return digest.state
  }

  /// −30…30, and numbers of any size, small ones more often.
  private static var arguments: [Double] {
    var state: UInt64 = 2026
    let any = (0..<1000).map { index in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let bits = state ^ state >> 29
      let spread = index % 2 == 0 ? 0x7FF : 0xF
      return Double(bitPattern: bits & ~(UInt64(0x7FF - spread) << 52) | UInt64((0x7FF - spread) / 2) << 52)
    }
    return linspace(-30, 30, 601) + any + [0, -0.0, .infinity, -.infinity, .nan]
  }
}

extension BitDigest {
  fileprivate mutating func add(_ x: Jet) {
    add(x.value)
    add(x.first)
    add(x.second)
  }

  fileprivate mutating func add(_ z: Complex) {
    add(z.real)
    add(z.imaginary)
  }

  fileprivate mutating func add(_ activation: Activation, at x: Double) {
    add(activation.value(x))
    add(activation.derivative(x))
    if let second = activation.secondDerivative { add(second(x)) }
    if let complex = activation.complex { add(complex(Complex(x, 1e-100))) }
  }
}

#if hasFeature(Embedded)
  /// The digest of a group; 0 where there is no such group.
  @_expose(wasm, "digest") @_cdecl("digest_of_group")
  public func digest(ofGroup group: Int32) -> UInt64 {
    group < Digests.count ? Digests.digest(ofGroup: Int(group)) : 0
  }
#elseif DIGEST_PROGRAM
  @main struct DigestProgram {
    static func main() {
      for group in 0..<Digests.count { print(Digests.digest(ofGroup: group)) }
    }
  }
#endif
