extension Tensor {
  /// The largest number of every window of size×size; windows do not overlap, and an incomplete one is left out.
  ///
  /// [batch, channels, height, width] → [batch, channels, height/size, width/size]; the gradient goes to the first
  /// of the largest.
  public func maxPool2d(_ size: Int) -> Tensor {
    require(rank == 4, "pooling needs [batch, channels, height, width], not \(shape)")
    require(
      size > 0 && shape[2] >= size && shape[3] >= size,
      "windows of \(size) do not fit into images of shape \(shape)")
    require(count <= Int(Int32.max), "images of shape \(shape) are too many for one pooling")
    switch dtype {
    case .float32: return pooled(size, Float.self)
    case .float64: return pooled(size, Double.self)
    }
  }

  private func pooled<S: Scalar>(_ size: Int, _: S.Type) -> Tensor {
    let result = Tensor(unwritten: [shape[0], shape[1], shape[2] / size, shape[3] / size], dtype)
    let places = Storage(byteCount: result.count * 4)
    S.maxPool(
      read(), places.pointer.assumingMemoryBound(to: Int32.self), result.write(), shape[0] * shape[1],
      shape[2],
      shape[3], size)
    return result.computed(by: "maxPool2d", from: [self]) { gradient in
      let slopes = Tensor.zeros(self.shape, dtype: self.dtype)
      let (dy, dx): (UnsafePointer<S>, UnsafeMutablePointer<S>) = (gradient.read(), slopes.write())
      let places = places.pointer.assumingMemoryBound(to: Int32.self)
      for i in 0..<gradient.count { dx[Int(places[i])] = dy[i] }
      return [slopes]
    }
  }
}
