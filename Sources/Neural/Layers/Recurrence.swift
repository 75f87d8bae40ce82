/// A recurrent layer's walk through time: the memory of all steps, and where each lies.
///
/// A step is one product and some elementwise arithmetic; the products of all steps that do not depend on each other
/// are made at once, before or after the walk.
struct Recurrence<S: Scalar> {
  let weight: Tensor
  let time: Int
  let batch: Int
  let width: Int
  /// How many numbers the gates of one element of the batch have.
  let gateWidth: Int
  var stateCount: Int { batch * width }
  var gateCount: Int { batch * gateWidth }

  init(_ inputs: Tensor, _ weight: Tensor, _: S.Type) {
    self.weight = weight
    (time, batch, gateWidth) = (inputs.shape[0], inputs.shape[1], inputs.shape[2])
    width = weight.shape[1]
  }

  /// Memory for the states, or the gates, of `steps` steps.
  func states(_ steps: Int) -> Tensor { Tensor(unwritten: [steps, batch, width], weight.dtype) }
  func gates(_ steps: Int) -> Tensor { Tensor(unwritten: [steps, batch, gateWidth], weight.dtype) }

  /// The state before step t: the start, or the output of the step before.
  func state(before t: Int, _ start: Tensor, _ outputs: Tensor) -> UnsafePointer<S> {
    t == 0 ? start.read() : outputs.read() + (t - 1) * stateCount
  }

  /// gates = start + state·weightᵀ, for the transposed weight.
  func addProduct(
    _ state: UnsafePointer<S>, _ transposed: Tensor, plus start: Matrix<S>, to gates: UnsafeMutablePointer<S>
  ) {
    S.matmul(
      ProductSizes(batch, gateWidth, width), Matrix(state, rowStep: width),
      Matrix(transposed.read(), rowStep: gateWidth), plus: start, into: gates, step: gateWidth)
  }

  /// dstate = start + dgates·weight.
  func addPullback(_ dgates: UnsafePointer<S>, plus start: Matrix<S>?, to dstate: UnsafeMutablePointer<S>) {
    S.matmul(
      ProductSizes(batch, width, gateWidth), Matrix(dgates, rowStep: gateWidth),
      Matrix(weight.read(), rowStep: width), plus: start, into: dstate, step: width)
  }

  /// dweight = Σ dgatesᵀ·state over all steps.
  func weightGradient(_ dgates: Tensor, _ start: Tensor, _ outputs: Tensor) -> Tensor {
    let result = Tensor(unwritten: weight.shape, weight.dtype)
    let (first, sums): (UnsafePointer<S>, UnsafeMutablePointer<S>) = (dgates.read(), result.write())
    S.matmul(
      ProductSizes(gateWidth, width, batch), Matrix(first, rowStep: gateWidth).transposed,
      Matrix(start.read(), rowStep: width), plus: nil, into: sums, step: width)
    S.matmul(
      ProductSizes(gateWidth, width, (time - 1) * batch),
      Matrix(first + gateCount, rowStep: gateWidth).transposed, Matrix(outputs.read(), rowStep: width),
      plus: Matrix(UnsafePointer(sums), rowStep: width), into: sums, step: width)
    return result
  }
}
