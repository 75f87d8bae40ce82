// Arrays of floats are computed by the processor's vectors, mostly in floats: within 2.8 units in the last place,
// where the scalar forms, which compute in doubles and round once, stay within 1. Arrays of doubles have the bits of
// the scalar form, and its speed.

extension Activation {
  /// The values at `xs`.
  ///
  /// In Float arithmetic, on the processor's vectors: the same bits on every processor.
  @_disfavoredOverload
  public func callAsFunction(_ xs: [Float]) -> [Float] {
    [Float](unsafeUninitializedCapacity: xs.count) { values, count in
      xs.withUnsafeBufferPointer { map($0, into: UnsafeMutableBufferPointer(rebasing: values[..<xs.count])) }
      count = xs.count
    }
  }

  /// Replaces every number by the function's value there.
  ///
  /// In Float arithmetic, on the processor's vectors: the same bits on every processor, for every length and
  /// alignment.
  public func map(inPlace values: UnsafeMutableBufferPointer<Float>) {
    map(UnsafeBufferPointer(values), into: values)
  }

  /// Replaces every number by the function's value there: the bits of the scalar form.
  public func map(inPlace values: UnsafeMutableBufferPointer<Double>) {
    for index in values.indices { values[index] = value(values[index]) }
  }

  /// Replaces every number by the function's value there, as in a buffer.
  public func map(inPlace values: inout MutableSpan<Float>) {
    values.withUnsafeMutableBufferPointer { map(inPlace: $0) }
  }

  /// Replaces every number by the function's value there, as in a buffer.
  public func map(inPlace values: inout MutableSpan<Double>) {
    values.withUnsafeMutableBufferPointer { map(inPlace: $0) }
  }

  /// Writes the values at `xs` to `ys`, which is the same memory or has none in common.
  ///
  /// Traps unless both are of one length.
  public func map(_ xs: UnsafeBufferPointer<Float>, into ys: UnsafeMutableBufferPointer<Float>) {
    require(xs.count == ys.count, "\(xs.count) numbers cannot be mapped into \(ys.count)")
    guard let x = xs.baseAddress, let y = ys.baseAddress else { return }
    if let kernel, kernel.map(x, y, count: xs.count) { return }
    for index in 0..<xs.count { y[index] = Float(value(Double(x[index]))) }
  }

  /// Writes the values at `xs` to `ys`, which is the same memory or has none in common: the bits of the scalar form.
  ///
  /// Traps unless both are of one length.
  public func map(_ xs: UnsafeBufferPointer<Double>, into ys: UnsafeMutableBufferPointer<Double>) {
    require(xs.count == ys.count, "\(xs.count) numbers cannot be mapped into \(ys.count)")
    for index in xs.indices { ys[index] = value(xs[index]) }
  }

  /// The gradient of a loss in xs, from that in the values: dxs = dys·f′(xs), element by element.
  ///
  /// In Float arithmetic, on the processor's vectors where the slope has such a form; else rounded from the
  /// scalar slope. `dxs` is the memory of one of the others, or has none in common with them. Traps unless all
  /// three are of one length.
  public func pullback(
    of dys: UnsafeBufferPointer<Float>, at xs: UnsafeBufferPointer<Float>,
    into dxs: UnsafeMutableBufferPointer<Float>
  ) {
    Self.requireOneLength(xs.count, slopes: dys.count, results: dxs.count)
    guard let x = xs.baseAddress, let dy = dys.baseAddress, let dx = dxs.baseAddress else { return }
    if let kernel, kernel.pullback(x, dy, dx, count: xs.count) { return }
    for index in 0..<xs.count { dx[index] = dy[index] * Float(derivative(Double(x[index]))) }
  }

  /// The gradient of a loss in xs, from that in the values: dxs = dys·f′(xs), with the bits of the scalar slope.
  ///
  /// `dxs` is the memory of one of the others, or has none in common with them. Traps unless all three are of one length.
  public func pullback(
    of dys: UnsafeBufferPointer<Double>, at xs: UnsafeBufferPointer<Double>,
    into dxs: UnsafeMutableBufferPointer<Double>
  ) {
    Self.requireOneLength(xs.count, slopes: dys.count, results: dxs.count)
    for index in xs.indices { dxs[index] = dys[index] * derivative(xs[index]) }
  }

  private static func requireOneLength(_ count: Int, slopes: Int, results: Int) {
    require(
      count == slopes && count == results,
      "\(slopes) slopes at \(count) numbers cannot be put into \(results)")
  }
}
