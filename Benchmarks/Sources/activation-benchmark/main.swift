// Measures the array forms of the activations as ratios to a copy and to PyTorch, in one run, and the scalar forms.
//
//   swift run -c release --package-path Benchmarks activation-benchmark
//
// PYTHON names the Python that has PyTorch.
import Activations
import Foundation
import PyTorch

let pyTorch = PyTorch(running: "pytorch-activations.py")
defer { pyTorch?.stop() }
print(
  "one thread; processor time of the fastest tenth of many passes; numbers from −4 to 4; PyTorch \(pyTorch?.version ?? "not found")"
)
compare(with: pyTorch, "in the second-level cache", count: 1 << 16, repetitions: 300, rounds: 6)
compare(with: pyTorch, "in the third-level cache", count: 1 << 20, repetitions: 30, rounds: 6)
compare(with: pyTorch, "in main memory", count: 1 << 25, repetitions: 3, rounds: 3)
tails()
scalarForms()
derivativeCheck()

/// One table: every array form beside a copy and PyTorch, which take turns.
func compare(with pyTorch: PyTorch?, _ place: String, count: Int, repetitions: Int, rounds: Int) {
  let arrays = Arrays(count: count, bound: 4)
  defer { arrays.free() }
  var copy = Double.infinity
  for _ in 0..<rounds { copy = min(copy, arrays.copy(repetitions: repetitions)) }
  let bandwidth = Double(count * 2 * MemoryLayout<Float>.size) / copy / 1e9
  print(
    "\n\(count) floats, \(place): memcpy \(decimal(bandwidth)) GB/s read and written, \(rate(count, copy)) Gelem/s"
  )
  row("", "Gelem/s", "to copy", "PyTorch", "to PyTorch")
  for activation in arrayForms {
    var own = Double.infinity, peer: Double?
    for _ in 0..<rounds {
      own = min(own, arrays.map(activation, repetitions: repetitions))
      let time = pyTorch?.time(activation.name, "\(count)", "\(repetitions)")
      peer = [peer, time].compactMap { $0 }.min()
    }
    row(
      activation.name, rate(count, own), decimal(copy / own), peer.map { rate(count, $0) } ?? "–",
      peer.map { decimal($0 / own) } ?? "–")
  }
}

/// GELU is the one whose time depends on the numbers: beyond 4.6 it has more to compute.
func tails() {
  print("\ngelu of 65536 numbers that go farther")
  for bound in [4.0, 5, 8, 16] {
    let arrays = Arrays(count: 1 << 16, bound: bound)
    row("−\(Int(bound)) to \(Int(bound))", rate(1 << 16, arrays.map(.gelu, repetitions: 1000)))
    arrays.free()
  }
}

/// The exact scalar forms, in Double, through arrays.
func scalarForms() {
  print("\nexact scalar forms in Double, 4096 numbers from −8 to 8")
  row("", "Melem/s", "array form")
  let xs = linspace(-8, 8, 4096)
  let arrays = Arrays(count: xs.count, bound: 8)
  defer { arrays.free() }
  var ys = xs
  for activation in Activation.catalog {
    let time = bestTime(300) {
      for index in xs.indices { ys[index] = activation.value(xs[index]) }
    }
    let array = arrays.map(activation, repetitions: 300)
    row(activation.name, decimal(Double(xs.count) / time / 1e6), decimal(time / array) + "×")
  }
}

func derivativeCheck() {
  let grid = linspace(-8, 8, 1000)
  let time = bestTime(10) { precondition(Activation.gelu.checkDerivative(on: grid).passed) }
  print("\nderivative check of gelu at \(grid.count) points: \(decimal(time * 1000)) ms")
}

func rate(_ count: Int, _ seconds: Double) -> String { decimal(Double(count) / seconds / 1e9) }
func decimal(_ value: Double) -> String { String(format: "%.2f", value) }

func row(_ name: String, _ columns: String...) {
  let cells = columns.map { String(repeating: " ", count: max(0, 12 - $0.count)) + $0 }
  print(name.padding(toLength: 18, withPad: " ", startingAt: 0) + cells.joined())
}
