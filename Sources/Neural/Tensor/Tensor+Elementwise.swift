import Activations

extension Tensor {
  /// An activation applied to every number: `x.map(.gelu)`.
  ///
  /// In float32 by vector kernels where the activation has them, in float64 by its exact value and derivative.
  public func map(_ activation: Activation) -> Tensor {
    let result = Tensor(unwritten: shape, dtype)
    switch dtype {
    case .float32: Float.map(activation, read(), result.write(), count)
    case .float64: Double.map(activation, read(), result.write(), count)
    }
    return result.computed(by: "map", from: [self]) { [self.pullback(activation, $0)] }
  }

  private func pullback(_ activation: Activation, _ gradient: Tensor) -> Tensor {
    let result = Tensor(unwritten: shape, dtype)
    switch dtype {
    case .float32: Float.pullback(activation, read(), gradient.read(), result.write(), count)
    case .float64: Double.pullback(activation, read(), gradient.read(), result.write(), count)
    }
    return result
  }

  /// max(0, x); the slope at 0 is 0.
  public func relu() -> Tensor { map(.relu) }

  /// The hyperbolic tangents.
  public func tanh() -> Tensor { map(.tanh) }

  /// 1/(1 + e⁻ˣ).
  public func sigmoid() -> Tensor { map(.sigmoid) }

  /// eˣ.
  public func exp() -> Tensor { map(exponential) }

  /// The natural logarithms.
  public func log() -> Tensor {
    eachNumber { Activations.log($0) }.computed(by: "log", from: [self]) { [$0 / self] }
  }

  /// The square roots.
  public func squareRoot() -> Tensor {
    let result = eachNumber { $0.squareRoot() }
    let roots = result.detached
    return result.computed(by: "squareRoot", from: [self]) { [$0 / (2 * roots)] }
  }

  /// xⁿ for a constant n.
  public func pow(_ exponent: Double) -> Tensor {
    eachNumber { power($0, exponent) }.computed(by: "pow", from: [self]) { gradient in
      guard exponent != 0 else { return [.zeros(self.shape, dtype: self.dtype)] }
      return [gradient * (exponent * self.pow(exponent - 1))]
    }
  }

  /// A function of every number, computed in double precision and rounded once; without a history.
  func eachNumber(_ function: (Double) -> Double) -> Tensor {
    let result = Tensor(unwritten: shape, dtype)
    switch dtype {
    case .float32:
      let (x, y): (UnsafePointer<Float>, UnsafeMutablePointer<Float>) = (read(), result.write())
      for i in 0..<count { y[i] = Float(function(Double(x[i]))) }
    case .float64:
      let (x, y): (UnsafePointer<Double>, UnsafeMutablePointer<Double>) = (read(), result.write())
      for i in 0..<count { y[i] = function(x[i]) }
    }
    return result
  }
}

/// eˣ, with the kernel that the catalogue has no activation for.
private let exponential = Activation("exp", value: { exp($0) }, derivative: { exp($0) }).computed(by: .exp)
