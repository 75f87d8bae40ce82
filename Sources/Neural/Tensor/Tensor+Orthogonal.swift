extension Tensor {
  /// A matrix Q of this shape with QᵀQ = 1, or QQᵀ = 1 where it has fewer rows than columns; times `gain`.
  ///
  /// All axes but the first count as columns. Q comes from the QR factorisation of a matrix of normal numbers; as the
  /// diagonal of R is positive, every such matrix is equally likely.
  public static func orthogonal(
    _ shape: [Int], gain: Double = 1, dtype: DType = .float32, using generator: inout SeededGenerator
  ) -> Tensor {
    require(shape.count >= 2, "a tensor of shape \(shape) has no columns to make orthogonal")
    let (rows, columns) = (shape[0], shape.dropFirst().reduce(1, *))
    let (count, length) = (Swift.min(rows, columns), Swift.max(rows, columns))
    let vectors = orthonormalized((0..<count).map { _ in (0..<length).map { _ in generator.normal() } })
    let values = (0..<rows * columns).map { place in
      let (row, column) = (place / columns, place % columns)
      return gain * (rows < columns ? vectors[row][column] : vectors[column][row])
    }
    return Tensor(values, shape: shape, dtype: dtype)
  }

  /// A matrix with `gain` where row and column are the same, and 0 elsewhere.
  public static func identity(_ shape: [Int], gain: Double = 1, dtype: DType = .float32) -> Tensor {
    require(shape.count == 2, "an identity has two axes, not the shape \(shape)")
    let values = (0..<shape[0] * shape[1]).map { $0 / shape[1] == $0 % shape[1] ? gain : 0 }
    return Tensor(values, shape: shape, dtype: dtype)
  }
}

/// The vectors made orthogonal one after the other, and of length 1 (Gram and Schmidt).
///
/// Each is freed twice from its parts along those before it: once leaves rounding errors as large as what was taken
/// away, twice is enough (Kahan and Parlett).
private func orthonormalized(_ vectors: [[Double]]) -> [[Double]] {
  var result: [[Double]] = []
  for vector in vectors {
    var rest = vector
    for _ in 0..<2 {
      for direction in result { subtract(dot(rest, direction), direction, from: &rest) }
    }
    let length = dot(rest, rest).squareRoot()
    result.append(rest.map { $0 / length })
  }
  return result
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  var sum = 0.0
  for i in a.indices { sum += a[i] * b[i] }
  return sum
}

private func subtract(_ factor: Double, _ direction: [Double], from vector: inout [Double]) {
  for i in vector.indices { vector[i] -= factor * direction[i] }
}
