extension Tensor {
  /// The rows of these numbers, in this order: what an embedding does.
  ///
  /// [rows, width…] → [indices, width…]; a row that occurs several times gets the sum of its gradients.
  public func gather(_ rows: [Int]) -> Tensor {
    require(rank >= 1, "a single number has no rows")
    for row in rows { require(0..<shape[0] ~= row, "a tensor of shape \(shape) has no row \(row)") }
    let result = Tensor(unwritten: [rows.count] + shape.dropFirst(), dtype)
    let bytes = shape.dropFirst().reduce(1, *) * dtype.byteCount
    for (i, row) in rows.enumerated() {
      (result.storage.pointer + i * bytes).copyMemory(from: storage.pointer + row * bytes, byteCount: bytes)
    }
    return result.computed(by: "gather", from: [self]) { gradient in
      let sums = Tensor.zeros(self.shape, dtype: self.dtype)
      switch self.dtype {
      case .float32: gradient.scatter(to: rows, of: sums, Float.self)
      case .float64: gradient.scatter(to: rows, of: sums, Double.self)
      }
      return [sums]
    }
  }

  private func scatter<S: Scalar>(to rows: [Int], of sums: Tensor, _: S.Type) {
    let width = shape.dropFirst().reduce(1, *)
    for (i, row) in rows.enumerated() {
      S.addScaled(1, read() + i * width, sums.write() + row * width, width)
    }
  }
}
