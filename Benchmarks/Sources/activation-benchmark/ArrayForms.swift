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

  init(count: Int) {
    x = Self.aligned(count)
    y = Self.aligned(count)
    for index in 0..<count { x[index] = Float(-8 + 16 * Double(index) / Double(count - 1)) }
    y.update(repeating: 0)
  }

  func free() {
    x.deallocate()
    y.deallocate()
  }

  /// The least processor time of one copy, in seconds.
  func copy(repetitions: Int) -> Double {
    leastTime(repetitions) { _ = y.update(fromContentsOf: x) }
  }

  /// The least processor time of one pass of `activation`, in seconds.
  func map(_ activation: Activation, repetitions: Int) -> Double {
    leastTime(repetitions) { activation.map(UnsafeBufferPointer(x), into: y) }
  }

  /// As PyTorch's are: at the beginning of a line of the cache.
  private static func aligned(_ count: Int) -> UnsafeMutableBufferPointer<Float> {
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Float>.size, alignment: 64)
    return UnsafeMutableBufferPointer(
      start: memory.bindMemory(to: Float.self, capacity: count), count: count)
  }
}

/// The least processor time that `body` takes, in seconds.
func leastTime(_ repetitions: Int, _ body: () -> Void) -> Double {
  body()
  var least = Double.infinity
  for _ in 0..<repetitions {
    let start = processorTime()
    body()
    least = min(least, processorTime() - start)
  }
  return least
}

private func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
