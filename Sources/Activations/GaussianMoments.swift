/// What an activation makes of a normal variable z with mean 0: the moments that initialisation needs.
///
/// Where the weights of a layer have the variance 1/n, n inputs with the second moment 1 give outputs z that are
/// nearly standard normal. E f(z)² says how large the next layer's inputs are then, and E f′(z)² by how much
/// gradients shrink on their way back.
///
/// Sources: X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward neural networks
/// (2010); K. He, X. Zhang, S. Ren, J. Sun, Delving deep into rectifiers (2015).
public struct GaussianMoments: Sendable, Hashable {
  /// E f(z).
  public var mean: Double
  /// E f(z)².
  public var secondMoment: Double
  /// E f′(z)².
  public var slopeSecondMoment: Double

  /// The variance of the outputs, E f(z)² − (E f(z))².
  public var variance: Double { secondMoment - mean * mean }

  /// 1/√E f(z)²; ∞ where the outputs vanish.
  public var forwardGain: Double { 1 / secondMoment.squareRoot() }

  /// 1/√E f′(z)²; ∞ where the slope vanishes, as that of the step does.
  public var backwardGain: Double { 1 / slopeSecondMoment.squareRoot() }

  /// The moments of `activation` for inputs with this variance, good to 10 digits and more.
  ///
  /// Gauss's rule with 16 nodes on pieces of −16…16 that begin and end at the kinks; a piece is halved as long as
  /// its halves disagree with it. Kinks that are not declared cost time and, at a jump, digits. What a function does
  /// beyond 16 deviations is not seen: of eˣ that counts from a variance of about 20 on. NaN if the function is NaN
  /// somewhere.
  public init(of activation: Activation, variance: Double = 1) {
    let scale = variance.squareRoot()
    let integrals = GaussianIntegral(breaks: activation.kinks.map { $0.position / scale }) { z in
      let (value, slope) = (activation.value(scale * z), activation.derivative(scale * z))
      return Moments(value, value * value, slope * slope)
    }
    let total = integrals.total
    (mean, secondMoment, slopeSecondMoment) = (total.x, total.y, total.z)
  }
}

extension Activation {
  /// The moments of the activation of a standard normal variable.
  public var gaussianMoments: GaussianMoments { GaussianMoments(of: self) }

  /// 1/√E f(z)²: weights scaled by it keep the size of the outputs from layer to layer.
  public var forwardGain: Double { gaussianMoments.forwardGain }

  /// 1/√E f′(z)²: weights scaled by it keep the size of the gradients from layer to layer.
  public var backwardGain: Double { gaussianMoments.backwardGain }
}

private typealias Moments = SIMD3<Double>

/// The expectation of three functions of a standard normal variable.
private struct GaussianIntegral {
  /// An interval with its integrals, and by how much its halves change them.
  private struct Piece {
    let lower: Double
    let upper: Double
    let value: Moments
    let error: Moments

    init(_ lower: Double, _ upper: Double, _ function: (Double) -> Moments) {
      let middle = (lower + upper) / 2
      let halves = gaussianRule(lower, middle, function) + gaussianRule(middle, upper, function)
      let change = halves - gaussianRule(lower, upper, function)
      (self.lower, self.upper, value) = (lower, upper, halves)
      error = Moments(change.x.magnitude, change.y.magnitude, change.z.magnitude)
    }
  }

  private var pieces: [Piece]

  init(breaks: [Double], _ function: (Double) -> Moments) {
    let inner = breaks.filter { $0 > -16 && $0 < 16 } + linspace(-16, 16, 17)
    let bounds = inner.sorted()
    pieces = zip(bounds, bounds.dropFirst()).filter { $0 < $1 }.map { Piece($0, $1, function) }
    refine(function)
  }

  var total: Moments {
    Moments(
      exactSum(pieces.map { $0.value.x }).value, exactSum(pieces.map { $0.value.y }).value,
      exactSum(pieces.map { $0.value.z }).value)
  }

  /// Halves the worst piece until all errors together are below 10⁻¹³ of the whole.
  private mutating func refine(_ function: (Double) -> Moments) {
    while pieces.count < 400 {
      let scale = pieces.reduce(Moments(repeating: 1e-300)) { $0 + size($1.value) }
      let errors = pieces.map { ($0.error / scale).max() }
      guard errors.reduce(0, +) > 1e-13, let worst = errors.indices.max(by: { errors[$0] < errors[$1] })
      else { return }
      let piece = pieces[worst]
      let middle = (piece.lower + piece.upper) / 2
      guard piece.lower < middle, middle < piece.upper else { return }
      pieces[worst] = Piece(piece.lower, middle, function)
      pieces.append(Piece(middle, piece.upper, function))
    }
  }
}

private func size(_ moments: Moments) -> Moments {
  Moments(moments.x.magnitude, moments.y.magnitude, moments.z.magnitude)
}

/// The integral of `function` times the normal density, by Gauss's rule with 16 nodes.
private func gaussianRule(_ lower: Double, _ upper: Double, _ function: (Double) -> Moments) -> Moments {
  let (middle, half) = ((lower + upper) / 2, (upper - lower) / 2)
  var sum = Moments.zero
  for (node, weight) in gaussLegendre {
    for z in [middle - half * node, middle + half * node] {
      sum += function(z) * (weight * normalDensity(z))
    }
  }
  return sum * half
}

/// e^(−z²/2)/√(2π).
private func normalDensity(_ z: Double) -> Double {
  halfGaussian(z).value(times: 0.3989422804014327)
}

/// The positive nodes of the Gauss–Legendre rule with 16 nodes, and their weights.
private let gaussLegendre: [(node: Double, weight: Double)] = [
  (0.09501250983763744, 0.1894506104550685), (0.2816035507792589, 0.18260341504492358),
  (0.45801677765722737, 0.16915651939500254), (0.6178762444026438, 0.14959598881657674),
  (0.755404408355003, 0.12462897125553388), (0.8656312023878318, 0.09515851168249279),
  (0.9445750230732326, 0.062253523938647894), (0.9894009349916499, 0.027152459411754096),
]
