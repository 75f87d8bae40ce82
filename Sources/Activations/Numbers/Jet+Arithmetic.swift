extension Jet {
  /// The sum.
  public static func + (a: Jet, b: Jet) -> Jet {
    Jet(a.value + b.value, a.first + b.first, a.second + b.second)
  }

  /// The sum with a constant.
  @_disfavoredOverload
  public static func + (a: Jet, b: Double) -> Jet {
    Jet(a.value + b, a.first, a.second)
  }

  /// The sum with a constant.
  @_disfavoredOverload
  public static func + (a: Double, b: Jet) -> Jet { b + a }

  /// The difference.
  public static func - (a: Jet, b: Jet) -> Jet { a + -b }

  /// The difference to a constant.
  @_disfavoredOverload
  public static func - (a: Jet, b: Double) -> Jet { a + -b }

  /// The difference to a constant.
  @_disfavoredOverload
  public static func - (a: Double, b: Jet) -> Jet { -b + a }

  /// The number with the other sign.
  public static prefix func - (x: Jet) -> Jet {
    Jet(-x.value, -x.first, -x.second)
  }

  /// The product: (ab)″ = a″b + 2a′b′ + ab″.
  public static func * (a: Jet, b: Jet) -> Jet {
    let crossed = weighed(a.first, b.first)
    return Jet(
      a.value * b.value,
      weighed(a.first, b.value) + weighed(a.value, b.first),
      weighed(a.second, b.value) + (crossed + crossed) + weighed(a.value, b.second))
  }

  /// The product with a constant.
  @_disfavoredOverload
  public static func * (a: Jet, b: Double) -> Jet {
    Jet(a.value * b, weighed(a.first, b), weighed(a.second, b))
  }

  /// The product with a constant.
  @_disfavoredOverload
  public static func * (a: Double, b: Jet) -> Jet { b * a }

  /// The quotient: from a = qb follow q′ = (a′ − qb′)/b and q″ = (a″ − 2q′b′ − qb″)/b.
  public static func / (a: Jet, b: Jet) -> Jet {
    let value = a.value / b.value
    let first = (a.first - weighed(value, b.first)) / b.value
    let crossed = weighed(first, b.first)
    let second = (a.second - (crossed + crossed) - weighed(value, b.second)) / b.value
    return Jet(value, first, second)
  }

  /// The quotient by a constant.
  @_disfavoredOverload
  public static func / (a: Jet, b: Double) -> Jet {
    Jet(a.value / b, a.first / b, a.second / b)
  }

  /// The quotient of a constant.
  @_disfavoredOverload
  public static func / (a: Double, b: Jet) -> Jet { Jet(a) / b }

  /// Adds to a jet.
  public static func += (a: inout Jet, b: Jet) { a = a + b }

  /// Subtracts from a jet.
  public static func -= (a: inout Jet, b: Jet) { a = a - b }

  /// Multiplies a jet.
  public static func *= (a: inout Jet, b: Jet) { a = a * b }

  /// Divides a jet.
  public static func /= (a: inout Jet, b: Jet) { a = a / b }
}
