import Activations

/// A recurrent network as a dynamical system: h_t = f(W·h_(t−1) + x_t), in float64.
///
/// How much a change of the first state changes the last one is a product with one factor for each step,
///
///     ∂h_t/∂h_0 = D_t·W · D_(t−1)·W ⋯ D_1·W,     D = diag f′(W·h + x),
///
/// and the gradient of back-propagation through time is that product from the other side (Bengio and others 1994).
public struct RecurrentMap {
  /// W: [width, width].
  public let weight: Tensor
  /// f.
  public let activation: Activation

  /// A network of these weights.
  public init(weight: Tensor, activation: Activation = .tanh) {
    require(
      weight.rank == 2 && weight.shape[0] == weight.shape[1],
      "a state that is fed back needs a square matrix, not one of shape \(weight.shape)")
    self.weight = weight.converted(to: .float64)
    self.activation = activation
  }

  /// Normal weights, scaled so that the largest eigenvalue has the size `spectralRadius`.
  public init(
    width: Int, spectralRadius: Double, activation: Activation = .tanh,
    using generator: inout SeededGenerator
  ) {
    let weight = Tensor.normal([width, width], dtype: .float64, using: &generator)
    self.init(weight: weight.scaled(toSpectralRadius: spectralRadius), activation: activation)
  }

  /// How many numbers a state has.
  public var width: Int { weight.shape[0] }

  /// The sums W·h + x of the next state: [width, 1].
  public func sums(_ h: Tensor, _ x: Tensor) -> Tensor { weight.matmul(h) + x }

  /// ‖∂h_t/∂h_0‖₂ for t = 1, 2, …, along the trajectory that starts at 0 and hears `inputs`, each [width, 1].
  public func jacobianNorms(_ inputs: [Tensor]) -> [Double] {
    withoutGradients {
      var h = Tensor.zeros([width, 1], dtype: .float64)
      var product: Tensor?
      return inputs.map { x in
        let z = sums(h, x)
        let through = product.map { weight.matmul($0) } ?? weight
        let jacobian = z.eachNumber(activation.derivative) * through
        (h, product) = (z.map(activation), jacobian)
        return jacobian.spectralNorm
      }
    }
  }
}
