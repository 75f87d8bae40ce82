extension Complex {
  /// The result of one of the elementary functions, on its principal branch.
  ///
  /// `erf` and `erfc` are series to y³ in the imaginary part y: their relative error is about
  /// (y·max(1, |x|))⁴, nothing for a complex step and much for a large y.
  public static func apply(_ function: ElementaryFunction, to z: Complex) -> Complex {
    switch function {
    case .exp: z.exponential
    case .expm1: z.exponentialMinusOne
    case .log: z.logarithm
    case .log1p: z.logarithmOfOnePlus
    case .tanh: z.hyperbolicTangent
    case .sinh: z.hyperbolicSine
    case .cosh: z.hyperbolicCosine
    case .erf: Complex(erf(z.real), 0) + z.errorFunctionStep
    case .erfc: Complex(erfc(z.real), 0) - z.errorFunctionStep
    case .sin: z.sine
    case .cos: z.cosine
    case .atan: z.arcTangent
    case .sqrt: z.squareRoot
    case .sigmoid: z.logistic
    case .softplus: z.softplus
    }
  }
}

// With z = x + iy, every function is split into real functions of x and y.
extension Complex {
  /// eˣ cos y + i eˣ sin y.
  private var exponential: Complex {
    let size = exp(real)
    return Complex(weighed(size, cos(imaginary)), weighed(size, sin(imaginary)))
  }

  /// (eˣ − 1) cos y − 2 sin²(y/2) + i eˣ sin y.
  private var exponentialMinusOne: Complex {
    let half = sin(imaginary / 2)
    return Complex(
      expm1(real) * cos(imaginary) - 2 * half * half, weighed(exp(real), sin(imaginary)))
  }

  /// log |z| + i arg z.
  ///
  /// |z| is the larger part times √(1 + t²), and the two are taken separately.
  private var logarithm: Complex {
    let (x, y) = (real.magnitude, imaginary.magnitude)
    let (large, small) = (x >= y ? x : y, x >= y ? y : x)
    let ratio = small == 0 || large == .infinity ? 0 : small / large
    return Complex(log(large) + log1p(ratio * ratio) / 2, phase)
  }

  /// The same of 1 + z, without adding the 1 where that would cost digits.
  private var logarithmOfOnePlus: Complex {
    let sum = Complex(1 + real, imaginary)
    guard sum.real > 0, imaginary.magnitude <= sum.real else { return sum.logarithm }
    let ratio = imaginary / sum.real
    return Complex(log1p(real) + log1p(ratio * ratio) / 2, sum.phase)
  }

  /// (sinh x cosh x + i sin y cos y)/(cos² y + sinh² x).
  private var hyperbolicTangent: Complex {
    let (sine, cosine) = (sin(imaginary), cos(imaginary))
    if real.magnitude > 20 { return Complex(tanh(real), sine * cosine * tanhDerivative(real)) }
    let sinh = Activations.sinh(real)
    let size = cosine * cosine + sinh * sinh
    return Complex(sinh * cosh(real) / size, sine * cosine / size)
  }

  /// sinh x cos y + i cosh x sin y.
  private var hyperbolicSine: Complex {
    Complex(weighed(sinh(real), cos(imaginary)), weighed(cosh(real), sin(imaginary)))
  }

  /// cosh x cos y + i sinh x sin y.
  private var hyperbolicCosine: Complex {
    Complex(weighed(cosh(real), cos(imaginary)), weighed(sinh(real), sin(imaginary)))
  }

  /// sin x cosh y + i cos x sinh y.
  private var sine: Complex {
    Complex(weighed(sin(real), cosh(imaginary)), weighed(cos(real), sinh(imaginary)))
  }

  /// cos x cosh y − i sin x sinh y.
  private var cosine: Complex {
    Complex(weighed(cos(real), cosh(imaginary)), -weighed(sin(real), sinh(imaginary)))
  }

  /// ½ arg(1 − x² − y² + 2ix) + i ¼ log(1 + 4y/(x² + (1 − y)²)).
  private var arcTangent: Complex {
    let (x, y) = (real, imaginary)
    let height = log1p(4 * y / (x * x + (1 - y) * (1 - y))) / 4
    guard x.magnitude < 1e150, y.magnitude < 1e150 else { return Complex(atan(x), height) }
    return Complex(Complex((1 - x) * (1 + x) - y * y, 2 * x).phase / 2, height)
  }

  /// With t = √((|x| + |z|)/2): t + iy/2t on the right, |y|/2t ± it on the left.
  private var squareRoot: Complex {
    let root = (real.magnitude / 2 + modulus / 2).squareRoot()
    guard root > 0 else { return Complex(root, imaginary) }
    if real >= 0 { return Complex(root, imaginary / root / 2) }
    return Complex(
      imaginary.magnitude / root / 2, Double(signOf: imaginary, magnitudeOf: root))
  }

  /// 1/(1 + e⁻ᶻ), on the left eᶻ/(1 + eᶻ).
  private var logistic: Complex {
    guard real < 0 else { return 1 / (1 + (-self).exponential) }
    let growth = exponential
    return growth / (1 + growth)
  }

  /// log(1 + eᶻ), on the right z + log(1 + e⁻ᶻ).
  private var softplus: Complex {
    guard real >= 0 else { return exponential.logarithmOfOnePlus }
    return self + (-self).exponential.logarithmOfOnePlus
  }

  /// erf(z) − erf(x): 2/√π·exp(−x²)·(xy² + i(y + y³(1 − 2x²)/3)).
  private var errorFunctionStep: Complex {
    let (x, y) = (real, imaginary)
    guard x.magnitude < 30 else { return Complex(x.isNaN ? x : 0, y.isNaN ? y : 0) }
    let density = scaledGaussian(x)
    let factor = 1 + y * y * (1 - 2 * x * x) / 3
    return Complex(
      density.value(times: twoOverRootPi * (x * y * y)), density.value(times: twoOverRootPi * (y * factor)))
  }
}
