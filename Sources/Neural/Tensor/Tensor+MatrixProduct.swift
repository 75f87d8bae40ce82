extension Tensor {
  /// The matrix product; leading axes are a batch.
  ///
  /// [m, k] · [k, n] → [m, n]; [b…, m, k] · [b…, k, n] → [b…, m, n]; [b…, m, k] · [k, n] → [b…, m, n]. A transposed
  /// operand is read as it lies, not copied.
  public func matmul(
    _ right: Tensor, transposingLeft: Bool = false, transposingRight: Bool = false
  ) -> Tensor {
    require(dtype == right.dtype, "\(dtype) and \(right.dtype) do not mix in matmul")
    if right.rank == 2, rank > 2, !transposingLeft {
      let rows = reshaped([-1, shape[rank - 1]]).matmul(right, transposingRight: transposingRight)
      return rows.reshaped(shape.dropLast() + [rows.shape[1]])
    }
    let product = MatrixProduct(self, transposingLeft, right, transposingRight)
    let result = Tensor(unwritten: shape.dropLast(2) + [product.sizes.m, product.sizes.n], dtype)
    switch dtype {
    case .float32: product.compute(self, right, into: result, Float.self)
    case .float64: product.compute(self, right, into: result, Double.self)
    }
    return result.computed(by: "matmul", from: [self, right]) { gradient in
      [
        self.ifNeeded {
          transposingLeft
            ? right.matmul(gradient, transposingLeft: transposingRight, transposingRight: true)
            : gradient.matmul(right, transposingRight: !transposingRight)
        },
        right.ifNeeded {
          transposingRight
            ? gradient.matmul(self, transposingLeft: true, transposingRight: transposingLeft)
            : self.matmul(gradient, transposingLeft: !transposingLeft)
        },
      ]
    }
  }

  /// x·weightᵀ + bias: a linear layer in one operation.
  ///
  /// [b…, in] · [out, in]ᵀ + [out] → [b…, out]; a single vector [in] is a batch without an axis.
  public func linear(weight: Tensor, bias: Tensor? = nil) -> Tensor {
    requireFit(weight, bias)
    let result = Tensor(unwritten: shape.dropLast() + [weight.shape[0]], dtype)
    switch dtype {
    case .float32: linear(weight, bias, into: result, Float.self)
    case .float64: linear(weight, bias, into: result, Double.self)
    }
    return result.computed(by: "linear", from: [self, weight] + (bias.map { [$0] } ?? [])) { gradient in
      let count = gradient.shape.dropLast().reduce(1, *)
      let rows = gradient.reshaped([count, weight.shape[0]])
      return [
        self.ifNeeded { rows.matmul(weight).reshaped(self.shape) },
        weight.ifNeeded { rows.matmul(self.reshaped([count, weight.shape[1]]), transposingLeft: true) },
      ] + (bias.map { [$0.ifNeeded { rows.sum(axis: 0) }] } ?? [])
    }
  }

  private func requireFit(_ weight: Tensor, _ bias: Tensor?) {
    let biasShape = bias?.shape ?? weight.shape.dropLast()
    var also: String { bias.map { " and a bias of shape \($0.shape)" } ?? "" }
    require(
      weight.rank == 2 && rank >= 1 && shape[rank - 1] == weight.shape[1] && biasShape == [weight.shape[0]],
      "a weight of shape \(weight.shape)\(also) \(bias == nil ? "does" : "do") not fit an input of shape \(shape)"
    )
    let biasType = bias?.dtype ?? dtype
    require(
      dtype == weight.dtype && dtype == biasType,
      "\(dtype), \(weight.dtype) and \(biasType) do not mix in linear")
  }

  private func linear<S: Scalar>(_ weight: Tensor, _ bias: Tensor?, into result: Tensor, _: S.Type) {
    let (outputs, inputs) = (weight.shape[0], weight.shape[1])
    S.matmul(
      ProductSizes(shape.dropLast().reduce(1, *), outputs, inputs), Matrix(read(), rowStep: inputs),
      Matrix(weight.read(), rowStep: inputs).transposed, plus: bias.map { Matrix($0.read(), rowStep: 0) },
      into: result.write(), step: outputs)
  }
}

/// The sizes of a batch of products, and how both operands lie.
private struct MatrixProduct {
  let sizes: ProductSizes
  let batch: Int
  let transposingLeft: Bool
  let transposingRight: Bool

  init(_ a: Tensor, _ transposingLeft: Bool, _ b: Tensor, _ transposingRight: Bool) {
    var names: String {
      "\(a.shape)\(transposingLeft ? "ᵀ" : "") and \(b.shape)\(transposingRight ? "ᵀ" : "")"
    }
    require(a.rank >= 2 && b.rank >= 2, "a matrix product needs two axes: \(names)")
    require(a.shape.dropLast(2) == b.shape.dropLast(2), "the batches do not fit: \(names)")
    let (aRows, aColumns) = (a.shape[a.rank - 2], a.shape[a.rank - 1])
    let (bRows, bColumns) = (b.shape[b.rank - 2], b.shape[b.rank - 1])
    sizes = ProductSizes(
      transposingLeft ? aColumns : aRows, transposingRight ? bRows : bColumns,
      transposingLeft ? aRows : aColumns)
    require(
      sizes.k == (transposingRight ? bColumns : bRows), "the shapes do not fit for a matrix product: \(names)"
    )
    batch = a.shape.dropLast(2).reduce(1, *)
    self.transposingLeft = transposingLeft
    self.transposingRight = transposingRight
  }

  func compute<S: Scalar>(_ a: Tensor, _ b: Tensor, into c: Tensor, _: S.Type) {
    let (m, n, k) = (sizes.m, sizes.n, sizes.k)
    for i in 0..<batch {
      let left = Matrix<S>(a.read() + i * m * k, rowStep: transposingLeft ? m : k)
      let right = Matrix<S>(b.read() + i * k * n, rowStep: transposingRight ? k : n)
      S.matmul(
        sizes, transposingLeft ? left.transposed : left, transposingRight ? right.transposed : right,
        plus: nil,
        into: c.write() + i * m * n, step: n)
    }
  }
}
