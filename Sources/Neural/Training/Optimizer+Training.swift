extension Optimizer {
  /// One step down a loss, and what the loss was before it.
  ///
  /// ```swift
  /// let loss = optimizer.descend { model(x).crossEntropy(classes) }
  /// ```
  ///
  /// With `clip` the gradients are first scaled down to that common norm where they are longer.
  @discardableResult
  public func descend(clip: Double? = nil, _ loss: () -> Tensor) -> Double {
    zeroGradients()
    let value = loss()
    value.backward()
    if let clip { clipGradients(norm: clip) }
    step()
    return value.item
  }

  /// Leaves the gradient of the mean loss over several batches in the parameters, batch by batch; returns that mean.
  ///
  /// A batch names its examples and weighs as much as it has of them. So the gradient is that of all the examples at
  /// once, for the memory of one batch.
  @discardableResult
  public func accumulateGradients(over batches: [[Int]], loss: ([Int]) -> Tensor) -> Double {
    zeroGradients()
    let total = batches.reduce(0) { $0 + $1.count }
    return batches.reduce(0) { mean, batch in
      let share = loss(batch) * (Double(batch.count) / Double(total))
      share.backward()
      return mean + share.item
    }
  }

  /// The root of the sum of squares of all gradients.
  public var gradientNorm: Double {
    parameters.reduce(0) { $0 + ($1.tensor.gradient?.sumOfSquares ?? 0) }.squareRoot()
  }
}

extension SeededGenerator {
  /// 0 ..< count in a random order, cut into batches of `size`; the last may be smaller.
  public mutating func batches(of size: Int, from count: Int) -> [[Int]] {
    require(size > 0, "a batch has at least one example, not \(size)")
    let order = permutation(count)
    return stride(from: 0, to: count, by: size).map { Array(order[$0..<min($0 + size, count)]) }
  }
}
