/// A function g that opens from 0 on the left to 1 on the right, at one place: the factor of a unit x·g(x).
///
/// SiLU, GELU, Mish and their relatives differ in nothing but their gate. On the left all of g fades like a steep
/// exponential, which is taken out and comes in last, so that x·g(x) keeps its digits where g alone is
/// already subnormal; on the right this holds for g′ and g″.
protocol Gate {
  /// The factor taken out.
  var steep: ScaledExponential { get }
  /// g; for x < 0, g without the steep factor.
  var value: Pair { get }
  /// g′ without the steep factor.
  var slope: Pair { get }
  /// g″ without the steep factor.
  var curvature: Pair { get }
}

/// x·g(x); without a gate, what it comes to where the gate is shut or open for good.
@inline(__always)
func unit(_ gate: (some Gate)?, at x: Double) -> Double {
  guard let gate else { return x < 0 ? -0.0 : x }
  if x == 0 { return x }
  if x.magnitude < 0x1p-400 { return (gate.value * (x * 0x1p600)).scaled(by: -600) }
  let product = gate.value * x
  return x < 0 ? gate.steep.value(times: product) : product.value
}

/// The slope of x·g(x), g + x·g′.
@inline(__always)
func unitDerivative(_ gate: (some Gate)?, at x: Double) -> Double {
  guard let gate else { return x.isNaN ? x : (x < 0 ? -0.0 : 1) }
  let change = gate.slope * x
  if x < 0 { return gate.steep.value(times: gate.value + change) }
  return (gate.value + gate.steep.pair * change).value
}

/// The slope of the slope of x·g(x), 2g′ + x·g″.
@inline(__always)
func unitSecondDerivative(_ gate: (some Gate)?, at x: Double) -> Double {
  guard let gate else { return x.isNaN ? x : 0 }
  return gate.steep.value(times: 2 * gate.slope + gate.curvature * x)
}

extension ScaledExponential {
  /// The number in two doubles; 0 where its square is far below the least of them.
  var pair: Pair {
    exponent > -800 ? mantissa.shifted(by: exponent) : Pair(0)
  }
}
