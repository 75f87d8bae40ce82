/// `count` numbers from `lower` to `upper`, both included, at equal distances.
///
/// The distances are those of exact multiples, not of a running sum, so that −4…4 in 9 steps contains 0.
public func linspace(_ lower: Double, _ upper: Double, _ count: Int = 101) -> [Double] {
  guard count > 1 else { return count == 1 ? [lower] : [] }
  let last = Double(count - 1)
  return (0..<count).map { index in
    index == count - 1 ? upper : lower + (upper - lower) * Double(index) / last
  }
}
