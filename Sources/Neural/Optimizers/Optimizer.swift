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
    let found = parameters.reduce(0) { $0 + ($1.tensor.gradient?.sumOfSquares ?? 0) }.squareRoot()
    guard found > norm else { return found }
    // Not in place: two parameters may have the same gradient, as those of a sum do.
    withoutGradients {
      for parameter in parameters {
        parameter.tensor.gradient = parameter.tensor.gradient.map { $0 * (norm / (found + 1e-6)) }
      }
    }
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
}
