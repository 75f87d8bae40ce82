extension Tensor {
  /// Every number with probability `rate` replaced by 0, and the others divided by 1 − rate (Srivastava 2014).
  ///
  /// The mean stays what it is, so nothing changes when a trained network leaves dropout out.
  public func dropout(_ rate: Double, using generator: inout SeededGenerator) -> Tensor {
    require((0..<1).contains(rate), "a dropout rate is in 0..<1, not \(rate)")
    guard rate > 0 else { return self }
    return self * .filled(shape, dtype) { generator.uniform() < rate ? 0 : 1 / (1 - rate) }
  }
}
