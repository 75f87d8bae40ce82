import Activations
import Neural
import Testing

@Suite struct TrainingTests {
  /// Two arms of a spiral, or rather XOR: the label is whether x·y > 0.
  private func trainedLoss(_ make: ([Parameter]) -> any Optimizer, steps: Int) -> Double {
    var generator = SeededGenerator(seed: 3)
    let x = Tensor.uniform([64, 2], in: -1..<1, using: &generator)
    let targets = (0..<64).map { x[$0, 0] * x[$0, 1] > 0 ? 1.0 : 0 }
    let model = MLP([2, 16, 16, 1], activation: .tanh, using: &generator)
    let optimizer = make(model.parameters)
    var loss = Double.infinity
    for _ in 0..<steps {
      let result = model(x).binaryCrossEntropy(Tensor(targets, shape: [64, 1]))
      optimizer.zeroGradients()
      result.backward()
      optimizer.clipGradients(norm: 5)
      optimizer.step()
      loss = result.item
    }
    return loss
  }

  @Test func `every optimiser learns XOR`() {
    #expect(trainedLoss({ SGD($0, learningRate: 0.5, momentum: 0.9) }, steps: 200) < 0.1)
    #expect(trainedLoss({ Adam($0, learningRate: 0.02) }, steps: 200) < 0.1)
    #expect(trainedLoss({ Adam($0, learningRate: 0.02, weightDecay: 0.01) }, steps: 200) < 0.1)
    #expect(trainedLoss({ RMSProp($0, learningRate: 0.01) }, steps: 200) < 0.1)
  }

  @Test func `the same seed gives the same bits`() {
    let runs = (0..<2).map { _ in trainedLoss({ Adam($0, learningRate: 0.02) }, steps: 20) }
    #expect(runs[0] == runs[1])
  }

  @Test func `clipping scales all gradients to the common norm`() {
    let x = Tensor([3.0], dtype: .float64).requiringGradient()
    let y = Tensor([4.0], dtype: .float64).requiringGradient()
    ((x * x).sum() / 2 + (y * y).sum() / 2).backward()
    let sgd = SGD([Parameter("x", x), Parameter("y", y)], learningRate: 0.1)
    #expect(sgd.clipGradients(norm: 10) == 5)
    #expect(sgd.clipGradients(norm: 1) == 5)
    #expect(((x.gradient?.item ?? 0) - 0.6).magnitude < 1e-6)
    #expect(((y.gradient?.item ?? 0) - 0.8).magnitude < 1e-6)
  }

  @Test
  func `gradients too large or too small to be squared in float32 have a norm, and keep their direction`() {
    for size in [1e20, 1e-25] {
      let x = Tensor([0, 0]).requiringGradient()
      (x * Tensor([3 * size, -4 * size])).sum().backward()
      let sgd = SGD([Parameter("x", x)], learningRate: 1)
      #expect((sgd.gradientNorm / (5 * size) - 1).magnitude < 1e-6, "\(sgd.gradientNorm)")
      guard size > 1 else { continue }
      sgd.clipGradients(norm: 1)
      let clipped = x.gradient?.values ?? []
      #expect((clipped[0] - 0.6).magnitude < 1e-6 && (clipped[1] + 0.8).magnitude < 1e-6, "\(clipped)")
    }
  }

  @Test func `clipping scales a gradient that two parameters share only once`() {
    let x = Tensor([0.0], dtype: .float64).requiringGradient()
    let y = Tensor([0.0], dtype: .float64).requiringGradient()
    (8 * (x + y)).sum().backward()
    SGD([Parameter("x", x), Parameter("y", y)], learningRate: 0.1).clipGradients(norm: 2.0.squareRoot())
    for tensor in [x, y] { #expect(((tensor.gradient?.item ?? 0) - 1).magnitude < 1e-6) }
  }

  @Test func `a cosine schedule warms up, goes down, and stays at the floor`() {
    let schedule = LearningRateSchedule.cosine(warmUp: 10, total: 110, floor: 0.1)
    #expect(schedule(0) == 0.1 && schedule(9) == 1 && schedule(10) == 1)
    #expect((schedule(60) - 0.55).magnitude < 1e-12)
    #expect((schedule(35) - (0.1 + 0.9 * (1 + 0.7071067811865476) / 2)).magnitude < 1e-12)
    #expect(schedule(110) == 0.1 && schedule(1000) == 0.1)
  }

  @Test func `a rate falls by its factor after so many steps, or after each`() {
    let stairs = LearningRateSchedule.step(every: 10, factor: 0.5)
    #expect([0, 9, 10, 29, 30].map { stairs($0) } == [1, 1, 0.5, 0.25, 0.125])
    let slope = LearningRateSchedule.exponential(factor: 0.5)
    #expect([0, 1, 4].map { slope($0) } == [1, 0.5, 0.0625])
  }

  @Test func `training does not ask for more memory step after step`() async {
    await #expect(processExitsWith: .success) {
      var generator = SeededGenerator(seed: 1)
      let model = GPT(.init(vocabulary: 7, context: 8, layers: 2, heads: 2, width: 8), using: &generator)
      let optimizer = Adam(model.parameters)
      func step() {
        let loss = model([[0, 1, 2, 3, 4, 5, 6, 0]]).crossEntropy([1, 2, 3, 4, 5, 6, 0, 1])
        optimizer.zeroGradients()
        loss.backward()
        optimizer.step()
      }
      step()
      step()
      let early = BufferPool.usage
      for _ in 0..<50 { step() }
      let late = BufferPool.usage
      precondition(early.reserved == late.reserved && early.inUse == late.inUse, "\(early) became \(late)")
      precondition(early.reserved > early.inUse)
    }
  }
}

@Suite struct MistakeTests {
  private func expect(_ message: String, in result: ExitTest.Result?) {
    let said = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(said.contains(message), "\(said)")
  }

  @Test func `shapes that do not fit are both named`() async {
    expect(
      "the shapes [2, 3] and [4] do not fit for +",
      in: await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Tensor.zeros([2, 3]) + Tensor.zeros([4])
      })
    expect(
      "the shapes do not fit for a matrix product: [2, 3] and [2, 3]",
      in: await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Tensor.zeros([2, 3]).matmul(.zeros([2, 3]))
      })
    expect(
      "a weight of shape [5, 4] and a bias of shape [5] do not fit an input of shape [2, 3]",
      in: await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Tensor.zeros([2, 3]).linear(weight: .zeros([5, 4]), bias: .zeros([5]))
      })
  }

  @Test func `a size that does not follow from no numbers is asked for`() async {
    expect(
      "[0, 3] cannot be reshaped to [0, -1]",
      in: await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Tensor.zeros([0, 3]).reshaped([0, -1])
      })
  }

  @Test func `precisions do not mix`() async {
    expect(
      "float32 and float64 do not mix in *",
      in: await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Tensor.zeros([2]) * Tensor.zeros([2], dtype: .float64)
      })
  }

  @Test func `a class that is not there is named`() async {
    expect(
      "there is no class 3 of 3",
      in: await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Tensor.zeros([1, 3]).crossEntropy([3])
      })
  }
}
