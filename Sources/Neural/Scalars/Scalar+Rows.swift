import Activations

extension Scalar {
  static func softmax(
    _ x: Input, _ y: Output, _ largest: Output, _ sums: Output, _ rows: Int, _ columns: Int,
    _ scale: Self, _ causal: Bool
  ) {
    for r in 0..<rows {
      let (x, y) = (x + r * columns, y + r * columns)
      let count = causal ? r % columns + 1 : columns
      largest[r] = (0..<count).reduce(x[0]) { $0 < x[$1] || x[$1].isNaN ? x[$1] : $0 }
      for i in 0..<count { y[i] = exponential(scale * (x[i] - largest[r])) }
      sums[r] = sum(y, count)
      for i in 0..<count { y[i] /= sums[r] }
      for i in count..<columns { y[i] = 0 }
    }
  }

  static func softmaxPullback(
    _ y: Input, _ dy: Input, _ dx: Output, _ rows: Int, _ columns: Int, _ scale: Self
  ) {
    for r in 0..<rows {
      let start = r * columns
      let mean = dot(y + start, dy + start, columns)
      for i in start..<start + columns { dx[i] = scale * y[i] * (dy[i] - mean) }
    }
  }

  static func normalize(
    _ x: Input, _ gain: Input, _ bias: Input?, _ y: Output, _ means: Output, _ scales: Output, _ rows: Int,
    _ columns: Int, _ epsilon: Self
  ) {
    for r in 0..<rows {
      let (x, y) = (x + r * columns, y + r * columns)
      means[r] = bias == nil ? 0 : sum(x, columns) / Self(columns)
      let variance =
        (0..<columns).reduce(0) { $0 + (x[$1] - means[r]) * (x[$1] - means[r]) } / Self(columns)
      scales[r] = 1 / (variance + epsilon).squareRoot()
      for i in 0..<columns { y[i] = (x[i] - means[r]) * scales[r] * gain[i] + (bias?[i] ?? 0) }
    }
  }

  static func normalizePullback(
    _ x: Input, _ gain: Input, _ dy: Input, _ means: Input, _ scales: Input, _ dx: Output, _ dgain: Output,
    _ dbias: Output?, _ rows: Int, _ columns: Int
  ) {
    for r in 0..<rows {
      let (x, dy, dx) = (x + r * columns, dy + r * columns, dx + r * columns)
      let unit = { (i: Int) in (x[i] - means[r]) * scales[r] }
      let level = dbias == nil ? 0 : dot(dy, gain, columns) / Self(columns)
      let along = (0..<columns).reduce(0) { $0 + dy[$1] * gain[$1] * unit($1) } / Self(columns)
      for i in 0..<columns {
        dx[i] = scales[r] * (dy[i] * gain[i] - level - unit(i) * along)
        dgain[i] += dy[i] * unit(i)
        dbias?[i] += dy[i]
      }
    }
  }
}

extension Scalar {
  /// eˣ, σ(x) and tanh x, computed in double precision and rounded once.
  static func exponential(_ x: Self) -> Self { Self(Activations.exp(Double(x))) }
  static func logistic(_ x: Self) -> Self { Self(Activations.sigmoid(Double(x))) }
  static func hyperbolicTangent(_ x: Self) -> Self { Self(Activations.tanh(Double(x))) }
}
