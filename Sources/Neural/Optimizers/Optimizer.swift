/// What changes parameters along their gradients.
public protocol Optimizer: AnyObject {
  /// The parameters it changes.
  var parameters: [Parameter] { get }
  /// How far a step goes; schedules change it between steps.
  var learningRate: Double { get set }
  /// All that the next step depends on but the parameters and the settings: moments and the like, by names of their own.
  ///
  /// Kept in a checkpoint with the parameters and restored, training goes on as if it had not stopped, bit for bit.
  var state: [Parameter] { get }
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
    let found = gradientNorm
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
  ///
  /// In float32 a square overflows from 2⁶⁴ on and vanishes below 2⁻⁷⁵; where that may be so, the sum is taken in
  /// float64.
  public var sumOfSquares: Double {
    guard dtype == .float32 else { return Double.dot(read(), read(), count) }
    let sum = Double(Float.dot(read(), read(), count))
    return sum.isFinite && sum > 1e-30 ? sum : values.reduce(0) { $0 + $1 * $1 }
  }
}
