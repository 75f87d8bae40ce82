/// How wide bars are, and how far they stand from their argument, in units of the horizontal axis.
///
/// Bars with a width of their own, and bars with bases, which stand upon others, stay at their argument; other
/// series share the room around it.
struct BarSlots {
  private var widths: [Double]
  private var offsets: [Double]

  init(_ series: [Series]) {
    widths = series.map { $0.barWidth ?? 0 }
    offsets = Array(repeating: 0, count: series.count)
    let shared = series.indices.filter { series[$0].style == .bars && series[$0].barWidth == nil }
    guard !shared.isEmpty else { return }
    let room = 0.8 * Self.distance(shared.flatMap { series[$0].xs })
    let isStacked = shared.contains { !series[$0].bases.isEmpty }
    let slot = isStacked ? room : room / Double(shared.count)
    for (place, index) in shared.enumerated() {
      widths[index] = slot
      offsets[index] = isStacked ? 0 : (Double(place) - Double(shared.count - 1) / 2) * slot
    }
  }

  func width(ofSeries index: Int) -> Double { widths[index] }

  func offset(ofSeries index: Int) -> Double { offsets[index] }

  /// The least distance between two different numbers, 1 where there are no two.
  private static func distance(_ numbers: [Double]) -> Double {
    let sorted = numbers.filter(\.isFinite).sorted()
    let distances = zip(sorted, sorted.dropFirst()).map { $1 - $0 }.filter { $0 > 0 && $0.isFinite }
    return distances.min() ?? 1
  }
}
