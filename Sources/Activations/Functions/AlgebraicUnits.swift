/// x.
public func identity(_ x: Double) -> Double { x }

/// The slope of the identity, 1.
public func identityDerivative(_ x: Double) -> Double { x.isNaN ? x : 1 }

/// The second derivative of the identity, 0.
public func identitySecondDerivative(_ x: Double) -> Double { x.isNaN ? x : 0 }

/// x/(1 + |x|).
public func softsign(_ x: Double) -> Double {
  guard x.magnitude > 0x1p60 else { return x / (1 + x.magnitude) }
  return x < 0 ? -1 : 1
}

/// The slope of softsign, 1/(1 + |x|)².
public func softsignDerivative(_ x: Double) -> Double {
  guard x.magnitude < 0x1p500 else { return (1 / x) * (1 / x) }
  let sum = Pair.sum(1, x.magnitude)
  return (1 / (sum * sum)).value
}

/// The second derivative of softsign, ∓2/(1 + |x|)³.
///
/// At 0, where it jumps from 2 to −2, it is their mean, 0.
public func softsignSecondDerivative(_ x: Double) -> Double {
  if x == 0 { return 0 }
  let two = x < 0 ? 2.0 : -2.0
  guard x.magnitude < 0x1p300 else { return two / x / x / x.magnitude }
  let sum = Pair.sum(1, x.magnitude)
  return (two / (sum * sum * sum)).value
}

/// (x + √(x² + b))/2, for b > 0: softplus without an exponential.
///
/// On the left it is (b/2)/(√(x² + b) − x), which does not cancel; x² is not formed where it overflows.
public func squareplus(_ x: Double, b: Double = 4) -> Double {
  guard x.magnitude < 0x1p500 else { return x < 0 ? b / 4 / -x : x }
  let root = (Pair.product(x, x) + b).squareRoot()
  return x < 0 ? (b / 2 / (root - x)).value : (root + x).value / 2
}

/// The slope of squareplus, (1 + x/√(x² + b))/2.
public func squareplusDerivative(_ x: Double, b: Double = 4) -> Double {
  guard x.magnitude < 0x1p500 else { return x < 0 ? b / 4 / x / x : (x.isNaN ? x : 1) }
  let root = (Pair.product(x, x) + b).squareRoot()
  return x < 0 ? (b / 2 / (root * (root - x))).value : ((root + x) / (2 * root)).value
}

/// The second derivative of squareplus, b/(2·√(x² + b)³).
public func squareplusSecondDerivative(_ x: Double, b: Double = 4) -> Double {
  guard x.magnitude < 0x1p300 else { return b / 2 / x / x / x.magnitude }
  let square = Pair.product(x, x) + b
  return (b / 2 / (square * square.squareRoot())).value
}

/// x/√(1 + αx²), for α > 0: the inverse square root unit.
public func isru(_ x: Double, alpha: Double = 1) -> Double {
  guard x.magnitude < 0x1p500 else { return x.isNaN ? x : (x < 0 ? -1 : 1) / alpha.squareRoot() }
  if alpha * x * x < 0x1p-60 { return x }
  return (x / (Pair.product(x, x) * alpha + 1).squareRoot()).value
}

/// The slope of ISRU, 1/√(1 + αx²)³.
public func isruDerivative(_ x: Double, alpha: Double = 1) -> Double {
  guard x.magnitude < 0x1p300 else { return 1 / (alpha * alpha.squareRoot()) / x / x / x.magnitude }
  let sum = Pair.product(x, x) * alpha + 1
  return (1 / (sum * sum.squareRoot())).value
}

/// The second derivative of ISRU, −3αx/√(1 + αx²)⁵.
public func isruSecondDerivative(_ x: Double, alpha: Double = 1) -> Double {
  guard x.magnitude < 0x1p190 else {
    return -3 / (alpha * alpha.squareRoot()) / x / x / x / x.magnitude
  }
  let sum = Pair.product(x, x) * alpha + 1
  return -3 * alpha * x / (sum * sum * sum.squareRoot()).value
}

/// x on the right, x/√(1 + αx²) on the left: the inverse square root linear unit.
public func isrlu(_ x: Double, alpha: Double = 1) -> Double { x >= 0 ? x : isru(x, alpha: alpha) }

/// The slope of ISRLU: 1 on the right, 1/√(1 + αx²)³ on the left.
public func isrluDerivative(_ x: Double, alpha: Double = 1) -> Double {
  x >= 0 ? 1 : isruDerivative(x, alpha: alpha)
}

/// The second derivative of ISRLU: 0 on the right, −3αx/√(1 + αx²)⁵ on the left.
public func isrluSecondDerivative(_ x: Double, alpha: Double = 1) -> Double {
  x >= 0 ? 0 : isruSecondDerivative(x, alpha: alpha)
}

/// (√(x² + 1) − 1)/2 + x.
///
/// Written as x²/(2·(√(x² + 1) + 1)) + x, for the root cancels with the 1 near 0.
public func bentIdentity(_ x: Double) -> Double {
  guard x.magnitude > 0x1p-60 else { return x }
  guard x.magnitude < 0x1p500 else { return x < 0 ? x / 2 : 1.5 * x }
  let square = Pair.product(x, x)
  return (square / (2 * ((square + 1).squareRoot() + 1)) + x).value
}

/// The slope of the bent identity, x/(2·√(x² + 1)) + 1.
public func bentIdentityDerivative(_ x: Double) -> Double {
  guard x.magnitude < 0x1p500 else { return x.isNaN ? x : (x < 0 ? 0.5 : 1.5) }
  return (x / (2 * (Pair.product(x, x) + 1).squareRoot()) + 1).value
}

/// The second derivative of the bent identity, 1/(2·√(x² + 1)³).
public func bentIdentitySecondDerivative(_ x: Double) -> Double {
  squareplusSecondDerivative(x, b: 1)
}
