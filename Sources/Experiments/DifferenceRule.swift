/// A difference quotient that stands for a slope.
///
/// The central rules are Σ cⱼ(f(x + jh) − f(x − jh)) / (d·h).
enum DifferenceRule: String, CaseIterable, Sendable {
  /// (f(x + h) − f(x))/h.
  case forward
  /// (f(x + h) − f(x − h))/2h.
  case central2
  /// (8Δ₁ − Δ₂)/12h, where Δⱼ = f(x + jh) − f(x − jh).
  case central4
  /// (45Δ₁ − 9Δ₂ + Δ₃)/60h.
  case central6

  /// The power of h with which truncation falls.
  var order: Int {
    switch self {
    case .forward: 1
    case .central2: 2
    case .central4: 4
    case .central6: 6
    }
  }

  /// The coefficients c₁, c₂, … and the divisor d.
  private var weights: (coefficients: [Int], divisor: Int) {
    switch self {
    case .forward: ([1], 1)
    case .central2: ([1], 2)
    case .central4: ([8, -1], 12)
    case .central6: ([45, -9, 1], 60)
    }
  }

  /// How many steps away the farthest value is taken.
  var reach: Int { weights.coefficients.count }

  /// The factor of h^order·|f^(order+1)| in the truncation error.
  var truncationFactor: Double {
    switch self {
    case .forward: 1.0 / 2
    case .central2: 1.0 / 6
    case .central4: 1.0 / 30
    case .central6: 1.0 / 140
    }
  }

  /// The sum of the sizes of all weights: the factor of ε·|f|/h in the rounding error.
  var roundingFactor: Double {
    let (coefficients, divisor) = weights
    return 2 * Double(coefficients.map(\.magnitude).reduce(0, +)) / Double(divisor)
  }

  /// The slope of `function` at `x` with the step `h`, computed in the type of its argument.
  func slope<T: BinaryFloatingPoint>(of function: (T) -> T, at x: T, step h: T) -> T {
    if self == .forward { return (function(x + h) - function(x)) / h }
    let (coefficients, divisor) = weights
    var sum: T = 0
    for (index, coefficient) in coefficients.enumerated() {
      let shift = T(index + 1) * h
      sum += T(coefficient) * (function(x + shift) - function(x - shift))
    }
    return sum / (T(divisor) * h)
  }
}
