extension Tensor {
  /// The sum of all numbers.
  public func sum() -> Tensor {
    let result = Tensor(unwritten: [], dtype)
    switch dtype {
    case .float32: result.write(Float.self)[0] = Float.sum(read(), count)
    case .float64: result.write(Double.self)[0] = Double.sum(read(), count)
    }
    return result.computed(by: "sum", from: [self]) { [$0.repeated(to: self.shape)] }
  }

  /// The mean of all numbers.
  public func mean() -> Tensor { sum() / Double(count) }

  /// The sums along an axis, which has then size 1 or is gone.
  public func sum(axis: Int, keepingAxis: Bool = false) -> Tensor {
    let place = self.axis(axis)
    let kept = shape.replacing(place, with: 1)
    let result = Tensor.zeros(keepingAxis ? kept : shape.removing(place), dtype: dtype)
    switch dtype {
    case .float32: sum(along: place, Float.self, into: result)
    case .float64: sum(along: place, Double.self, into: result)
    }
    return result.computed(by: "sum", from: [self]) { [$0.reshaped(kept).repeated(to: self.shape)] }
  }

  /// The means along an axis.
  public func mean(axis: Int, keepingAxis: Bool = false) -> Tensor {
    sum(axis: axis, keepingAxis: keepingAxis) / Double(shape[self.axis(axis)])
  }

  /// The largest numbers along an axis; the gradient goes to the first of them.
  public func max(axis: Int, keepingAxis: Bool = false) -> Tensor {
    let place = self.axis(axis)
    let (outer, size, inner) = shape.split(at: place)
    let places = largestPlaces(axis: place)
    let kept = keepingAxis ? shape.replacing(place, with: 1) : shape.removing(place)
    let offsets = places.indices.map { ($0 / inner * size + places[$0]) * inner + $0 % inner }
    assert(offsets.count == outer * inner)
    return picked(offsets, shape: kept)
  }

  /// The place of the largest number along an axis: of the first one, and of the first NaN if there is any.
  public func largestPlaces(axis: Int = -1) -> [Int] {
    let (outer, size, inner) = shape.split(at: self.axis(axis))
    require(size > 0, "no number is the largest of none: the shape is \(shape)")
    let values = self.values
    return (0..<outer * inner).map { run in
      let start = run / inner * size * inner + run % inner
      var best = 0
      for i in 1..<size where !values[start + best * inner].isNaN {
        let candidate = values[start + i * inner]
        if candidate > values[start + best * inner] || candidate.isNaN { best = i }
      }
      return best
    }
  }

  /// The numbers at these offsets.
  func picked(_ offsets: [Int], shape: [Int]) -> Tensor {
    let result = Tensor(unwritten: shape, dtype)
    switch dtype {
    case .float32: for (i, at) in offsets.enumerated() { result.write(Float.self)[i] = read(Float.self)[at] }
    case .float64:
      for (i, at) in offsets.enumerated() { result.write(Double.self)[i] = read(Double.self)[at] }
    }
    return result.computed(by: "pick", from: [self]) { gradient in
      let sums = Tensor.zeros(self.shape, dtype: self.dtype)
      switch self.dtype {
      case .float32: for (i, at) in offsets.enumerated() { sums.write()[at] += gradient.read(Float.self)[i] }
      case .float64: for (i, at) in offsets.enumerated() { sums.write()[at] += gradient.read(Double.self)[i] }
      }
      return [sums]
    }
  }

  private func sum<S: Scalar>(along place: Int, _: S.Type, into result: Tensor) {
    let (outer, size, inner) = shape.split(at: place)
    let (x, y): (UnsafePointer<S>, UnsafeMutablePointer<S>) = (read(), result.write())
    for i in 0..<outer {
      if inner == 1 {
        y[i] = S.sum(x + i * size, size)
      } else {
        S.sumRows(x + i * size * inner, size, inner, y + i * inner)
      }
    }
  }
}

extension Tensor {
  /// The numbers repeated to a shape that this one's broadcasts to; without a history.
  func repeated(to shape: [Int]) -> Tensor {
    shape == self.shape ? self : .zeros(shape, dtype: dtype) + self
  }

  /// The sums over everything that broadcasting repeated, which is its pullback; without a history.
  func summed(to shape: [Int]) -> Tensor {
    guard shape != self.shape else { return self }
    var result = self
    if rank > shape.count {
      let added = rank - shape.count
      let leading = self.shape.prefix(added).reduce(1, *)
      result = result.reshaped([leading] + self.shape.dropFirst(added)).sum(axis: 0)
    }
    for (axis, size) in shape.enumerated() where size == 1 && result.shape[axis] != 1 {
      result = result.sum(axis: axis, keepingAxis: true)
    }
    return result
  }
}

extension [Int] {
  /// The sizes before, at and after an axis.
  func split(at axis: Int) -> (outer: Int, size: Int, inner: Int) {
    (self[..<axis].reduce(1, *), self[axis], self[(axis + 1)...].reduce(1, *))
  }

  func replacing(_ axis: Int, with size: Int) -> [Int] {
    var shape = self
    shape[axis] = size
    return shape
  }

  func removing(_ axis: Int) -> [Int] {
    var shape = self
    shape.remove(at: axis)
    return shape
  }
}
