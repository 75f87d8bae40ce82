extension Tensor {
  /// The largest number of every window of size×size; windows do not overlap, and an incomplete one is left out.
  ///
  /// [batch, channels, height, width] → [batch, channels, height/size, width/size]; the gradient goes to the first
  /// of the largest.
  public func maxPool2d(_ size: Int) -> Tensor {
    precondition(rank == 4, "pooling needs [batch, channels, height, width], not \(shape)")
    precondition(
      size > 0 && shape[2] >= size && shape[3] >= size,
      "windows of \(size) do not fit into images of shape \(shape)")
    let pooled = [shape[0], shape[1], shape[2] / size, shape[3] / size]
    switch dtype {
    case .float32: return picked(largestOffsets(size, pooled, Float.self), shape: pooled)
    case .float64: return picked(largestOffsets(size, pooled, Double.self), shape: pooled)
    }
  }

  private func largestOffsets<S: Scalar>(_ size: Int, _ pooled: [Int], _: S.Type) -> [Int] {
    let x: UnsafePointer<S> = read()
    let (height, width) = (shape[2], shape[3])
    var offsets: [Int] = []
    offsets.reserveCapacity(pooled.reduce(1, *))
    for image in 0..<pooled[0] * pooled[1] {
      for y in 0..<pooled[2] {
        for column in 0..<pooled[3] {
          offsets.append(largest(x, (image * height + y * size) * width + column * size, size, width))
        }
      }
    }
    return offsets
  }

  @inline(__always)
  private func largest<S: Scalar>(_ x: UnsafePointer<S>, _ start: Int, _ size: Int, _ width: Int) -> Int {
    var best = start
    for row in 0..<size {
      for at in start + row * width..<start + row * width + size where x[at] > x[best] || x[at].isNaN {
        best = at
      }
    }
    return best
  }
}
