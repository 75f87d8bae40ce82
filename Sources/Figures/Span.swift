/// The part of an axis that is drawn, as numbers and as positions from 0 to 1.
struct Span {
  let lower: Double
  let upper: Double
  let scale: Axis.Scale
  private let low: Double
  private let high: Double

  /// The axis' own limits where it has them, else those of the data with `padding` of their distance added.
  init(_ axis: Axis, data: ClosedRange<Double>?, padding: Double) {
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
    let room = (high / 2 - low / 2) * 2 * padding
    if isDrawable(axis.lower) == nil { low = Swift.max(low - room, -Double.greatestFiniteMagnitude) }
    if isDrawable(axis.upper) == nil { high = Swift.min(high + room, Double.greatestFiniteMagnitude) }
    (self.low, self.high, scale) = (low, high, axis.scale)
    lower = low
    upper = high
  }

  /// Where `x` lies: 0 at the lower end, 1 at the upper, nil where it has no place.
  func position(_ x: Double) -> Double? {
    guard x.isFinite else { return nil }
    switch scale {
    case .linear: return (x / 2 - low / 2) / (high / 2 - low / 2)
    case .logarithmic: return x > 0 ? (decimalLogarithm(x) - low) / (high - low) : nil
    }
  }

  /// Whether `x` is drawn.
  func contains(_ x: Double) -> Bool {
    guard let position = position(x) else { return false }
    return position >= 0 && position <= 1
  }
}

extension Plot {
  var xSpan: Span { Span(x, data: Self.range(of: series.map(\.xs), x.scale), padding: xPadding) }

  var ySpan: Span { Span(y, data: Self.range(of: series.map(\.ys), y.scale), padding: 0.05) }

  /// Points need room beside them, curves run from edge to edge.
  private var xPadding: Double { series.contains { $0.style == .points } ? 0.03 : 0 }

  private static func range(of lists: [[Double]], _ scale: Axis.Scale) -> ClosedRange<Double>? {
    var (lower, upper) = (Double.infinity, -Double.infinity)
    for list in lists {
      for number in list where number.isFinite && (scale == .linear || number > 0) {
        lower = min(lower, number)
        upper = max(upper, number)
      }
    }
    return lower <= upper ? lower...upper : nil
  }
}
