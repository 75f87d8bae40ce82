/// A number as the sum of two doubles, the second at most half a unit in the last place of the first.
///
/// The arithmetic of some 106 bits of Dekker and Knuth, here without fused multiply-add: a product is exact
/// because its factors are cut into halves of 26 bits. Where nothing overflows and no low part becomes
/// subnormal (sizes between 1e−140 and 1e290), + − · ÷ are good to a few units of 2⁻¹⁰⁴. Infinities spoil both
/// parts: test for them first.
///
/// Sources: T. J. Dekker, A floating-point technique for extending the available precision (1971); M. Joldes,
/// J.-M. Muller, V. Popescu, Tight and rigorous error bounds for basic building blocks of double-word
/// arithmetic (2017).
package struct Pair: Sendable, Equatable {
  /// The number rounded to a double.
  package var high: Double
  /// What the rounding left over.
  package var low: Double

  /// high + low, which must not overlap.
  @inline(__always)
  package init(high: Double, low: Double) {
    self.high = high
    self.low = low
  }

  /// A double as it is.
  @inline(__always)
  package init(_ x: Double) { self.init(high: x, low: 0) }

  /// The nearest double.
  package var value: Double { high + low }

  /// a + b, exactly (Knuth and Møller).
  @inline(__always)
  package static func sum(_ a: Double, _ b: Double) -> Pair {
    let sum = a + b
    let second = sum - a
    return Pair(high: sum, low: (a - (sum - second)) + (b - second))
  }

  /// a + b, exactly, if |a| ≥ |b| or a is 0 (Dekker).
  @inline(__always)
  package static func fastSum(_ a: Double, _ b: Double) -> Pair {
    let sum = a + b
    return Pair(high: sum, low: b - (sum - a))
  }

  /// a·b, exactly, if the product lies between 1e−290 and the largest double (Dekker).
  @inline(__always)
  package static func product(_ a: Double, _ b: Double) -> Pair {
    let product = a * b
    let (a1, b1) = (upperHalf(a), upperHalf(b))
    let (a2, b2) = (a - a1, b - b1)
    return Pair(high: product, low: ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2)
  }

  /// The square root.
  ///
  /// Of 0 it is 0.
  package func squareRoot() -> Pair {
    let root = high.squareRoot()
    guard root > 0 else { return Pair(root) }
    let rest = self - Pair.product(root, root)
    return .fastSum(root, rest.high / (2 * root))
  }

  /// This number times 2^exponent, rounded once, to a double.
  ///
  /// Also where the result is subnormal: there the low part is added before the bits are cut off.
  package func scaled(by exponent: Int) -> Double {
    guard high.isFinite, high != 0 else { return high }
    let top = Int(value.exponent) + exponent
    if top >= -1022 { return value.multiplied(byPowerOfTwo: exponent) }
    guard top > -1080 else { return Double(signOf: high, magnitudeOf: 0) }
    // The last place of a subnormal result is 2⁻¹⁰⁷⁴: 2⁻¹⁰²² added to it lets the sum end there. Here this is
    // done before the scaling, and before that the number is brought to where a double has room for it.
    let (room, last) = exponent < -1900 ? (-900, exponent + 900) : (0, exponent)
    let (high, low) = (
      self.high.multiplied(byPowerOfTwo: room), self.low.multiplied(byPowerOfTwo: room)
    )
    let shift = Double(signOf: high, magnitudeOf: 1.0.multiplied(byPowerOfTwo: -1022 - last))
    let sum = Pair.sum(shift, high)
    let rest = Pair.sum(sum.low, low)
    // In the middle between two results what is left decides, however small.
    let isMiddle = rest.low != 0 && rest.high.magnitude == shift.magnitude * 0x1p-53
    let part = isMiddle ? rest.high + (rest.low > 0 ? rest.high.ulp : -rest.high.ulp) : rest.high
    let cut = (sum.high + part) - shift
    return Double(signOf: high, magnitudeOf: cut.multiplied(byPowerOfTwo: last))
  }
}

extension Double {
  /// This number times 2^exponent, in steps that are normal numbers.
  ///
  /// A subnormal result is rounded once if it comes out of one step only.
  func multiplied(byPowerOfTwo exponent: Int) -> Double {
    var (product, rest) = (self, exponent)
    while rest > 1000, product.magnitude < .infinity {
      product *= 0x1p1000
      rest -= 1000
    }
    while rest < -1000, product != 0 {
      product *= 0x1p-1000
      rest += 1000
    }
    return rest > 1000 || rest < -1000 ? product : product * powerOfTwo(rest)
  }
}
