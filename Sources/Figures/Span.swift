/// The part of an axis that is drawn, as numbers and as positions from 0 to 1.
struct Span {
  /// The ends as they are measured: on a logarithmic scale the logarithms of the numbers there.
  let lower: Double
  let upper: Double
  let scale: Axis.Scale
  let categories: [String]
  let isReversed: Bool

  /// The room between the data and the ends, in shares of the distance between the outermost data.
  struct Padding {
    var lower = 0.0
    var upper = 0.0
  }

  /// The axis' own limits where it has them, else those of the data with padding.
  init(_ axis: Axis, data: ClosedRange<Double>?, padding: Padding = Padding()) {
    let isLogarithmic = axis.scale == .logarithmic
    let position = { (x: Double) in isLogarithmic ? decimalLogarithm(x) : x }
    let isDrawable = { (x: Double?) -> Double? in
      guard let x, x.isFinite, !isLogarithmic || x > 0 else { return nil }
      return x
    }
    let data = data ?? (isLogarithmic ? 1...10 : 0...1)
    var low = position(isDrawable(axis.lower) ?? data.lowerBound)
    var high = position(isDrawable(axis.upper) ?? data.upperBound)
    if !(low < high) {
      let room = max(low.magnitude, high.magnitude) * 0.5
      (low, high) = (min(low, high) - max(room, 0.5), max(low, high) + max(room, 0.5))
    }
    let width = (high / 2 - low / 2) * 2
    if isDrawable(axis.lower) == nil {
      low = Swift.max(low - width * padding.lower, -Double.greatestFiniteMagnitude)
    }
    if isDrawable(axis.upper) == nil {
      high = Swift.min(high + width * padding.upper, Double.greatestFiniteMagnitude)
    }
    (lower, upper, scale) = (low, high, axis.scale)
    categories = axis.categories
    isReversed = axis.isReversed
  }

  /// Where `x` lies: 0 at the left or lower end, 1 at the other, nil where it has no place.
  func position(_ x: Double) -> Double? {
    guard x.isFinite, scale == .linear || x > 0 else { return nil }
    let measure = scale == .linear ? x : decimalLogarithm(x)
    let share = (measure / 2 - lower / 2) / (upper / 2 - lower / 2)
    return isReversed ? 1 - share : share
  }

  /// Where something begins that may begin at 0: on a logarithmic scale that is the lower end.
  func basePosition(_ x: Double) -> Double? {
    if scale == .logarithmic, x <= 0 { return isReversed ? 1 : 0 }
    return position(x)
  }

  /// Whether `x` is drawn.
  func contains(_ x: Double) -> Bool {
    guard let position = position(x) else { return false }
    return position >= 0 && position <= 1
  }
}

/// From the smallest to the largest of some numbers that a scale has a place for.
struct Extent {
  let scale: Axis.Scale
  private var lower = Double.infinity
  private var upper = -Double.infinity

  init(_ scale: Axis.Scale) { self.scale = scale }

  mutating func add(_ number: Double) {
    guard number.isFinite, scale == .linear || number > 0 else { return }
    if number < lower { lower = number }
    if number > upper { upper = number }
  }

  mutating func add(_ range: ClosedRange<Double>) {
    add(range.lowerBound)
    add(range.upperBound)
  }

  var range: ClosedRange<Double>? { lower <= upper ? lower...upper : nil }
}
