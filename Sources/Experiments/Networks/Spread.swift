import Activations

/// Results of the same run with other random numbers.
struct Spread {
  let values: [Double]

  init(_ values: [Double]) { self.values = values }

  var mean: Double { values.reduce(0, +) / Double(values.count) }

  /// n-th root of the product, for numbers that differ by powers of ten; 0 where one is 0.
  var geometricMean: Double {
    if values.contains(0) { return 0 }
    return exp(values.map { log($0) }.reduce(0, +) / Double(values.count))
  }

  /// The mean, and between which numbers the results lie: `0.951 (0.94…0.96)`.
  var text: String {
    guard let low = values.min(), let high = values.max(), !values.contains(where: \.isNaN) else {
      return "NaN"
    }
    return low == high ? short(low, 3) : "\(short(mean, 3)) (\(interval(low, high, 3)))"
  }
}
