import Activations

extension Tensor {
  /// eˣ/Σeˣ along the last axis: shares that sum to 1.
  public func softmax() -> Tensor {
    let result = shares().shares
    let y = result.detached
    return result.computed(by: "softmax", from: [self]) { gradient in
      let slopes = Tensor(unwritten: y.shape, y.dtype)
      let (rows, columns) = y.rows
      switch y.dtype {
      case .float32: Float.softmaxPullback(y.read(), gradient.read(), slopes.write(), rows, columns, 1)
      case .float64: Double.softmaxPullback(y.read(), gradient.read(), slopes.write(), rows, columns, 1)
      }
      return [slopes]
    }
  }

  /// x − log Σeˣ along the last axis: the logarithms of the shares, also of those too small for a number.
  public func logSoftmax() -> Tensor {
    let (shares, largest, logarithms) = self.shares()
    let result = withoutGradients { (self - largest) - logarithms }
    return result.computed(by: "logSoftmax", from: [self]) { gradient in
      [gradient - shares * gradient.sum(axis: -1, keepingAxis: true)]
    }
  }

  /// The mean of −log softmax(x)[class] over all rows, x being the logits.
  ///
  /// [rows…, classes] → []; the gradient of a row is (softmax(x) − one-hot)/rows.
  public func crossEntropy(_ classes: [Int]) -> Tensor {
    let (rows, columns) = self.rows
    require(classes.count == rows, "\(classes.count) classes for logits of shape \(shape)")
    for label in classes { require(0..<columns ~= label, "there is no class \(label) of \(columns)") }
    let (shares, largest, logarithms) = self.shares()
    let offsets = classes.indices.map { $0 * columns + classes[$0] }
    // Row by row and from the largest logit on: the difference of two sums would lose small losses of large logits.
    let result = withoutGradients {
      ((largest - self.picked(offsets, shape: largest.shape)) + logarithms).mean()
    }
    return result.computed(by: "crossEntropy", from: [self]) { gradient in
      [shares.subtractingOne(at: offsets) * (gradient / Double(rows))]
    }
  }

  /// The mean of log(1 + eˣ) − x·target: the cross-entropy of a yes-or-no question, x being its logit.
  ///
  /// Written as target·softplus(−x) + (1 − target)·softplus(x), where nothing cancels for sure and right answers.
  /// The targets are shares of yes, from 0 to 1; the gradient is (σ(x) − target)/count.
  public func binaryCrossEntropy(_ targets: Tensor) -> Tensor {
    require(targets.shape == shape, "targets of shape \(targets.shape) for logits of shape \(shape)")
    let result = withoutGradients {
      (targets * (-self).map(.softplus) + (1 - targets) * self.map(.softplus)).mean()
    }
    return result.computed(by: "binaryCrossEntropy", from: [self]) { gradient in
      [(self.map(.sigmoid) - targets) * (gradient / Double(self.count))]
    }
  }

  /// How many rows there are along the last axis, and their length.
  var rows: (count: Int, columns: Int) {
    require(rank >= 1 && shape[rank - 1] > 0, "a tensor of shape \(shape) has no rows")
    return (count / shape[rank - 1], shape[rank - 1])
  }

  /// softmax(x), and of every row the largest number m and log Σe^(x − m); without a history.
  private func shares() -> (shares: Tensor, largest: Tensor, logarithms: Tensor) {
    switch dtype {
    case .float32: shares(Float.self)
    case .float64: shares(Double.self)
    }
  }

  private func shares<S: Scalar>(_: S.Type) -> (shares: Tensor, largest: Tensor, logarithms: Tensor) {
    let (rows, columns) = self.rows
    let result = Tensor(unwritten: shape, dtype)
    let largest = Tensor(unwritten: shape.dropLast() + [1], dtype)
    let sums = Tensor(unwritten: largest.shape, dtype)
    S.softmax(read(), result.write(), largest.write(), sums.write(), rows, columns, 1, false)
    return (result, largest, sums.eachNumber { Activations.log($0) })
  }

  private func subtractingOne(at offsets: [Int]) -> Tensor {
    let result = Tensor(unwritten: shape, dtype)
    result.copyValues(of: self)
    switch dtype {
    case .float32: for at in offsets { result.write(Float.self)[at] -= 1 }
    case .float64: for at in offsets { result.write(Double.self)[at] -= 1 }
    }
    return result
  }
}
