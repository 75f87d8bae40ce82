/// The type in which an answer is given.
enum Precision: String, CaseIterable, Sendable {
  case double = "f64"
  case single = "f32"

  /// The distance from 1 to the next number.
  var epsilon: Double { self == .double ? 0x1p-52 : 0x1p-23 }
  var leastNormal: Double { self == .double ? 0x1p-1022 : 0x1p-126 }
  var leastSubnormal: Double { self == .double ? 0x1p-1074 : 0x1p-149 }

  /// The number rounded to this type.
  func rounded(_ x: Double) -> Double { self == .double ? x : Double(Float(x)) }

  /// An integer that counts the numbers of this type in order.
  func order(_ x: Double) -> Int64 {
    let (bits, sign) = self == .double
      ? (x.bitPattern, UInt64(1) << 63) : (UInt64(Float(x).bitPattern), UInt64(1) << 31)
    return bits < sign ? Int64(bits) : -Int64(bits - sign)
  }

  /// How many numbers of this type lie between two, one of them included; zeros are equal.
  func ulps(_ a: Double, _ b: Double) -> UInt64 { a == b ? 0 : (order(a) - order(b)).magnitude }
}

/// An input with the exact value and derivatives, rounded once.
struct GoldenPoint: Sendable {
  let x: Double
  let tag: Character
  /// f, f′, f″.
  let exact: [Double]

  static func list(
    _ x: BitPatterns, _ tag: String, _ column: GoldenFile.Column, _ precision: Precision
  ) -> [GoldenPoint] {
    let quantities = [column.y, column.dy, column.d2y].map { $0.numbers(precision) }
    return zip(x.numbers(precision), tag).enumerated().map { index, input in
      GoldenPoint(x: input.0, tag: input.1, exact: quantities.map { $0[index] })
    }
  }
}

/// How far answers are from the golden values, by the rules of the accuracy bars.
///
/// - `ulps`: units in the last place, next to zeros of f′ and f″ left out for the derivatives.
/// - `away`: the same, where a sign change of the quantity is at least 1 away.
/// - `condition`: |error|/(ε·max(|g|, |x·g′|)), which is 1 for the exact function of a neighbouring x.
/// - `lost`: normal results that came back as 0.
struct GoldenScore: Sendable, CustomStringConvertible {
  private(set) var ulps: UInt64 = 0
  private(set) var away: UInt64 = 0
  private(set) var condition = 0.0
  private(set) var lost = 0
  private(set) var notNumbers = 0
  private(set) var worst = 0.0

  var description: String {
    "\(ulps) ULP (at \(worst)), \(away) away from zeros, condition-aware \(condition), \(lost) lost, \(notNumbers) NaN"
  }

  /// Scores the answers to quantity 0, 1 or 2, that is f, f′ or f″.
  init(_ points: [GoldenPoint], quantity: Int, _ precision: Precision, answer: (Double) -> Double) {
    let zeros = Self.signChanges(points, quantity)
    for point in points {
      let given = precision.rounded(answer(point.x))
      guard !given.isNaN else {
        notNumbers += 1
        continue
      }
      add(point, given, quantity, precision, isAway: zeros.allSatisfy {
        point.x <= $0.lowerBound - 1 || point.x >= $0.upperBound + 1
      })
    }
  }

  private mutating func add(
    _ point: GoldenPoint, _ given: Double, _ quantity: Int, _ precision: Precision, isAway: Bool
  ) {
    let exact = point.exact[quantity]
    let distance = precision.ulps(given, exact)
    let isCritical = point.tag == "c" && quantity >= 1
    if exact.magnitude >= precision.leastNormal, given == 0, !isCritical { lost += 1 }
    if !isCritical, distance > ulps { (ulps, worst) = (distance, point.x) }
    if isAway { away = max(away, distance) }
    if quantity < 2, distance > 0 {
      condition = max(condition, Self.conditionAware(point, given, quantity, precision))
    }
  }

  private static func conditionAware(
    _ point: GoldenPoint, _ given: Double, _ quantity: Int, _ precision: Precision
  ) -> Double {
    let exact = point.exact[quantity]
    guard exact.isFinite == given.isFinite else { return .infinity }
    guard exact.isFinite else { return 0 }
    let change = min((point.x * point.exact[quantity + 1]).magnitude, 1e300)
    let unit = precision.epsilon * max(exact.magnitude, change)
    return (given - exact).magnitude / max(unit, precision.leastSubnormal)
  }

  /// Where the quantity changes its sign between neighbours at most 1 apart, 0 excepted.
  private static func signChanges(_ points: [GoldenPoint], _ quantity: Int) -> [ClosedRange<Double>] {
    let sorted = points.sorted { ($0.x, $0.exact[quantity]) < ($1.x, $1.exact[quantity]) }
    return zip(sorted, sorted.dropFirst()).compactMap { a, b in
      let changes = a.exact[quantity] * b.exact[quantity] < 0
      guard changes, !(a.x <= 0 && 0 <= b.x), b.x - a.x <= 1 else { return nil }
      return a.x...b.x
    }
  }
}
