import Activations

extension Float: Scalar {
  static var dtype: DType { .float32 }
}

#if canImport(Kernels) && hasFeature(Extern)
  extension Float {
    static func matmul(
      _ sizes: ProductSizes, _ a: Matrix<Float>, _ b: Matrix<Float>, plus start: Matrix<Float>?,
      into result: Output, step: Int
    ) {
      kernelsMatmul(
        sizes.m, sizes.n, sizes.k, a.numbers, a.rowStep, a.columnStep, b.numbers, b.rowStep, b.columnStep,
        start?.numbers, start?.rowStep ?? 0, start?.columnStep ?? 0, result, step, 1)
    }

    static func combine(
      _ operation: Arithmetic, _ a: Input, _ aStep: Int, _ b: Input, _ bStep: Int, _ y: Output, _ count: Int
    ) {
      switch operation {
      case .add: kernelsAdd(a, aStep, b, bStep, y, count)
      case .subtract: kernelsSubtract(a, aStep, b, bStep, y, count)
      case .multiply: kernelsMultiply(a, aStep, b, bStep, y, count)
      case .divide: kernelsDivide(a, aStep, b, bStep, y, count)
      }
    }

    static func addScaled(_ scale: Float, _ x: Input, _ y: Output, _ count: Int) {
      kernelsAddScaled(scale, x, y, count)
    }

    static func sum(_ x: Input, _ count: Int) -> Float { kernelsSum(x, count) }
    static func dot(_ x: Input, _ y: Input, _ count: Int) -> Float { kernelsDot(x, y, count) }
    static func sumRows(_ x: Input, _ rows: Int, _ columns: Int, _ y: Output) {
      kernelsSumRows(x, rows, columns, y)
    }

    static func softmax(
      _ x: Input, _ y: Output, _ largest: Output, _ sums: Output, _ rows: Int, _ columns: Int, _ scale: Float,
      _ causal: Bool
    ) { kernelsSoftmax(x, y, largest, sums, rows, columns, scale, causal) }

    static func softmaxPullback(
      _ y: Input, _ dy: Input, _ dx: Output, _ rows: Int, _ columns: Int, _ scale: Float
    ) { kernelsSoftmaxPullback(y, dy, dx, rows, columns, scale) }

    static func normalize(
      _ x: Input, _ gain: Input, _ bias: Input?, _ y: Output, _ means: Output, _ scales: Output, _ rows: Int,
      _ columns: Int, _ epsilon: Float
    ) { kernelsNormalize(x, gain, bias, y, means, scales, rows, columns, epsilon) }

    static func normalizePullback(
      _ x: Input, _ gain: Input, _ dy: Input, _ means: Input, _ scales: Input, _ dx: Output, _ dgain: Output,
      _ dbias: Output?, _ rows: Int, _ columns: Int
    ) { kernelsNormalizePullback(x, gain, dy, means, scales, dx, dgain, dbias, rows, columns) }

    static func lstm(
      _ gates: Output, _ cell: Input, _ nextCell: Output, _ nextHidden: Output, _ rows: Int, _ width: Int
    ) { kernelsLstm(gates, cell, nextCell, nextHidden, rows, width) }

    static func lstmPullback(
      _ gates: Input, _ cell: Input, _ nextCell: Input, _ dhidden: Input, _ dcell: Output, _ dgates: Output,
      _ rows: Int, _ width: Int
    ) { kernelsLstmPullback(gates, cell, nextCell, dhidden, dcell, dgates, rows, width) }

    static func gru(
      _ gates: Output, _ recurrent: Input, _ hidden: Input, _ nextHidden: Output, _ rows: Int, _ width: Int
    ) { kernelsGru(gates, recurrent, hidden, nextHidden, rows, width) }

    static func gruPullback(
      _ gates: Input, _ recurrent: Input, _ hidden: Input, _ dhidden: Output, _ dgates: Output,
      _ drecurrent: Output, _ rows: Int, _ width: Int
    ) { kernelsGruPullback(gates, recurrent, hidden, dhidden, dgates, drecurrent, rows, width) }

    static func unfold(_ image: Input, _ columns: Output, _ windows: Windows) {
      kernelsUnfold(
        image, columns, windows.channels, windows.rows, windows.width, windows.kernel.height,
        windows.kernel.width, windows.stride, windows.outputHeight, windows.outputWidth)
    }

    static func fold(_ columns: Input, _ image: Output, _ windows: Windows) {
      kernelsFold(
        columns, image, windows.channels, windows.rows, windows.width, windows.kernel.height,
        windows.kernel.width, windows.stride, windows.outputHeight, windows.outputWidth)
    }

    static func copyRows(
      _ from: Input, _ fromStep: Int, _ to: Output, _ toStep: Int, _ rows: Int, _ width: Int
    ) { kernelsCopyRows(from, fromStep, to, toStep, rows, width) }

    static func maxPool(
      _ images: Input, _ places: UnsafeMutablePointer<Int32>, _ largest: Output, _ count: Int, _ height: Int,
      _ width: Int, _ size: Int
    ) { kernelsMaxPool(images, places, largest, count, height, width, size) }

    static func adam(_ w: Output, _ g: Input, _ m: Output, _ v: Output, _ count: Int, _ step: AdamStep) {
      kernelsAdam(
        w, g, m, v, count, Float(step.step), Float(step.decay), Float(step.beta1), Float(step.beta2),
        Float(step.correction), Float(step.epsilon))
    }
  }
#endif
