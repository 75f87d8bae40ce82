extension VectorActivation {
  /// Compares the vector–Jacobian product at `x` with slopes measured along each coordinate.
  ///
  /// Without a cotangent one is taken whose numbers are all different. A corner of the function counts as it does
  /// for `Activation.checkDerivative(on:)`: the stated number must lie between the slopes of both sides.
  public func checkGradient(at x: [Double], cotangent: [Double]? = nil) -> DerivativeCheck {
    GradientCheck(name, value: function, vjp: pullback).check(at: x, cotangent: cotangent)
  }
}
