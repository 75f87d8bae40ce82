/// σ(z(x)) as a gate, where z has the sign of x.
///
/// With E = e^(−|z|) and p = 1/(1 + E): σ(|z|) = p, σ(−|z|) = E·p, σ′ = E·p², σ″ = ∓E·p³·(1 − E).
private struct LogisticGate: Gate {
  let steep: ScaledExponential
  /// z′.
  private let rate: Pair
  /// z″.
  private let bend: Pair
  /// p.
  private let share: Pair
  private let isLeft: Bool

  /// The gate at an argument whose z, z′ and z″ are given; `nil` where it is shut or open for good.
  init?(_ z: Pair, rate: Pair, bend: Pair = Pair(0)) {
    guard z.high.magnitude < 1500 else { return nil }
    isLeft = z.high < 0
    steep = ScaledExponential(isLeft ? z : -z)
    share = 1 / (1 + steep.pair)
    self.rate = rate
    self.bend = bend
  }

  /// σ(βx).
  init?(_ x: Double, steepness: Pair) {
    self.init(steepness * x, rate: steepness)
  }

  var value: Pair { share }
  var slope: Pair { rate * (share * share) }
  var curvature: Pair {
    let turn = rate * rate * ((1 - steep.pair) * share)
    return (bend + (isLeft ? turn : -turn)) * (share * share)
  }
}

/// x·σ(x), also called Swish-1.
///
/// −W(1/e) = −0.27846… is its least value, at −1 − W(1/e).
public func silu(_ x: Double) -> Double { swish(x, beta: 1) }

/// The slope of SiLU, σ(x)·(1 + x·σ(−x)).
public func siluDerivative(_ x: Double) -> Double { swishDerivative(x, beta: 1) }

/// The second derivative of SiLU, σ′(x)·(2 − x·tanh(x/2)).
public func siluSecondDerivative(_ x: Double) -> Double { swishSecondDerivative(x, beta: 1) }

/// x·σ(βx), for β > 0: between x/2 for small β and ReLU for large β.
///
/// βx is kept in two doubles, for |x| multiplies its rounding.
public func swish(_ x: Double, beta: Double = 1.5) -> Double {
  unit(LogisticGate(x, steepness: Pair(beta)), at: x)
}

/// The slope of Swish, σ(βx)·(1 + βx·σ(−βx)).
public func swishDerivative(_ x: Double, beta: Double = 1.5) -> Double {
  unitDerivative(LogisticGate(x, steepness: Pair(beta)), at: x)
}

/// The second derivative of Swish, β·σ′(βx)·(2 − βx·tanh(βx/2)).
public func swishSecondDerivative(_ x: Double, beta: Double = 1.5) -> Double {
  unitSecondDerivative(LogisticGate(x, steepness: Pair(beta)), at: x)
}

/// x·σ(1.702x), an approximation of GELU.
///
/// 1.702 is the decimal number, not the double next to it: at −365 that would cost a hundred units in the last
/// place.
public func quickGELU(_ x: Double) -> Double {
  unit(LogisticGate(x, steepness: quickSteepness), at: x)
}

/// The slope of QuickGELU, σ(bx)·(1 + bx·σ(−bx)) with b = 1.702.
public func quickGELUDerivative(_ x: Double) -> Double {
  unitDerivative(LogisticGate(x, steepness: quickSteepness), at: x)
}

/// The second derivative of QuickGELU, b·σ′(bx)·(2 − bx·tanh(bx/2)) with b = 1.702.
public func quickGELUSecondDerivative(_ x: Double) -> Double {
  unitSecondDerivative(LogisticGate(x, steepness: quickSteepness), at: x)
}

/// x/2·(1 + tanh u) with u = √(2/π)·(x + 0.044715x³): GELU through tanh.
///
/// 1 + tanh u = 2σ(2u) does not cancel on the left.
public func geluTanh(_ x: Double) -> Double { unit(cubicGate(x), at: x) }

/// The slope of GELU through tanh, σ(2u) + 2x·u′·σ′(2u).
public func geluTanhDerivative(_ x: Double) -> Double { unitDerivative(cubicGate(x), at: x) }

/// The second derivative of GELU through tanh.
public func geluTanhSecondDerivative(_ x: Double) -> Double { unitSecondDerivative(cubicGate(x), at: x) }

/// 1.702.
private let quickSteepness = Pair(high: 1.702, low: 4.263256414560601e-17)

/// σ(ax + bx³), with the numbers of `geluTanh`.
private func cubicGate(_ x: Double) -> LogisticGate? {
  guard x.magnitude < 1e3 else { return nil }
  let linear = Pair(high: 1.5957691216057308, low: -9.96930880911092e-17)
  let cubic = Pair(high: 0.07135481627260025, low: -6.175149918155315e-19)
  let squared = cubic * Pair.product(x, x)
  return LogisticGate((linear + squared) * x, rate: linear + 3 * squared, bend: 6 * (cubic * x))
}
