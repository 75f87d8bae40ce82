extension Tensor {
  /// A tensor of these numbers, row by row: the last axis runs fastest.
  public convenience init(_ values: [Double], shape: [Int], dtype: DType = .float32) {
    require(
      values.count == shape.reduce(1, *), "\(values.count) numbers do not fill the shape \(shape)")
    self.init(unwritten: shape, dtype)
    switch dtype {
    case .float32: for i in values.indices { write(Float.self)[i] = Float(values[i]) }
    case .float64: write(Double.self).update(from: values, count: values.count)
    }
  }

  /// A tensor of these floats, row by row, in float32.
  public convenience init(_ values: [Float], shape: [Int]) {
    require(
      values.count == shape.reduce(1, *), "\(values.count) numbers do not fill the shape \(shape)")
    self.init(unwritten: shape, .float32)
    write(Float.self).update(from: values, count: values.count)
  }

  /// A vector.
  public convenience init(_ values: [Double], dtype: DType = .float32) {
    self.init(values, shape: [values.count], dtype: dtype)
  }

  /// A matrix out of its rows, which are of one length.
  public convenience init(_ rows: [[Double]], dtype: DType = .float32) {
    let columns = rows.first?.count ?? 0
    for row in rows {
      require(row.count == columns, "rows of \(columns) and of \(row.count) numbers make no matrix")
    }
    self.init(rows.flatMap { $0 }, shape: [rows.count, columns], dtype: dtype)
  }

  /// A single number.
  public convenience init(_ value: Double, dtype: DType = .float32) {
    self.init([value], shape: [], dtype: dtype)
  }

  /// A tensor of zeros.
  public static func zeros(_ shape: [Int], dtype: DType = .float32) -> Tensor {
    let result = Tensor(unwritten: shape, dtype)
    result.storage.pointer.initializeMemory(as: UInt8.self, repeating: 0, count: result.storage.byteCount)
    return result
  }

  /// A tensor of ones.
  public static func ones(_ shape: [Int], dtype: DType = .float32) -> Tensor {
    full(shape, 1, dtype: dtype)
  }

  /// A tensor of one number over and over.
  public static func full(_ shape: [Int], _ value: Double, dtype: DType = .float32) -> Tensor {
    filled(shape, dtype) { value }
  }

  /// Numbers of the normal distribution around 0.
  public static func normal(
    _ shape: [Int], deviation: Double = 1, dtype: DType = .float32, using generator: inout SeededGenerator
  ) -> Tensor {
    filled(shape, dtype) { deviation * generator.normal() }
  }

  /// Numbers spread evenly over a range.
  public static func uniform(
    _ shape: [Int], in range: Range<Double> = 0..<1, dtype: DType = .float32,
    using generator: inout SeededGenerator
  ) -> Tensor {
    filled(shape, dtype) { generator.uniform(in: range) }
  }

  /// A tensor whose numbers are made one after the other.
  static func filled(_ shape: [Int], _ dtype: DType, _ next: () -> Double) -> Tensor {
    let result = Tensor(unwritten: shape, dtype)
    switch dtype {
    case .float32: for i in 0..<result.count { result.write(Float.self)[i] = Float(next()) }
    case .float64: for i in 0..<result.count { result.write(Double.self)[i] = next() }
    }
    return result
  }
}

extension Tensor {
  /// A copy of the numbers, row by row: the last axis runs fastest.
  public var values: [Double] {
    switch dtype {
    case .float32: (0..<count).map { Double(read(Float.self)[$0]) }
    case .float64: Array(UnsafeBufferPointer(start: read(Double.self), count: count))
    }
  }

  /// The numbers as floats.
  public var floats: [Float] {
    switch dtype {
    case .float32: Array(UnsafeBufferPointer(start: read(Float.self), count: count))
    case .float64: (0..<count).map { Float(read(Double.self)[$0]) }
    }
  }

  /// The number of a tensor that has only one.
  public var item: Double {
    require(count == 1, "a tensor of shape \(shape) is not a single number")
    return dtype == .float32 ? Double(read(Float.self)[0]) : read(Double.self)[0]
  }

  /// The number at one place of every axis.
  public subscript(_ indices: Int...) -> Double {
    require(indices.count == rank, "\(indices) names no number of a tensor of shape \(shape)")
    var offset = 0
    for (index, size) in zip(indices, shape) {
      require(0..<size ~= index, "\(indices) is outside of a tensor of shape \(shape)")
      offset = offset * size + index
    }
    return dtype == .float32 ? Double(read(Float.self)[offset]) : read(Double.self)[offset]
  }

  /// Takes over the numbers of another tensor of the same shape, rounding them to this one's precision.
  public func copyValues(of other: Tensor) {
    require(other.shape == shape, "\(other.shape) is not the shape \(shape)")
    switch (dtype, other.dtype) {
    case (.float32, .float64): for i in 0..<count { write(Float.self)[i] = Float(other.read(Double.self)[i]) }
    case (.float64, .float32):
      for i in 0..<count { write(Double.self)[i] = Double(other.read(Float.self)[i]) }
    default: storage.pointer.copyMemory(from: other.storage.pointer, byteCount: storage.byteCount)
    }
  }

  /// The same numbers in another precision, without a history.
  public func converted(to dtype: DType) -> Tensor {
    let result = Tensor(unwritten: shape, dtype)
    result.copyValues(of: self)
    return result
  }
}

extension Tensor: CustomStringConvertible {
  /// Shape, precision, and the first eight numbers, each as short as its precision allows.
  public var description: String {
    let first = (0..<Swift.min(8, count)).map { place in
      dtype == .float32 ? "\(read(Float.self)[place])" : "\(read(Double.self)[place])"
    }
    return "Tensor(\(shape), \(dtype.rawValue): \(first.joined(separator: ", "))\(count > 8 ? ", …" : ""))"
  }
}
