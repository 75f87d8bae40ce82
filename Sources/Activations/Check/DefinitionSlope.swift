/// The slope that follows from a formula, which differences only approach.
struct DefinitionSlope {
  /// How it follows.
  let method: DerivativeCheck.Method
  /// The value of the formula and its slope.
  let evaluate: (Double) -> (value: Double, slope: Double)

  /// The slope by the chain rule.
  init(jet: @escaping (Jet) -> Jet) {
    method = .jets
    evaluate = { x in
      let result = jet(.variable(at: x))
      return (result.value, result.first)
    }
  }

  /// The slope of the slope, by the chain rule.
  init(secondOf jet: @escaping (Jet) -> Jet) {
    method = .jets
    evaluate = { x in
      let result = jet(.variable(at: x))
      return (result.first, result.second)
    }
  }

  /// The slope by a step into the complex plane: Im f(x + ih)/h, where nothing is subtracted.
  ///
  /// With h = 2⁻⁶⁰ the truncation h²/6·|f‴| is far below rounding, and even a slope of 1e-290 is still normal.
  init(complex: @escaping (Complex) -> Complex) {
    method = .complexStep
    evaluate = { x in
      let result = complex(Complex(x, 0x1p-60))
      return (result.real, result.imaginary * 0x1p60)
    }
  }

  /// Value and slope at `x`, and how far rounding may have moved them.
  ///
  /// A formula is as uncertain as its result differs between neighbouring arguments: that contains what the
  /// rounding of the argument does, and the digits that the formula loses on its way.
  func measured(at x: Double) -> (value: MeasuredSlope, slope: MeasuredSlope) {
    let here = evaluate(x)
    var value = MeasuredSlope(slope: here.value, error: Self.rounding(here.value))
    var slope = MeasuredSlope(slope: here.slope, error: Self.rounding(here.slope))
    var (valueScatter, slopeScatter) = (0.0, 0.0)
    for there in [evaluate(x.nextDown.nextDown), evaluate(x.nextUp.nextUp)] {
      valueScatter = largest(valueScatter, (there.value - here.value).magnitude)
      slopeScatter = largest(slopeScatter, (there.slope - here.slope).magnitude)
    }
    value.error += valueScatter
    slope.error += slopeScatter
    return (value, slope)
  }

  private static func rounding(_ x: Double) -> Double {
    8 * 0x1p-53 * x.magnitude + 4 * Double.leastNonzeroMagnitude
  }
}

/// The larger one; not a number, if one is none.
func largest(_ a: Double, _ b: Double) -> Double { a.isNaN || b.isNaN ? .nan : max(a, b) }
