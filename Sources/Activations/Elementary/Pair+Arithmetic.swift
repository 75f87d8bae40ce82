extension Pair {
  /// The number with the other sign.
  @inline(__always)
  package static prefix func - (x: Pair) -> Pair { Pair(high: -x.high, low: -x.low) }

  /// The sum.
  @inline(__always)
  package static func + (a: Pair, b: Pair) -> Pair {
    let high = sum(a.high, b.high)
    let low = sum(a.low, b.low)
    let first = fastSum(high.high, high.low + low.high)
    return fastSum(first.high, low.low + first.low)
  }

  /// The sum.
  @inline(__always)
  package static func + (a: Pair, b: Double) -> Pair {
    let high = sum(a.high, b)
    return fastSum(high.high, a.low + high.low)
  }

  /// The sum.
  @inline(__always)
  package static func + (a: Double, b: Pair) -> Pair { b + a }

  /// The difference.
  @inline(__always)
  package static func - (a: Pair, b: Pair) -> Pair { a + -b }

  /// The difference.
  @inline(__always)
  package static func - (a: Pair, b: Double) -> Pair { a + -b }

  /// The difference.
  @inline(__always)
  package static func - (a: Double, b: Pair) -> Pair { -b + a }

  /// The product.
  @inline(__always)
  package static func * (a: Pair, b: Pair) -> Pair {
    let high = product(a.high, b.high)
    return fastSum(high.high, high.low + (a.high * b.low + a.low * b.high))
  }

  /// The product.
  @inline(__always)
  package static func * (a: Pair, b: Double) -> Pair {
    let high = product(a.high, b)
    return fastSum(high.high, high.low + a.low * b)
  }

  /// The product.
  @inline(__always)
  package static func * (a: Double, b: Pair) -> Pair { b * a }

  /// The quotient.
  @inline(__always)
  package static func / (a: Pair, b: Pair) -> Pair {
    let quotient = a.high / b.high
    let rest = a - b * quotient
    return fastSum(quotient, (rest.high + rest.low) / b.high)
  }

  /// The quotient.
  @inline(__always)
  package static func / (a: Pair, b: Double) -> Pair {
    let quotient = a.high / b
    let rest = a - product(quotient, b)
    return fastSum(quotient, (rest.high + rest.low) / b)
  }

  /// The quotient.
  @inline(__always)
  package static func / (a: Double, b: Pair) -> Pair { Pair(a) / b }

  /// The number times 2^exponent, which must be a normal number and lead to normal numbers.
  @inline(__always)
  package func shifted(by exponent: Int) -> Pair {
    let factor = powerOfTwo(exponent)
    return Pair(high: high * factor, low: low * factor)
  }
}
