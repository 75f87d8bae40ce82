extension SlopeMeter {
  private static let refinements = 4
  /// Values with that relative noise follow no curve.
  private static let chaos = 0x1p-12

  /// The noise of the function's values near `x`, from fourth differences of close neighbours.
  ///
  /// What is smooth cancels in them, what is rounding adds up (Hamming). Two spacings, of which one is no round
  /// number in binary, because round arguments can happen to be rounded all alike. What a fast oscillation leaves
  /// falls with the fourth power of the spacing; noise stays, however close one looks. It is infinite where the
  /// values look like nothing but noise.
  func noise(near x: Double, reach: Double) -> Double {
    var spacing = min(max(0x1p-13, x.magnitude * 0x1p-30), reach / 8)
    var found = roughness(near: x, spacing: spacing)
    for _ in 0..<Self.refinements {
      guard found.noise > 0x1p-46 * found.size, x + spacing / 16 != x else { break }
      spacing /= 16
      let closer = roughness(near: x, spacing: spacing)
      let isSmooth = closer.noise < found.noise / 256
      guard isSmooth || found.noise > Self.chaos * found.size else { break }
      found = closer
    }
    return found.noise > Self.chaos * found.size ? .infinity : found.noise
  }

  private func roughness(near x: Double, spacing: Double) -> (noise: Double, size: Double) {
    let (even, odd) = (
      fourthDifference(near: x, spacing: spacing),
      fourthDifference(near: x, spacing: 0.6180339887498949 * spacing)
    )
    return (max(even.noise, odd.noise), max(even.size, odd.size))
  }

  private func fourthDifference(near x: Double, spacing: Double) -> (noise: Double, size: Double) {
    guard x + spacing != x else { return (0, 0) }
    var values = InlineArray<9, Double>(repeating: 0)
    var size = 0.0
    for index in 0..<9 {
      values[index] = function(x + Double(index - 4) * spacing)
      size = max(size, values[index].magnitude)
    }
    var largest = 0.0
    for i in 0..<5 {
      let fourth = values[i] - 4 * values[i + 1] + 6 * values[i + 2] - 4 * values[i + 3] + values[i + 4]
      if fourth.isFinite { largest = max(largest, fourth.magnitude) }
    }
    // The coefficients 1, 4, 6, 4, 1 have the length √70.
    return (largest / 8.366600265340756, size)
  }
}
