// Measures training steps per processor second beside PyTorch, in one run, block by block in turn.
//
//   swift run -c release --package-path Benchmarks training-benchmark [ROUNDS [CASE…]]
//
// PYTHON names the Python that has PyTorch. One thread on both sides; the best block of each counts.
import Foundation
import Neural
import PyTorch

let arguments = CommandLine.arguments.dropFirst()
let rounds = arguments.first.flatMap { Int($0) } ?? 5
let names = arguments.dropFirst()
let pyTorch = PyTorch(running: "pytorch-training.py")
defer { pyTorch?.stop() }
print(
  "one thread; steps per processor second, best of \(rounds) blocks (median); PyTorch \(pyTorch?.version ?? "not found")"
)
for training in TrainingCase.all where names.isEmpty || names.contains(where: training.name.contains) {
  compare(training, with: pyTorch, rounds: rounds)
}

/// One line: blocks of both sides in turn.
func compare(_ training: TrainingCase, with pyTorch: PyTorch?, rounds: Int) {
  var generator = SeededGenerator(seed: 0)
  let step = training.prepare(&generator)
  for _ in 0..<3 { _ = step() }
  _ = pyTorch?.time(training.name, "3")
  var own: [Double] = []
  var peer: [Double] = []
  for _ in 0..<rounds {
    own.append(seconds(3 * training.steps, step))
    if let time = pyTorch?.time(training.name, "\(training.steps)") { peer.append(time) }
  }
  own.sort()
  peer.sort()
  let ratio = peer.first.map {
    "\(decimal($0 / own[0])) (\(decimal(peer[peer.count / 2] / own[own.count / 2])))"
  }
  row(training.name, rates(own), rates(peer), ratio ?? "–")
}

/// The processor time of one step.
func seconds(_ steps: Int, _ step: () -> Tensor) -> Double {
  let start = processorTime()
  for _ in 0..<steps { _ = step() }
  return (processorTime() - start) / Double(steps)
}

func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func rates(_ sorted: [Double]) -> String {
  sorted.isEmpty ? "–" : "\(decimal(1 / sorted[0])) (\(decimal(1 / sorted[sorted.count / 2])))"
}

func decimal(_ value: Double) -> String { String(format: "%.\(value < 100 ? 2 : 0)f", value) }

func row(_ name: String, _ columns: String...) {
  let cells = columns.map { String(repeating: " ", count: max(0, 20 - $0.count)) + $0 }
  print(name.padding(toLength: 14, withPad: " ", startingAt: 0) + cells.joined())
}
