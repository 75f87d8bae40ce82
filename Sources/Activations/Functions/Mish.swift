/// tanh(softplus(x)) as a gate.
///
/// With w = eˣ it is (w² + 2w)/D, D = w² + 2w + 2; its derivatives are 4w(1 + w)/D² and
/// 4w(2 + 2w − 3w² − 2w³)/D³. On the right the same in E = 1/w.
private struct MishGate: Gate {
  let steep: ScaledExponential
  private let isLeft: Bool
  /// E = e^(−|x|).
  private let decay: Pair

  /// The gate at `x`; `nil` where it is shut or open for good.
  init?(_ x: Double) {
    guard x.magnitude < 1500 else { return nil }
    isLeft = x < 0
    steep = ScaledExponential(-x.magnitude)
    decay = steep.pair
  }

  /// D, on the right D/w².
  private var denominator: Pair {
    isLeft ? (decay + 2) * decay + 2 : (2 * decay + 2) * decay + 1
  }

  var value: Pair { (isLeft ? decay + 2 : 2 * decay + 1) / denominator }

  var slope: Pair {
    let quotient = 4 * (decay + 1) / (denominator * denominator)
    return isLeft ? quotient : decay * quotient
  }

  var curvature: Pair {
    let e = decay
    let left = ((-2 * e - 3) * e + 2) * e + 2
    let right = ((2 * e + 2) * e - 3) * e - 2
    let quotient = 4 * (isLeft ? left : right) / (denominator * denominator * denominator)
    return isLeft ? quotient : e * quotient
  }
}

/// x·tanh(softplus(x)).
public func mish(_ x: Double) -> Double { unit(MishGate(x), at: x) }

/// The slope of Mish, tanh s + x·sech² s·σ(x) with s = softplus(x).
public func mishDerivative(_ x: Double) -> Double { unitDerivative(MishGate(x), at: x) }

/// The second derivative of Mish.
public func mishSecondDerivative(_ x: Double) -> Double { unitSecondDerivative(MishGate(x), at: x) }
