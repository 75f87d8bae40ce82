import Activations
import Neural

/// How the variance of the sums and of their gradients goes through the layers of a network.
///
/// `sums[l]` is the mean z² of layer l, where layer 0 receives variance 1; `gradients[l]` is the mean (∂L/∂z)² of
/// layer l, where the last layer receives variance 1.
struct SignalPropagation {
  var sums: [Double]
  var gradients: [Double]

  /// The limit of wide networks: q ← σ²·E f(√q z)² forwards, σ²·E f′(√q z)² a layer backwards
  /// (Poole and others 2016; Schoenholz and others 2017).
  init(meanFieldOf activation: Activation, weightVariance: Double, depth: Int) {
    sums = [1]
    var factors: [Double] = []
    for _ in 0..<depth {
      let variance = sums[sums.count - 1]
      let moments = GaussianMoments(of: activation, variance: variance)
      sums.append(weightVariance * moments.secondMoment)
      factors.append(weightVariance * moments.slopeSecondMoment)
    }
    gradients = [1]
    for factor in factors.reversed() { gradients.append(gradients[gradients.count - 1] * factor) }
    gradients.reverse()
  }

  /// A network whose weights are `matrices` times a factor.
  init(of activation: Activation, weightVariance: Double, matrices: RandomMatrices) {
    let scale = (weightVariance / Double(matrices.width)).squareRoot()
    var sum = matrices.input
    var layers = [sum]
    for depth in 0..<matrices.depth {
      sum = matrices.product(of: depth, with: sum.map(activation.value)).map { $0 * scale }
      layers.append(sum)
    }
    sums = layers.map(Self.meanSquare)
    var gradient = matrices.gradient
    gradients = [Self.meanSquare(gradient)]
    for depth in (0..<matrices.depth).reversed() {
      let back = matrices.transposedProduct(of: depth, with: gradient)
      gradient = zip(back, layers[depth]).map { $0 * scale * activation.derivative($1) }
      gradients.append(Self.meanSquare(gradient))
    }
    gradients.reverse()
  }

  private static func meanSquare(_ numbers: [Double]) -> Double {
    numbers.reduce(0) { $0 + $1 * $1 } / Double(numbers.count)
  }
}

/// The weights, the input and the last gradient of a random network, all standard normal.
struct RandomMatrices {
  let width: Int
  let depth: Int
  /// The sums of layer 0.
  let input: [Double]
  /// The gradient with respect to the last sums.
  let gradient: [Double]
  /// Row by row, matrix after matrix.
  private let weights: [Double]

  init(width: Int, depth: Int, seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    (self.width, self.depth) = (width, depth)
    input = (0..<width).map { _ in generator.normal() }
    gradient = (0..<width).map { _ in generator.normal() }
    weights = (0..<depth * width * width).map { _ in generator.normal() }
  }

  // result[i] = Σⱼ weights[i, j] · vector[j]
  func product(of matrix: Int, with vector: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: width)
    for row in 0..<width {
      let start = (matrix * width + row) * width
      var sum = 0.0
      for column in 0..<width { sum += weights[start + column] * vector[column] }
      result[row] = sum
    }
    return result
  }

  // result[j] = Σᵢ weights[i, j] · vector[i]
  func transposedProduct(of matrix: Int, with vector: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: width)
    for row in 0..<width {
      let start = (matrix * width + row) * width
      for column in 0..<width { result[column] += weights[start + column] * vector[row] }
    }
    return result
  }
}
