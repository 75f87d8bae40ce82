import Activations

extension Double: Scalar {
  static var dtype: DType { .float64 }
}

// What a scalar does unless it has something faster: the meaning of the kernels, in plain loops.

extension Scalar {
  static func matmul(
    _ sizes: ProductSizes, _ a: Matrix<Self>, _ b: Matrix<Self>, plus start: Matrix<Self>?,
    into result: Output,
    step: Int
  ) {
    for i in 0..<sizes.m {
      let row = result + i * step
      for j in 0..<sizes.n { row[j] = start.map { $0.numbers[i * $0.rowStep + j * $0.columnStep] } ?? 0 }
      for p in 0..<sizes.k {
        let factor = a.numbers[i * a.rowStep + p * a.columnStep]
        let terms = b.numbers + p * b.rowStep
        if b.columnStep == 1 {
          addScaled(factor, terms, row, sizes.n)
        } else {
          for j in 0..<sizes.n { row[j] += factor * terms[j * b.columnStep] }
        }
      }
    }
  }

  static func combine(
    _ operation: Arithmetic, _ a: Input, _ aStep: Int, _ b: Input, _ bStep: Int, _ y: Output, _ count: Int
  ) {
    switch operation {
    case .add: for i in 0..<count { y[i] = a[i * aStep] + b[i * bStep] }
    case .subtract: for i in 0..<count { y[i] = a[i * aStep] - b[i * bStep] }
    case .multiply: for i in 0..<count { y[i] = a[i * aStep] * b[i * bStep] }
    case .divide: for i in 0..<count { y[i] = a[i * aStep] / b[i * bStep] }
    }
  }

  static func addScaled(_ scale: Self, _ x: Input, _ y: Output, _ count: Int) {
    for i in 0..<count { y[i] += scale * x[i] }
  }

  static func sum(_ x: Input, _ count: Int) -> Self {
    var total: Self = 0
    for i in 0..<count { total += x[i] }
    return total
  }

  static func dot(_ x: Input, _ y: Input, _ count: Int) -> Self {
    var total: Self = 0
    for i in 0..<count { total += x[i] * y[i] }
    return total
  }

  static func sumRows(_ x: Input, _ rows: Int, _ columns: Int, _ y: Output) {
    for i in 0..<rows { addScaled(1, x + i * columns, y, columns) }
  }

  static func map(_ activation: Activation, _ x: Input, _ y: Output, _ count: Int) {
    for i in 0..<count { y[i] = Self(activation.value(Double(x[i]))) }
  }

  static func pullback(_ activation: Activation, _ x: Input, _ dy: Input, _ dx: Output, _ count: Int) {
    for i in 0..<count { dx[i] = dy[i] * Self(activation.derivative(Double(x[i]))) }
  }

  static func adam(_ w: Output, _ g: Input, _ m: Output, _ v: Output, _ count: Int, _ step: AdamStep) {
    let (beta1, beta2) = (Self(step.beta1), Self(step.beta2))
    for i in 0..<count {
      m[i] = beta1 * m[i] + (1 - beta1) * g[i]
      v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i]
      let size = v[i].squareRoot() / Self(step.correction) + Self(step.epsilon)
      w[i] = w[i] * Self(step.decay) - Self(step.step) * m[i] / size
    }
  }
}
