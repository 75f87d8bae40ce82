import Activations

/// What an activation makes of sums with a variance q: E f(√q·z)² and E f′(√q·z)² for z ~ N(0, 1).
///
/// A fixed rule, for the theory of deep networks asks for thousands of them, each with another q.
struct LayerMoments {
  /// E f².
  let square: Double
  /// E f′².
  let slopeSquare: Double

  /// The factor of the weights that keeps the second moment of the values: 1/√E f².
  var gain: Double { 1 / square.squareRoot() }
  /// The factor of the weights that keeps the variance of the gradient: 1/√E f′².
  var backwardGain: Double { 1 / slopeSquare.squareRoot() }

  /// The moments for inputs of this variance.
  init(of activation: Activation, variance: Double = 1) {
    let scale = variance.squareRoot()
    let corners = activation.kinks.map { $0.position / scale } + [0]
    var (square, slopeSquare) = (0.0, 0.0)
    Self.forEachNode(between: corners) { z, weight in
      let (value, slope) = (activation(scale * z), activation.derivative(scale * z))
      square += weight * value * value
      slopeSquare += weight * slope * slope
    }
    (self.square, self.slopeSquare) = (square, slopeSquare)
  }

  /// The nodes and weights of a rule for E g(z): Gauss and Legendre's four points in panels that end at the corners.
  private static func forEachNode(between corners: [Double], _ body: (Double, Double) -> Void) {
    let ends = ([-12, 12] + corners.filter { $0.magnitude < 12 }).sorted()
    for (left, right) in zip(ends, ends.dropFirst()) where right > left {
      let panels = ((right - left) * 4).rounded(.up)
      let half = (right - left) / panels / 2
      for panel in 0..<Int(panels) {
        let center = left + (2 * Double(panel) + 1) * half
        for (node, weight) in nodes {
          for z in [center - node * half, center + node * half] { body(z, weight * half * density(z)) }
        }
      }
    }
  }

  private static let nodes = [
    (0.3399810435848563, 0.6521451548625461), (0.8611363115940526, 0.3478548451374538),
  ]

  private static func density(_ z: Double) -> Double { 0.3989422804014327 * exp(-z * z / 2) }
}
