import Activations
import Foundation

/// The array forms that are measured.
///
/// What is made here has only its array form: the scalar form is never called.
let arrayForms: [Activation] = [
  .relu, .leakyReLU, .sigmoid, .tanh, .silu, .gelu, .softplus,
  form("geluTanh", .geluTanh), form("quickGELU", .quickGELU), form("mish", .mish),
  form("elu", .elu(alpha: 1)), form("selu", .selu), form("exp", .exp), form("hardSwish", .hardSwish),
  form("hardSigmoid", .hardSigmoid), form("reluSquared", .reluSquared), form("softsign", .softsign),
]

private func form(_ name: String, _ kernel: Activation.Kernel) -> Activation {
  Activation(name, value: { _ in .nan }, derivative: { _ in .nan }).computed(by: kernel)
}

/// Two arrays of one length: every pass reads the first and writes the second, as a copy does.
struct Arrays {
  let x: UnsafeMutableBufferPointer<Float>
  let y: UnsafeMutableBufferPointer<Float>

  /// `count` numbers spread evenly over −`bound`…`bound`, in an order that no processor foresees.
  init(count: Int, bound: Double) {
    x = Self.aligned(count)
    y = Self.aligned(count)
    var state: UInt64 = 1
    for index in 0..<count {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      x[index] = Float((Double(state >> 11) * 0x1p-52 - 1) * bound)
    }
    y.update(repeating: 0)
  }

  func free() {
    x.deallocate()
    y.deallocate()
  }

  /// The processor time of one copy, in seconds.
  func copy(repetitions: Int) -> Double {
    bestTime(repetitions) { _ = y.update(fromContentsOf: x) }
  }

  /// The processor time of one pass of `activation`, in seconds.
  func map(_ activation: Activation, repetitions: Int) -> Double {
    bestTime(repetitions) { activation.map(UnsafeBufferPointer(x), into: y) }
  }

  /// As PyTorch's are: at the beginning of a line of the cache.
  private static func aligned(_ count: Int) -> UnsafeMutableBufferPointer<Float> {
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Float>.size, alignment: 64)
    return UnsafeMutableBufferPointer(
      start: memory.bindMemory(to: Float.self, capacity: count), count: count)
  }
}

/// The processor time of `body` that one pass in ten undercuts, in seconds; of few passes, the least.
///
/// Not the least of many, because the clock itself errs now and then.
func bestTime(_ repetitions: Int, _ body: () -> Void) -> Double {
  body()
  let times = (0..<repetitions).map { _ in
    let start = processorTime()
    body()
    return processorTime() - start
  }
  return times.sorted()[repetitions / 10]
}

private func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
