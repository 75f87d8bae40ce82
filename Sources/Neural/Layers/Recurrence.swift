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

  /// gates += state·weightᵀ, for the transposed weight.
  func addProduct(_ state: UnsafePointer<S>, _ transposed: Tensor, to gates: UnsafeMutablePointer<S>) {
    S.matmul(
      batch, gateWidth, width, state, width, 1, transposed.read(), gateWidth, 1, gates, gateWidth, 1, true)
  }

  /// dstate += dgates·weight.
  func addPullback(_ dgates: UnsafePointer<S>, to dstate: UnsafeMutablePointer<S>) {
    S.matmul(batch, width, gateWidth, dgates, gateWidth, 1, weight.read(), width, 1, dstate, width, 1, true)
  }

  /// dweight = Σ dgatesᵀ·state over all steps.
  func weightGradient(_ dgates: Tensor, _ start: Tensor, _ outputs: Tensor) -> Tensor {
    let result = Tensor(unwritten: weight.shape, weight.dtype)
    let (first, sums): (UnsafePointer<S>, UnsafeMutablePointer<S>) = (dgates.read(), result.write())
    S.matmul(gateWidth, width, batch, first, 1, gateWidth, start.read(), width, 1, sums, width, 1, false)
    S.matmul(
      gateWidth, width, (time - 1) * batch, first + gateCount, 1, gateWidth, outputs.read(), width, 1, sums,
      width,
      1, true)
    return result
  }
}
