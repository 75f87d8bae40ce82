/// What changes parameters along their gradients.
public protocol Optimizer: AnyObject {
  /// The parameters it changes.
  var parameters: [Parameter] { get }
  /// How far a step goes; schedules change it between steps.
  var learningRate: Double { get set }
  /// Changes the parameters that have a gradient.
  func step()
}

extension Optimizer {
  /// Forgets the gradients, so that the next `backward()` starts from zero.
  public func zeroGradients() {
    for parameter in parameters { parameter.tensor.gradient = nil }
  }

  /// Scales all gradients down so that their common norm is at most `norm`, and returns what it was (Pascanu 2013).
  @discardableResult
  public func clipGradients(norm: Double) -> Double {
    let gradients = parameters.compactMap(\.tensor.gradient)
    let found = gradients.reduce(0) { $0 + $1.sumOfSquares }.squareRoot()
    guard found > norm else { return found }
    for gradient in gradients { gradient.scale(by: norm / (found + 1e-6)) }
    return found
  }
}

extension Tensor {
  /// Σ x².
  public var sumOfSquares: Double {
    switch dtype {
    case .float32: Double(Float.dot(read(), read(), count))
    case .float64: Double.dot(read(), read(), count)
    }
  }

  /// Multiplies every number, in place.
  func scale(by factor: Double) {
    switch dtype {
    case .float32:
      withUnsafePointer(to: Float(factor)) { Float.combine(.multiply, read(), 1, $0, 0, write(), count) }
    case .float64:
      withUnsafePointer(to: factor) { Double.combine(.multiply, read(), 1, $0, 0, write(), count) }
    }
  }
}
