extension Tensor {
  /// gain∘(x − mean)/√(variance + epsilon) + bias along the last axis (Ba, Kiros and Hinton 2016).
  public func layerNorm(gain: Tensor, bias: Tensor, epsilon: Double = 1e-5) -> Tensor {
    normalized(gain, bias, epsilon)
  }

  /// gain∘x/√(mean of x² + epsilon) along the last axis (Zhang and Sennrich 2019).
  public func rmsNorm(gain: Tensor, epsilon: Double = 1e-5) -> Tensor {
    normalized(gain, nil, epsilon)
  }

  private func normalized(_ gain: Tensor, _ bias: Tensor?, _ epsilon: Double) -> Tensor {
    let columns = rows.columns
    require(
      gain.shape == [columns] && (bias?.shape ?? [columns]) == [columns],
      "a gain of shape \(gain.shape) and a bias of shape \(bias?.shape ?? [columns]) do not fit rows of \(columns) numbers"
    )
    require(
      dtype == gain.dtype && (bias?.dtype ?? dtype) == dtype,
      "\(dtype), \(gain.dtype) and \(bias?.dtype ?? dtype) do not mix in a normalization")
    switch dtype {
    case .float32: return normalized(gain, bias, epsilon, Float.self)
    case .float64: return normalized(gain, bias, epsilon, Double.self)
    }
  }

  private func normalized<S: Scalar>(_ gain: Tensor, _ bias: Tensor?, _ epsilon: Double, _: S.Type) -> Tensor
  {
    let (rows, columns) = self.rows
    let result = Tensor(unwritten: shape, dtype)
    let means = Tensor(unwritten: [rows], dtype)
    let scales = Tensor(unwritten: [rows], dtype)
    S.normalize(
      read(), gain.read(), bias?.read(), result.write(), means.write(), scales.write(), rows, columns,
      S(epsilon))
    return result.computed(by: "normalize", from: [self, gain] + (bias.map { [$0] } ?? [])) { gradient in
      let slopes = Tensor(unwritten: self.shape, self.dtype)
      let ofGain = Tensor.zeros([columns], dtype: self.dtype)
      let ofBias = bias.map { _ in Tensor.zeros([columns], dtype: self.dtype) }
      S.normalizePullback(
        self.read(), gain.read(), gradient.read(), means.read(), scales.read(), slopes.write(),
        ofGain.write(), ofBias?.write(), rows, columns)
      return [slopes, ofGain] + (ofBias.map { [$0] } ?? [])
    }
  }
}
