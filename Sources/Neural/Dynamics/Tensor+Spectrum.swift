import Activations

extension Tensor {
  /// ρ(A), the largest size of an eigenvalue of a square matrix: lim ‖Aⁿ‖^(1/n) (Gelfand 1941).
  ///
  /// The powers n = 2, 4, 8, … come by squaring, each scaled to size 1 and the logarithms of the scales kept; so it
  /// does not matter whether the largest eigenvalues are real, a complex pair or several of one size. Computed in
  /// float64 after scaling by the largest number, so that nothing overflows; NaN where a number of A is not finite. With
  /// A far from normal, rounding takes digits away.
  public var spectralRadius: Double {
    require(
      rank == 2 && shape[0] == shape[1], "only a square matrix has eigenvalues, not one of shape \(shape)")
    let matrix = converted(to: .float64)
    let largest = matrix.largestMagnitude
    guard largest > 0, largest.isFinite else { return largest }
    var power = matrix / largest
    var logarithm = 0.0
    var weight = 1.0
    for _ in 0..<48 {
      let size = power.sumOfSquares.squareRoot()
      guard size > 0 else { return 0 }
      logarithm += weight * Activations.log(size)
      weight /= 2
      let unit = power / size
      power = unit.matmul(unit)
    }
    return largest * Activations.exp(logarithm)
  }

  /// ‖A‖₂, the largest singular value of a matrix: how much A stretches the vector that it stretches most.
  ///
  /// By power iteration v ← AᵀAv/‖AᵀAv‖, until ‖Av‖ stands still. Computed in float64 after scaling by the largest
  /// number, so that nothing overflows; NaN where a number of A is not finite.
  public var spectralNorm: Double {
    require(rank == 2, "only a matrix has a spectral norm, not a tensor of shape \(shape)")
    let matrix = converted(to: .float64)
    let largest = matrix.largestMagnitude
    guard largest > 0, largest.isFinite else { return largest }
    let a = matrix / largest
    let transposed = a.transposed()
    var generator = SeededGenerator(seed: 0)
    // Vectors lie as rows: [1, columns] · [columns, rows] is Av.
    var v = Tensor.normal([1, shape[1]], dtype: .float64, using: &generator)
    var stretch = 0.0
    for _ in 0..<1000 {
      let image = (v / v.sumOfSquares.squareRoot()).matmul(transposed)
      let before = stretch
      stretch = image.sumOfSquares.squareRoot()
      if (stretch - before).magnitude <= 1e-13 * stretch { break }
      v = image.matmul(a)
    }
    return largest * stretch
  }

  /// The largest |x|; NaN where a number is not finite.
  private var largestMagnitude: Double {
    values.allSatisfy(\.isFinite) ? values.reduce(0) { Swift.max($0, $1.magnitude) } : .nan
  }

  /// A multiple of the matrix whose spectral radius is `radius`; the matrix has an eigenvalue that is not 0.
  public func scaled(toSpectralRadius radius: Double) -> Tensor {
    let found = spectralRadius
    require(found > 0 && found.isFinite, "a matrix of spectral radius \(found) cannot be scaled to \(radius)")
    return withoutGradients { self * (radius / found) }
  }
}
