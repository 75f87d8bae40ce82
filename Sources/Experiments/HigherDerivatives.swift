import Activations

/// Sizes of the higher derivatives of an activation around a point, for the model of truncation.
///
/// They are differences of the second derivative, good to a percent or so, which is enough to draw a bound. Of all
/// places within a distance the largest counts: at a single point a derivative may happen to be 0.
struct HigherDerivatives {
  private let activation: Activation
  private let x: Double
  private let kinks: [Double]

  init(of activation: Activation, at x: Double) {
    (self.activation, self.x) = (activation, x)
    kinks = activation.kinks.map(\.position)
  }

  /// The largest |f⁽ⁿ⁾|, n ≥ 2, within each of some growing distances; NaN beyond a kink.
  func largest(_ n: Int, within distances: [Double]) -> [Double] {
    var largest = size(n, at: x)
    var result: [Double] = []
    var last = 0.0
    for distance in distances {
      let isSmooth = !kinks.contains { ($0 - x).magnitude < distance }
      for share in [0.25, 0.5, 0.75, 1] where isSmooth {
        let away = last + share * (distance - last)
        for place in [x - away, x + away] {
          let size = size(n, at: place)
          if !(size <= largest) { largest = size }
        }
      }
      result.append(isSmooth ? largest : .nan)
      last = distance
    }
    return result
  }

  /// |f⁽ⁿ⁾| at a place, from the central difference of f″ with n − 2 steps.
  private func size(_ n: Int, at place: Double) -> Double {
    let count = n - 2
    let room = kinks.map { ($0 - place).magnitude }.min() ?? .infinity
    let step = min(0.1, room / Double(count + 1))
    guard count > 0, step > 1e-3 else { return secondDerivative(place).magnitude }
    var (sum, binomial) = (0.0, 1.0)
    for index in 0...count {
      let shift = (Double(count) / 2 - Double(index)) * step
      sum += binomial * secondDerivative(place + shift)
      binomial *= -Double(count - index) / Double(index + 1)
    }
    for _ in 0..<count { sum /= step }
    return sum.magnitude
  }

  private func secondDerivative(_ x: Double) -> Double {
    if let second = activation.secondDerivative { return second(x) }
    return DifferenceRule.central4.slope(of: activation.derivative, at: x, step: 0x1p-10)
  }
}
