import Activations

/// A rule by which a checker accepts or refuses a stated slope.
struct SlopeRule: Sendable {
  /// The name in tables.
  let name: String
  /// Whether every slope that an activation states at the points is accepted.
  let accepts: @Sendable (Activation, [Double]) -> Bool

  /// The rules of two frameworks, a naive one, and the course's own.
  static let all = [gradcheck, checkGrads, forward, checkDerivative]

  /// torch.autograd.gradcheck with its defaults: a central difference with the step 1e-6, accepted within
  /// 1e-5 + 1e-3·|difference|.
  static let gradcheck = SlopeRule(name: "PyTorch") { activation, points in
    points.allSatisfy { x in
      let slope = (activation(x + 1e-6) - activation(x - 1e-6)) / 2e-6
      return isClose(activation.derivative(x), slope, absolute: 1e-5, relative: 1e-3)
    }
  }

  /// jax.test_util.check_grads in double precision: a central difference with the step 1e-4 along a random
  /// direction, accepted within 1e-5 + 1e-5·|difference|.
  ///
  /// The direction of a single number is the first one that NumPy draws with the seed 0.
  static let checkGrads = SlopeRule(name: "JAX") { activation, points in
    let direction = 1.764052345967664
    return points.allSatisfy { x in
      let step = 1e-4 * direction
      let slope = (activation(x + step) - activation(x - step)) * (0.5 / 1e-4)
      return isClose(activation.derivative(x) * direction, slope, absolute: 1e-5, relative: 1e-5)
    }
  }

  /// What one writes in a hurry: a forward difference with the step 1e-3, accepted within 1e-3.
  static let forward = SlopeRule(name: "naive") { activation, points in
    points.allSatisfy { x in
      let slope = (activation(x + 1e-3) - activation(x)) / 1e-3
      return isClose(activation.derivative(x), slope, absolute: 1e-3, relative: 0)
    }
  }

  /// The course's own check.
  static let checkDerivative = SlopeRule(name: "here") { activation, points in
    activation.checkDerivative(on: points).verdict != .wrong
  }

  /// NumPy's and PyTorch's `allclose`; NaN is close to nothing.
  private static func isClose(
    _ stated: Double, _ measured: Double, absolute: Double, relative: Double
  ) -> Bool {
    (stated - measured).magnitude <= absolute + relative * measured.magnitude
  }

  init(name: String, accepts: @escaping @Sendable (Activation, [Double]) -> Bool) {
    (self.name, self.accepts) = (name, accepts)
  }
}
