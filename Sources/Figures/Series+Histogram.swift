extension Series {
  /// How many of `values` lie in each of `bins` equally wide intervals, as bars that touch.
  ///
  /// The intervals divide `range`, by default that of the finite values; an interval contains its lower end, the
  /// last one also its upper end. Values outside of the range and values that are not finite are not counted.
  /// Without a number of bins there are as many as the square root of the number of values, at least 5 and at
  /// most 50. With `isDensity` the bars' areas sum to 1: a bar's height is count / (total · width).
  public static func histogram(
    _ label: String, _ values: [Double], bins: Int? = nil, over range: ClosedRange<Double>? = nil,
    isDensity: Bool = false
  ) -> Series {
    let finite = values.filter(\.isFinite)
    let count = Swift.max(1, bins ?? Swift.min(50, Swift.max(5, Int(Double(finite.count).squareRoot()))))
    guard let range = range ?? extent(of: finite), range.lowerBound.isFinite, range.upperBound.isFinite else {
      return Series(label, [], [], style: .bars)
    }
    let width = range.upperBound / Double(count) - range.lowerBound / Double(count)
    var counts = Array(repeating: 0.0, count: count)
    for value in finite where range.contains(value) {
      let position = ((value / 2 - range.lowerBound / 2) / width * 2).rounded(.down)
      counts[position < Double(count) ? Int(position) : count - 1] += 1
    }
    let total = counts.reduce(0, +)
    let heights = isDensity && total > 0 ? counts.map { $0 / total / width } : counts
    let centers = (0..<count).map { range.lowerBound + (Double($0) + 0.5) * width }
    return Series(label, centers, heights, style: .bars, barWidth: width)
  }

  /// From the smallest to the largest, or a unit around the only value.
  private static func extent(of values: [Double]) -> ClosedRange<Double>? {
    guard let lower = values.min(), let upper = values.max() else { return nil }
    if lower < upper { return lower...upper }
    let room = Swift.max(0.5, lower.magnitude / 1e6)
    return (lower - room)...(upper + room)
  }
}
