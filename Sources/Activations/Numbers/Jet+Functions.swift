extension Jet {
  /// The result of one of the elementary functions.
  ///
  /// Slopes are written so that nothing cancels: tanh′ is sech², σ′ is σ(x)·σ(−x), and both are there in the
  /// tails where the functions are 1 to the last bit.
  public static func apply(_ function: ElementaryFunction, to x: Jet) -> Jet {
    switch function {
    case .exp, .expm1, .log, .log1p, .sqrt: x.power(function)
    case .tanh, .sinh, .cosh: x.hyperbolic(function)
    case .erf, .erfc: x.error(function)
    case .sin, .cos, .atan: x.circular(function)
    case .sigmoid, .softplus: x.logistic(function)
    }
  }

  private func power(_ function: ElementaryFunction) -> Jet {
    let x = value
    switch function {
    case .log:
      return chained(value: Activations.log(x), slope: 1 / x, curvature: -1 / x / x)
    case .log1p:
      let slope = 1 / (1 + x)
      return chained(value: Activations.log1p(x), slope: slope, curvature: -slope * slope)
    case .sqrt:
      let slope = 0.5 / x.squareRoot()
      return chained(value: x.squareRoot(), slope: slope, curvature: -0.5 * slope / x)
    default:
      let slope = Activations.exp(x)
      let value = function == .exp ? slope : Activations.expm1(x)
      return chained(value: value, slope: slope, curvature: slope)
    }
  }

  private func hyperbolic(_ function: ElementaryFunction) -> Jet {
    guard function != .tanh else {
      let (tanh, slope) = (Activations.tanh(value), tanhDerivative(value))
      return chained(value: tanh, slope: slope, curvature: -2 * tanh * slope)
    }
    let (sinh, cosh) = (Activations.sinh(value), Activations.cosh(value))
    return function == .sinh
      ? chained(value: sinh, slope: cosh, curvature: sinh)
      : chained(value: cosh, slope: sinh, curvature: cosh)
  }

  private func error(_ function: ElementaryFunction) -> Jet {
    let density = scaledGaussian(value)
    let slope = density.value(times: twoOverRootPi)
    let curvature = value.magnitude >= 1e5 ? 0 : density.value(times: twoOverRootPi * (-2 * value))
    return function == .erf
      ? chained(value: Activations.erf(value), slope: slope, curvature: curvature)
      : chained(value: Activations.erfc(value), slope: -slope, curvature: -curvature)
  }

  private func circular(_ function: ElementaryFunction) -> Jet {
    guard function != .atan else {
      let slope = 1 / (1 + value * value)
      return chained(
        value: Activations.atan(value), slope: slope, curvature: weighed(-2 * value, slope) * slope)
    }
    let (sin, cos) = (Activations.sin(value), Activations.cos(value))
    return function == .sin
      ? chained(value: sin, slope: cos, curvature: -sin)
      : chained(value: cos, slope: -sin, curvature: -cos)
  }

  private func logistic(_ function: ElementaryFunction) -> Jet {
    let (share, rest) = (Activations.sigmoid(value), Activations.sigmoid(-value))
    let slope = share * rest
    if function == .softplus {
      return chained(value: Activations.softplus(value), slope: share, curvature: slope)
    }
    return chained(
      value: share, slope: slope, curvature: -slope * Activations.tanh(value / 2))
  }
}

/// 2/√π.
let twoOverRootPi = Pair(high: 0x1.20dd750429b6dp0, low: 0x1.1ae3a914fed8p-56)
