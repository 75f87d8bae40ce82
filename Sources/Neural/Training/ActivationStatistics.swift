/// What the numbers of a layer look like: whether they grow, fade, pile up at the ends or are all zero.
public struct ActivationStatistics: Sendable, Hashable {
  /// The mean.
  public let mean: Double
  /// The root of the mean squared distance from the mean.
  public let deviation: Double
  /// The share of numbers that are exactly 0.
  public let zeroShare: Double
  /// The smallest and the largest number.
  public let range: ClosedRange<Double>

  /// Statistics of all numbers of a tensor, which are finite; there is at least one.
  public init(of tensor: Tensor) {
    let values = tensor.values
    require(
      !values.isEmpty && values.allSatisfy(\.isFinite),
      "\(tensor) has no statistics: it is empty or not finite")
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    self.mean = mean
    deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
    zeroShare = Double(values.count { $0 == 0 }) / count
    range = (values.min() ?? mean)...(values.max() ?? mean)
  }
}

extension Tensor {
  /// How many of the numbers lie in each of `bins` equal parts of a range; each holds its lower end, the last both.
  public func histogram(bins: Int, over range: ClosedRange<Double>) -> [Int] {
    require(bins > 0 && range.lowerBound < range.upperBound, "\(bins) bins over \(range) hold nothing")
    let width = range.upperBound - range.lowerBound
    var counts = [Int](repeating: 0, count: bins)
    for value in values where range.contains(value) {
      counts[min(bins - 1, Int((value - range.lowerBound) / width * Double(bins)))] += 1
    }
    return counts
  }

  /// The units, columns of [examples, units], that are zero for every example: behind ReLU they learn nothing more.
  public var deadUnits: [Int] {
    require(rank == 2, "units are the columns of two axes, not of the shape \(shape)")
    var isAlive = [Bool](repeating: false, count: shape[1])
    for (place, value) in values.enumerated() where value != 0 { isAlive[place % shape[1]] = true }
    return isAlive.indices.filter { !isAlive[$0] }
  }
}

extension Module {
  /// The norm of each parameter's gradient, under the parameter's name; 0 where there is no gradient.
  public var gradientNorms: [(name: String, norm: Double)] {
    parameters.map { ($0.name, ($0.tensor.gradient?.sumOfSquares ?? 0).squareRoot()) }
  }
}
