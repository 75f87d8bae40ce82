/// The exponentials of numbers, by their maximum m: e^(xᵢ − m), and their sum.
///
/// xᵢ − m is exact in two doubles, so that shares and logarithms lose nothing to it. Numbers equal to the
/// maximum count as 0 away from it even where both are infinite: they get equal shares.
struct ExponentialSum {
  /// m; −∞ for no numbers at all.
  let largest: Double
  /// xᵢ − m.
  let distances: [Pair]
  /// e^(xᵢ − m).
  let powers: [ScaledExponential]
  /// Where the first of the largest numbers is; `nil` for no numbers at all.
  let first: Int?
  /// The sum of all exponentials but that of the first largest number, which is 1.
  let rest: Pair

  /// For numbers none of which is NaN.
  init(_ xs: [Double]) {
    let largest = xs.max() ?? -.infinity
    self.largest = largest
    distances = xs.map { $0 == largest ? Pair(0) : Pair.sum($0, -largest) }
    powers = distances.map { ScaledExponential($0) }
    first = xs.firstIndex(of: largest)
    var others = xs.map { _ in Pair(1) }
    if let first { others[first] = Pair(0) }
    rest = Self.total(of: others, powers)
  }

  /// The sum of all exponentials.
  var sum: Pair { rest + 1 }

  /// The logarithm of the sum, which is that of Σ e^xᵢ less m.
  var logarithm: Pair { rest.high < 0x1p-100 ? rest : log1p(rest) }

  /// Σᵢ e^(xᵢ − m)·weightᵢ.
  func total(of weights: [Pair]) -> Pair { Self.total(of: weights, powers) }

  /// Tiny ones are added as doubles: in two, the second would have no digits.
  private static func total(of weights: [Pair], _ powers: [ScaledExponential]) -> Pair {
    var (sum, tail) = (Pair(0), 0.0)
    for (power, weight) in zip(powers, weights) {
      if power.exponent > -700 { sum = sum + power.pair * weight } else { tail += power.value(times: weight) }
    }
    return sum + tail
  }
}

/// The sum of numbers, in two doubles.
func exactSum(_ xs: [Double]) -> Pair {
  xs.reduce(Pair(0)) { $0 + $1 }
}

/// NaN in every place, if one of the numbers is NaN.
func allNaN(_ xs: [Double]) -> [Double]? {
  xs.contains { $0.isNaN } ? xs.map { _ in .nan } : nil
}
