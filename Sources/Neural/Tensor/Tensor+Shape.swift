extension Tensor {
  /// The same numbers in another shape; −1 stands for the size that follows from the others.
  public func reshaped(_ shape: [Int]) -> Tensor {
    let known = shape.reduce(1) { $1 == -1 ? $0 : $0 * $1 }
    let sizes = shape.map { $0 == -1 && known > 0 ? count / known : $0 }
    require(
      sizes.reduce(1, *) == count && sizes.allSatisfy { $0 >= 0 },
      "\(self.shape) cannot be reshaped to \(shape)")
    return Tensor(sizes, dtype, storage).computed(by: "reshape", from: [self]) {
      [$0.reshaped(self.shape)]
    }
  }

  /// Two axes exchanged; by default the last two, as in the transpose of a matrix.
  public func transposed(_ first: Int = -2, _ second: Int = -1) -> Tensor {
    var order = Array(0..<rank)
    order.swapAt(axis(first), axis(second))
    return permuted(order)
  }

  /// The axes in another order: axis i of the result is axis order[i] of this.
  public func permuted(_ order: [Int]) -> Tensor {
    require(order.sorted() == Array(0..<rank), "\(order) is no order of the axes of \(shape)")
    let result = Tensor(unwritten: order.map { shape[$0] }, dtype)
    switch dtype {
    case .float32: permute(order, Float.self, into: result)
    case .float64: permute(order, Double.self, into: result)
    }
    var inverse = order
    for (i, axis) in order.enumerated() { inverse[axis] = i }
    return result.computed(by: "permute", from: [self]) { [$0.permuted(inverse)] }
  }

  /// The part of an axis that lies in a range.
  public func slice(_ range: Range<Int>, axis: Int = 0) -> Tensor {
    let place = self.axis(axis)
    require(
      range.lowerBound >= 0 && range.upperBound <= shape[place],
      "\(range) is outside of axis \(axis) of a tensor of shape \(shape)")
    let (outer, size, inner) = shape.split(at: place)
    let result = Tensor(unwritten: shape.replacing(place, with: range.count), dtype)
    copyRuns(
      outer, range.count * inner, to: result, from: (range.lowerBound * inner, size * inner),
      to: (0, range.count * inner))
    return result.computed(by: "slice", from: [self]) { gradient in
      let whole = Tensor.zeros(self.shape, dtype: self.dtype)
      gradient.copyRuns(
        outer, range.count * inner, to: whole, from: (0, range.count * inner),
        to: (range.lowerBound * inner, size * inner))
      return [whole]
    }
  }

  /// Tensors one after the other along an axis; their other sizes agree.
  public static func concatenated(_ parts: [Tensor], axis: Int = 0) -> Tensor {
    require(!parts.isEmpty, "nothing cannot be concatenated")
    let first = parts[0]
    let place = first.axis(axis)
    for part in parts {
      require(
        part.dtype == first.dtype && part.rank == first.rank
          && part.shape.removing(place) == first.shape.removing(place),
        "\(part.shape) cannot be concatenated with \(first.shape) along axis \(axis)")
    }
    let sizes = parts.map { $0.shape[place] }
    let size = sizes.reduce(0, +)
    let (outer, _, inner) = first.shape.split(at: place)
    let result = Tensor(unwritten: first.shape.replacing(place, with: size), first.dtype)
    var starts: [Int] = []
    for part in parts {
      starts.append((starts.last ?? 0) + (starts.isEmpty ? 0 : sizes[starts.count - 1]))
      let run = part.shape[place] * inner
      part.copyRuns(
        outer, run, to: result, from: (0, run), to: (starts[starts.count - 1] * inner, size * inner))
    }
    return result.computed(by: "concatenate", from: parts) { gradient in
      zip(parts, starts).map { part, start in
        part.ifNeeded { gradient.slice(start..<start + part.shape[place], axis: place) }
      }
    }
  }

  /// `count` runs of `length` numbers, each side with its offset and its stride.
  private func copyRuns(
    _ count: Int, _ length: Int, to result: Tensor, from source: (Int, Int), to target: (Int, Int)
  ) {
    let bytes = dtype.byteCount
    for i in 0..<count {
      (result.storage.pointer + (target.0 + i * target.1) * bytes).copyMemory(
        from: storage.pointer + (source.0 + i * source.1) * bytes, byteCount: length * bytes)
    }
  }

  private func permute<S: Scalar>(_ order: [Int], _: S.Type, into result: Tensor) {
    var strides = [Int](repeating: 1, count: rank)
    for axis in (0..<rank).dropLast().reversed() { strides[axis] = strides[axis + 1] * shape[axis + 1] }
    var (x, y): (UnsafePointer<S>, UnsafeMutablePointer<S>) = (read(), result.write())
    copy(result.shape[...], order.map { strides[$0] }[...], &x, &y)
  }

  private func copy<S: Scalar>(
    _ sizes: ArraySlice<Int>, _ strides: ArraySlice<Int>, _ x: inout UnsafePointer<S>,
    _ y: inout UnsafeMutablePointer<S>
  ) {
    guard let size = sizes.first, let stride = strides.first else {
      y[0] = x[0]
      y += 1
      return
    }
    if sizes.count == 1 {
      for i in 0..<size { y[i] = x[i * stride] }
      y += size
      return
    }
    for i in 0..<size {
      var start = x + i * stride
      copy(sizes.dropFirst(), strides.dropFirst(), &start, &y)
    }
  }
}
