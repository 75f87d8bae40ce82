import Neural

/// How far the gradients that `backward()` finds are from central differences, at worst: over every number of every
/// one of the tensors, relative to the largest gradient of the tensor or 1.
///
/// `loss` computes a single number in float64 from the tensors. A difference over 2h has an error near h²·f‴/6 and
/// one near ε·f/h; h = 1e-5 keeps both below 1e-9 for the sizes met here.
func gradientError(of tensors: [Tensor], in loss: () -> Tensor) -> Double {
  for tensor in tensors { tensor.gradient = nil }
  loss().backward()
  return tensors.map { tensor in
    guard let gradient = tensor.gradient?.values else { return Double.infinity }
    let size = max(1, gradient.map(\.magnitude).max() ?? 1)
    let found = differences(of: tensor, in: loss)
    return zip(gradient, found).map { ($0 - $1).magnitude / size }.max() ?? .infinity
  }.max() ?? .infinity
}

private func differences(of tensor: Tensor, in loss: () -> Tensor) -> [Double] {
  let values = tensor.values
  let step = 1e-5
  defer { tensor.copyValues(of: Tensor(values, shape: tensor.shape, dtype: .float64)) }
  return values.indices.map { i in
    func moved(by distance: Double) -> Double {
      var changed = values
      changed[i] += distance
      tensor.copyValues(of: Tensor(changed, shape: tensor.shape, dtype: .float64))
      return withoutGradients { loss().item }
    }
    return (moved(by: step) - moved(by: -step)) / (2 * step)
  }
}

extension Tensor {
  /// Random numbers in float64 that ask for a gradient.
  static func random(
    _ shape: [Int], in range: Range<Double> = -2..<2, _ generator: inout SeededGenerator
  ) -> Tensor {
    .uniform(shape, in: range, dtype: .float64, using: &generator).requiringGradient()
  }

  /// Σ x∘w for weights that differ from place to place, so that no gradient hides behind another.
  func weighed() -> Tensor {
    var generator = SeededGenerator(seed: 99)
    return (self * .uniform(shape, in: -1..<1, dtype: dtype, using: &generator)).sum()
  }
}
