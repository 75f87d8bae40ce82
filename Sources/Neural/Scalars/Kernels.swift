// The functions of the target Kernels, declared and not imported, so that who imports `Neural` need not find the
// module of C: see `Activation.Kernel`. What each does is said in training_kernels.h.

#if canImport(Kernels) && hasFeature(Extern)

  @_extern(c, "kernels_matmul")
  func kernelsMatmul(
    _ m: Int, _ n: Int, _ k: Int, _ a: UnsafePointer<Float>, _ ai: Int, _ ap: Int, _ b: UnsafePointer<Float>,
    _ bp: Int, _ bj: Int, _ start: UnsafePointer<Float>?, _ si: Int, _ sj: Int,
    _ c: UnsafeMutablePointer<Float>, _ ci: Int, _ cj: Int)

  @_extern(c, "kernels_add")
  func kernelsAdd(
    _ a: UnsafePointer<Float>, _ aStep: Int, _ b: UnsafePointer<Float>, _ bStep: Int,
    _ y: UnsafeMutablePointer<Float>, _ count: Int)

  @_extern(c, "kernels_subtract")
  func kernelsSubtract(
    _ a: UnsafePointer<Float>, _ aStep: Int, _ b: UnsafePointer<Float>, _ bStep: Int,
    _ y: UnsafeMutablePointer<Float>, _ count: Int)

  @_extern(c, "kernels_multiply")
  func kernelsMultiply(
    _ a: UnsafePointer<Float>, _ aStep: Int, _ b: UnsafePointer<Float>, _ bStep: Int,
    _ y: UnsafeMutablePointer<Float>, _ count: Int)

  @_extern(c, "kernels_divide")
  func kernelsDivide(
    _ a: UnsafePointer<Float>, _ aStep: Int, _ b: UnsafePointer<Float>, _ bStep: Int,
    _ y: UnsafeMutablePointer<Float>, _ count: Int)

  @_extern(c, "kernels_add_scaled")
  func kernelsAddScaled(
    _ scale: Float, _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ count: Int)

  @_extern(c, "kernels_sum")
  func kernelsSum(_ x: UnsafePointer<Float>, _ count: Int) -> Float

  @_extern(c, "kernels_dot")
  func kernelsDot(_ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, _ count: Int) -> Float

  @_extern(c, "kernels_sum_rows")
  func kernelsSumRows(
    _ x: UnsafePointer<Float>, _ rows: Int, _ columns: Int, _ y: UnsafeMutablePointer<Float>)

  @_extern(c, "kernels_softmax")
  func kernelsSoftmax(
    _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ largest: UnsafeMutablePointer<Float>,
    _ sums: UnsafeMutablePointer<Float>, _ rows: Int, _ columns: Int, _ scale: Float, _ causal: Bool)

  @_extern(c, "kernels_softmax_pullback")
  func kernelsSoftmaxPullback(
    _ y: UnsafePointer<Float>, _ dy: UnsafePointer<Float>, _ dx: UnsafeMutablePointer<Float>, _ rows: Int,
    _ columns: Int, _ scale: Float)

  @_extern(c, "kernels_normalize")
  func kernelsNormalize(
    _ x: UnsafePointer<Float>, _ gain: UnsafePointer<Float>, _ bias: UnsafePointer<Float>?,
    _ y: UnsafeMutablePointer<Float>, _ means: UnsafeMutablePointer<Float>,
    _ scales: UnsafeMutablePointer<Float>, _ rows: Int, _ columns: Int, _ epsilon: Float)

  @_extern(c, "kernels_normalize_pullback")
  func kernelsNormalizePullback(
    _ x: UnsafePointer<Float>, _ gain: UnsafePointer<Float>, _ dy: UnsafePointer<Float>,
    _ means: UnsafePointer<Float>, _ scales: UnsafePointer<Float>, _ dx: UnsafeMutablePointer<Float>,
    _ dgain: UnsafeMutablePointer<Float>, _ dbias: UnsafeMutablePointer<Float>?, _ rows: Int, _ columns: Int)

  @_extern(c, "kernels_adam")
  func kernelsAdam(
    _ w: UnsafeMutablePointer<Float>, _ g: UnsafePointer<Float>, _ m: UnsafeMutablePointer<Float>,
    _ v: UnsafeMutablePointer<Float>, _ count: Int, _ step: Float, _ decay: Float, _ beta1: Float,
    _ beta2: Float, _ correction: Float, _ epsilon: Float)

  @_extern(c, "kernels_lstm")
  func kernelsLstm(
    _ gates: UnsafeMutablePointer<Float>, _ cell: UnsafePointer<Float>,
    _ nextCell: UnsafeMutablePointer<Float>, _ nextHidden: UnsafeMutablePointer<Float>, _ rows: Int,
    _ width: Int)

  @_extern(c, "kernels_lstm_pullback")
  func kernelsLstmPullback(
    _ gates: UnsafePointer<Float>, _ cell: UnsafePointer<Float>, _ nextCell: UnsafePointer<Float>,
    _ dhidden: UnsafePointer<Float>, _ dcell: UnsafeMutablePointer<Float>,
    _ dgates: UnsafeMutablePointer<Float>, _ rows: Int, _ width: Int)

  @_extern(c, "kernels_gru")
  func kernelsGru(
    _ gates: UnsafeMutablePointer<Float>, _ recurrent: UnsafePointer<Float>, _ hidden: UnsafePointer<Float>,
    _ nextHidden: UnsafeMutablePointer<Float>, _ rows: Int, _ width: Int)

  @_extern(c, "kernels_gru_pullback")
  func kernelsGruPullback(
    _ gates: UnsafePointer<Float>, _ recurrent: UnsafePointer<Float>, _ hidden: UnsafePointer<Float>,
    _ dhidden: UnsafeMutablePointer<Float>, _ dgates: UnsafeMutablePointer<Float>,
    _ drecurrent: UnsafeMutablePointer<Float>, _ rows: Int, _ width: Int)

  @_extern(c, "kernels_unfold")
  func kernelsUnfold(
    _ image: UnsafePointer<Float>, _ columns: UnsafeMutablePointer<Float>, _ channels: Int, _ rows: Int,
    _ width: Int, _ kh: Int, _ kw: Int, _ stride: Int, _ h: Int, _ w: Int)

  @_extern(c, "kernels_fold")
  func kernelsFold(
    _ columns: UnsafePointer<Float>, _ image: UnsafeMutablePointer<Float>, _ channels: Int, _ rows: Int,
    _ width: Int, _ kh: Int, _ kw: Int, _ stride: Int, _ h: Int, _ w: Int)

  @_extern(c, "kernels_copy_rows")
  func kernelsCopyRows(
    _ from: UnsafePointer<Float>, _ fromStep: Int, _ to: UnsafeMutablePointer<Float>, _ toStep: Int,
    _ rows: Int,
    _ width: Int)

  @_extern(c, "kernels_max_pool")
  func kernelsMaxPool(
    _ images: UnsafePointer<Float>, _ places: UnsafeMutablePointer<Int32>,
    _ largest: UnsafeMutablePointer<Float>,
    _ count: Int, _ height: Int, _ width: Int, _ size: Int)
#endif
