extension Tensor {
  /// Causal attention of several heads: every position looks at itself and those before it.
  ///
  /// softmax(q·kᵀ/√d)·v for every head, where d = width/heads; query, key and value are [batch, time, width], and so
  /// is the result (Vaswani and others 2017). The heads lie side by side in the width, and are read where they lie.
  public static func causalAttention(query: Tensor, key: Tensor, value: Tensor, heads: Int) -> Tensor {
    switch query.dtype {
    case .float32: return Attention(query, key, value, heads, Float.self).result
    case .float64: return Attention(query, key, value, heads, Double.self).result
    }
  }

  /// The shares that every position gives to itself and those before it: [batch, heads, time, time].
  ///
  /// Query and key are [batch, time, width]; the shares of a position sum to 1, and no gradient goes through them.
  public static func causalAttentionShares(query: Tensor, key: Tensor, heads: Int) -> Tensor {
    switch query.dtype {
    case .float32: Attention(query, key, key, heads, Float.self).shares
    case .float64: Attention(query, key, key, heads, Double.self).shares
    }
  }
}

/// The matrices of attention, head by head.
private struct Attention<S: Scalar> {
  let query: Tensor
  let key: Tensor
  let value: Tensor
  let heads: Int
  /// softmax(q·kᵀ/√d): [batch, heads, time, time].
  let shares: Tensor
  private let batch: Int
  private let time: Int
  private let width: Int
  private var size: Int { width / heads }
  private var scale: S { S(1 / Double(size).squareRoot()) }

  init(_ query: Tensor, _ key: Tensor, _ value: Tensor, _ heads: Int, _: S.Type) {
    require(
      query.rank == 3 && query.shape == key.shape && key.shape == value.shape,
      "query \(query.shape), key \(key.shape) and value \(value.shape) are not of one shape [batch, time, width]"
    )
    require(
      query.dtype == key.dtype && key.dtype == value.dtype,
      "\(query.dtype), \(key.dtype) and \(value.dtype) do not mix in attention")
    require(
      heads > 0 && query.shape[2] % heads == 0, "\(heads) heads do not share \(query.shape[2]) numbers")
    (self.query, self.key, self.value, self.heads) = (query, key, value, heads)
    (batch, time, width) = (query.shape[0], query.shape[1], query.shape[2])
    shares = Tensor(unwritten: [batch, heads, time, time], query.dtype)
    forEachHead { head, at in
      let scores: UnsafeMutablePointer<S> = shares.write() + head * time * time
      product(time, time, size, rows(query, at), rows(key, at).transposed, scores, time)
    }
    let notes = Tensor(unwritten: [2, batch * heads * time], query.dtype)
    let largest: UnsafeMutablePointer<S> = notes.write()
    S.softmax(
      shares.read(), shares.write(), largest, largest + batch * heads * time, batch * heads * time, time,
      scale,
      true)
  }

  var result: Tensor {
    let result = Tensor(unwritten: query.shape, query.dtype)
    forEachHead { head, at in
      product(time, size, time, sharesOf(head), rows(value, at), result.write() + at, width)
    }
    return result.computed(by: "causalAttention", from: [query, key, value], pullback: pullback)
  }

  /// With p = softmax(s), s = q·kᵀ/√d and y = p·v: dv = pᵀ·dy, dp = dy·vᵀ, ds = p∘(dp − Σ p∘dp)/√d, dq = ds·k,
  /// dk = dsᵀ·q.
  private func pullback(_ gradient: Tensor) -> [Tensor?] {
    let (dq, dk, dv) = (
      Tensor(unwritten: query.shape, query.dtype), Tensor(unwritten: query.shape, query.dtype),
      Tensor(unwritten: query.shape, query.dtype)
    )
    let slopes = Tensor(unwritten: [time, time], query.dtype)
    let ds = Matrix<S>(slopes.read(), rowStep: time)
    forEachHead { head, at in
      let p = sharesOf(head)
      product(time, size, time, p.transposed, rows(gradient, at), dv.write() + at, width)
      product(time, time, size, rows(gradient, at), rows(value, at).transposed, slopes.write(), time)
      S.softmaxPullback(p.numbers, slopes.read(), slopes.write(), time, time, scale)
      product(time, size, time, ds, rows(key, at), dq.write() + at, width)
      product(time, size, time, ds.transposed, rows(query, at), dk.write() + at, width)
    }
    return [dq, dk, dv]
  }

  /// Calls `body` with the number of every head of the batch, and where it starts.
  private func forEachHead(_ body: (Int, Int) -> Void) {
    for i in 0..<batch {
      for head in 0..<heads { body(i * heads + head, i * time * width + head * size) }
    }
  }

  private func sharesOf(_ head: Int) -> Matrix<S> {
    Matrix(shares.read(S.self) + head * time * time, rowStep: time)
  }

  private func rows(_ tensor: Tensor, _ at: Int) -> Matrix<S> {
    Matrix(tensor.read(S.self) + at, rowStep: width)
  }

  private func product(
    _ m: Int, _ n: Int, _ k: Int, _ a: Matrix<S>, _ b: Matrix<S>, _ c: UnsafeMutablePointer<S>, _ step: Int
  ) {
    S.matmul(ProductSizes(m, n, k), a, b, plus: nil, into: c, step: step)
  }
}
