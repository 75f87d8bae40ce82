import Activations
import Neural
import Testing

@Suite struct InitializationTests {
  private func product(_ q: Tensor, ofRows: Bool) -> Tensor {
    q.matmul(q, transposingLeft: !ofRows, transposingRight: ofRows)
  }

  @Test(arguments: [[5, 5], [20, 7], [7, 20], [6, 2, 3]])
  func `an orthogonal matrix has QᵀQ = 1, or QQᵀ = 1 where it is wide`(shape: [Int]) {
    var generator = SeededGenerator(seed: 5)
    let weights = Initialization.orthogonal(gain: 3)(
      shape, fanIn: 1, fanOut: 1, dtype: .float64, using: &generator)
    #expect(weights.shape == shape)
    let q = weights.reshaped([shape[0], -1]) / 3
    let square = product(q, ofRows: q.shape[0] < q.shape[1])
    let difference = square - .identity(square.shape, dtype: .float64)
    #expect(difference.values.allSatisfy { $0.magnitude < 1e-14 })
  }

  @Test func `orthogonal matrices of different draws differ, those of one seed do not`() {
    var (a, b) = (SeededGenerator(seed: 1), SeededGenerator(seed: 1))
    let first = Tensor.orthogonal([4, 4], using: &a)
    #expect(first.values == Tensor.orthogonal([4, 4], using: &b).values)
    #expect(first.values != Tensor.orthogonal([4, 4], using: &a).values)
  }

  @Test func `an identity is cut off or filled up`() {
    #expect(Tensor.identity([2, 3], gain: 2).values == [2, 0, 0, 0, 2, 0])
    var generator = SeededGenerator(seed: 1)
    let tall = Initialization.identity()([3, 2], fanIn: 2, fanOut: 3, using: &generator)
    #expect(tall.values == [1, 0, 0, 1, 0, 0])
  }

  @Test(arguments: [
    (Initialization.xavierNormal(), 0.1), (.xavierUniform(), 0.1), (.kaimingNormal(), 0.2 / 2.0.squareRoot()),
    (.kaimingUniform(), 0.2 / 2.0.squareRoot()), (.lecunNormal, 0.1), (.lecunUniform, 0.1),
  ])
  func `weights have the deviation that the rule says`(initialization: Initialization, deviation: Double) {
    var generator = SeededGenerator(seed: 2)
    let weights = initialization([100, 100], fanIn: 100, fanOut: 100, dtype: .float64, using: &generator)
    let found = ActivationStatistics(of: weights)
    #expect((found.deviation / deviation - 1).magnitude < 0.03 && found.mean.magnitude < 0.005)
  }
}

@Suite struct InstrumentTests {
  private func model(_ seed: UInt64 = 1) -> MLP {
    var generator = SeededGenerator(seed: seed)
    return MLP([2, 5, 3], activation: .tanh, dtype: .float64, using: &generator)
  }

  private let x = Tensor([[1, 2], [-1, 0.5], [0, 1], [2, -2]], dtype: .float64)
  private let classes = [0, 1, 2, 1]

  @Test func `the gradients of unequal batches add up to the whole batch's`() {
    let (parts, whole) = (model(), model())
    func loss(_ model: MLP) -> ([Int]) -> Tensor {
      { batch in model(x.gather(batch)).crossEntropy(batch.map { classes[$0] }) }
    }
    let means = [
      SGD(parts.parameters, learningRate: 1).accumulateGradients(over: [[0, 2, 3], [1]], loss: loss(parts)),
      SGD(whole.parameters, learningRate: 1).accumulateGradients(over: [[0, 1, 2, 3]], loss: loss(whole)),
    ]
    #expect((means[0] - means[1]).magnitude < 1e-14)
    for (a, b) in zip(parts.parameters, whole.parameters) {
      let (parts, whole) = (a.tensor.gradient?.values ?? [], b.tensor.gradient?.values ?? [])
      #expect(parts.count == a.tensor.count && whole.count == b.tensor.count)
      #expect(zip(parts, whole).allSatisfy { ($0 - $1).magnitude < 1e-14 }, "\(a.name)")
    }
  }

  @Test func `a trace computes what the perceptron does and keeps the gradients of the sums`() {
    let model = model()
    let trace = model.trace(x)
    #expect(trace.output.values == model(x).values && trace.sums.count == 2 && trace.activations.count == 1)
    trace.output.crossEntropy(classes).backward()
    #expect(trace.sums.allSatisfy { $0.gradient?.shape == $0.shape })
    let norms = model.gradientNorms
    #expect(norms.map(\.name) == model.parameters.map(\.name) && norms.allSatisfy { $0.norm > 0 })
    let total = norms.reduce(0) { $0 + $1.norm * $1.norm }.squareRoot()
    #expect((SGD(model.parameters, learningRate: 1).gradientNorm - total).magnitude < 1e-14)
  }

  @Test func `statistics are those of the numbers`() {
    let statistics = ActivationStatistics(of: Tensor([0, 0, 3, -1], dtype: .float64))
    #expect(statistics.mean == 0.5 && statistics.deviation == 2.25.squareRoot())
    #expect(statistics.zeroShare == 0.5 && statistics.range == -1...3)
    #expect(Tensor([0, 0.4, 0.5, 1, 7]).histogram(bins: 2, over: 0...1) == [2, 2])
  }

  @Test func `a dead unit is zero for every example`() {
    #expect(Tensor([[0, 1, 0], [0, 0, 2], [0, 0, 0]]).deadUnits == [0])
  }

  @Test func `decay is for matrices where it is told so`() {
    let weight = Tensor([[2.0]], dtype: .float64).requiringGradient()
    let bias = Tensor([2.0], dtype: .float64).requiringGradient()
    (weight.sum() * 0 + bias.sum() * 0).backward()
    let parameters = [Parameter("weight", weight), Parameter("bias", bias)]
    SGD(parameters, learningRate: 0.5, weightDecay: 0.5, decays: \.isMatrix).step()
    #expect(weight.item == 1.5 && bias.item == 2)
    Adam(parameters, learningRate: 0.5, weightDecay: 0.5, decays: \.isMatrix).step()
    #expect(weight.item == 1.125 && bias.item == 2)
  }
}

@Suite struct TrainingLoopTests {
  @Test func `batches hold every example once`() {
    var generator = SeededGenerator(seed: 4)
    let batches = generator.batches(of: 4, from: 10)
    #expect(batches.map(\.count) == [4, 4, 2] && batches.flatMap { $0 }.sorted() == Array(0..<10))
  }

  private func parabola(rate: Double, steps: Int, clip: Double? = nil) -> (run: TrainingRun, w: Double) {
    var generator = SeededGenerator(seed: 1)
    let w = Tensor([0.0], dtype: .float64).requiringGradient()
    let run = SGD([Parameter("w", w)], learningRate: rate).train(
      steps: steps, examples: 1, batch: 1, clip: clip, using: &generator
    ) { _ in (w - 3).pow(2).sum() }
    return (run, w.item)
  }

  @Test func `a loop descends, and stops where it diverges`() {
    let good = parabola(rate: 0.25, steps: 3)
    #expect(good.run.losses == [9, 2.25, 0.5625] && good.run.gradientNorms == [6, 3, 1.5])
    #expect(good.w == 2.625 && good.run.divergence == nil)
    let bad = parabola(rate: 1e3, steps: 1000)
    #expect(bad.run.divergence == bad.run.losses.count - 1 && bad.run.losses.count < 100 && bad.w.isFinite)
  }

  @Test func `clipping is noted as if it had not happened`() {
    let clipped = parabola(rate: 0.5, steps: 2, clip: 2)
    #expect(clipped.run.gradientNorms[0] == 6 && (clipped.w - 2).magnitude < 1e-5)
  }

  @Test func `a schedule's factor is gone after the run`() {
    var generator = SeededGenerator(seed: 1)
    let w = Tensor([0.0], dtype: .float64).requiringGradient()
    let sgd = SGD([Parameter("w", w)], learningRate: 1)
    let run = sgd.train(
      steps: 2, examples: 1, batch: 1, schedule: .warmUp(4), using: &generator
    ) { _ in w.sum() }
    #expect(w.item == -0.75 && sgd.learningRate == 1 && run.losses == [0, -0.25])
    #expect(sgd.descend { w.sum() } == -0.75 && w.item == -1.75)
  }

  @Test func `early stopping waits as long as it is told and restores the best`() {
    let w = Tensor([0.0], dtype: .float64)
    var stopping = EarlyStopping([Parameter("w", w)], patience: 2, minimumImprovement: 0.1)
    var rounds = 0
    for loss in [3, 1, 0.95, .nan, 0] {
      w.copyValues(of: Tensor([Double(rounds)], dtype: .float64))
      rounds += 1
      guard stopping.goesOn(after: loss) else { break }
    }
    #expect(rounds == 4 && stopping.bestLoss == 1 && stopping.bestRound == 1)
    stopping.restoreBest()
    #expect(w.item == 1)
  }
}
