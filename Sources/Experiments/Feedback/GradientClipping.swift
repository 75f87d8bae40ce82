import Activations
import Figures
import Neural

extension Experiment {
  static let gradientClipping = Experiment(
    "gradient-clipping",
    "Trains recurrent networks on sums of two marked numbers, with and without clipping the gradients.",
    parameters: [
      Parameter("length", .integer(2...200), default: 60, "How many steps a sequence has."),
      Parameter("width", .integer(2...128), default: 32, "How many units a network has."),
      Parameter(
        "steps", .integer(1...1000), default: 120, "How many steps of gradient descent are made at most."),
      Parameter("batch", .integer(1...256), default: 32, "How many sequences a step sees."),
      Parameter("clip", .number(0.001...1000), default: 1, "The norm above which gradients are shortened."),
      .seed,
    ],
    trial: [("length", 4), ("width", 2), ("steps", 2), ("batch", 2)]
  ) { parameters, show, progress in
    let task = AddingTask(parameters)
    let cases = ClippingCase.all
    let counter = StepCounter(total: 2 * cases.count * task.steps, tell: progress)
    let runs = cases.flatMap { each in [nil, task.clip].map { task.run(each, clip: $0, counter) } }
    show(.table(Table(of: runs, task)))
    show(
      .smallMultiples(
        SmallMultiples(panels: cases.indices.map { Plot(of: Array(runs[2 * $0..<2 * $0 + 2])) })))
  }
}

/// A network that is trained with and without clipping.
private struct ClippingCase {
  let activation: Activation
  let spectralRadius: Double
  let rate: Double

  var name: String { "\(activation.name), ρ = \(short(spectralRadius))" }

  /// Networks whose gradients explode, and one whose gradients vanish.
  static let all = [
    ClippingCase(activation: .relu, spectralRadius: 1.5, rate: 0.01),
    ClippingCase(activation: .relu, spectralRadius: 2, rate: 0.01),
    ClippingCase(activation: .tanh, spectralRadius: 1.5, rate: 0.1),
    ClippingCase(activation: .tanh, spectralRadius: 0.5, rate: 0.1),
  ]
}

/// A training of one network.
private struct ClippingRun {
  let kind: ClippingCase
  let clip: Double?
  /// The loss before every step; the last one may be infinite or NaN, where training ends.
  var losses: [Double] = []
  /// The norm of the gradient at every step, before clipping.
  var norms: [Double] = []
}

/// The adding task (Hochreiter and Schmidhuber 1997): numbers between 0 and 1, two of them marked; name their sum.
private struct AddingTask {
  let length: Int
  let width: Int
  let steps: Int
  let batch: Int
  let clip: Double
  let seed: Int

  init(_ parameters: ExperimentParameters) {
    length = parameters.integer("length")
    width = parameters.integer("width")
    steps = parameters.integer("steps")
    batch = parameters.integer("batch")
    clip = parameters.number("clip")
    seed = parameters.integer("seed")
  }

  /// Trains until the loss is no finite number any more, or the steps are made.
  func run(_ kind: ClippingCase, clip: Double?, _ counter: StepCounter) -> ClippingRun {
    var generator = SeededGenerator(seed: UInt64(seed))
    let rnn = RNN(2, width, activation: kind.activation, using: &generator)
    let weight = Tensor.normal([width, width], using: &generator)
    rnn.weights.hiddenWeight.copyValues(of: weight.scaled(toSpectralRadius: kind.spectralRadius))
    let readout = Linear(width, 1, using: &generator)
    let optimizer = SGD(rnn.parameters + readout.parameters, learningRate: kind.rate)
    var run = ClippingRun(kind: kind, clip: clip)
    while run.losses.count < steps {
      let (sequences, sums) = sequences(&generator)
      optimizer.zeroGradients()
      let last = rnn(sequences).slice(length - 1..<length).reshaped([batch, width])
      let loss = (readout(last) - sums).pow(2).mean()
      run.losses.append(loss.item)
      counter.advance(loss: loss.item)
      guard loss.item.isFinite else { break }
      loss.backward()
      run.norms.append(optimizer.clipGradients(norm: clip ?? .infinity))
      optimizer.step()
    }
    counter.advance(by: steps - run.losses.count, loss: run.losses.last)
    return run
  }

  /// Sequences, [length, batch, 2], and their sums, [batch, 1]: one mark lies in each half.
  private func sequences(_ generator: inout SeededGenerator) -> (Tensor, Tensor) {
    var inputs = [Double](repeating: 0, count: length * batch * 2)
    var sums = [Double](repeating: 0, count: batch)
    for b in 0..<batch {
      let marks = [generator.below(length / 2), length / 2 + generator.below(length - length / 2)]
      for t in 0..<length {
        let number = generator.uniform()
        inputs[(t * batch + b) * 2] = number
        guard marks.contains(t) else { continue }
        inputs[(t * batch + b) * 2 + 1] = 1
        sums[b] += number
      }
    }
    return (Tensor(inputs, shape: [length, batch, 2]), Tensor(sums, shape: [batch, 1]))
  }
}

extension Table {
  fileprivate init(of runs: [ClippingRun], _ task: AddingTask) {
    self.init(
      ["network", "clip", "steps", "loss, first → last", "largest norm"],
      rows: runs.map { run in
        let (first, last) = (run.losses[0], run.losses[run.losses.count - 1])
        return [
          run.kind.name, run.clip.map { short($0) } ?? "none", "\(run.losses.count)",
          "\(scientific(first)) → \(scientific(last))", run.norms.max().map { scientific($0) } ?? "–",
        ]
      },
      alignment: [.leading, .trailing, .trailing, .trailing, .trailing],
      caption:
        "\(task.width) units, sequences of \(task.length), plain gradient descent, at most \(task.steps) steps;"
        + " training ends at a loss that is no finite number.")
  }
}

extension Plot {
  fileprivate init(of runs: [ClippingRun]) {
    self.init(
      title: runs[0].kind.name,
      series: runs.map { run in
        .line(
          run.clip.map { "clipped at \(short($0))" } ?? "not clipped", run.losses.indices.map(Double.init),
          run.losses)
      },
      x: Axis("steps"), y: Axis("loss", scale: .logarithmic))
  }
}
