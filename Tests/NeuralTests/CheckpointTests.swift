import Neural
import Testing

@Suite struct CheckpointTests {
  private func model(_ seed: UInt64, _ dtype: DType = .float32) -> MLP {
    var generator = SeededGenerator(seed: seed)
    return MLP([3, 4, 2], activation: .tanh, dtype: dtype, using: &generator)
  }

  private func train(_ model: MLP, _ optimizer: any Optimizer, steps: Int) {
    for _ in 0..<steps {
      let loss = model(Tensor([[1, 0, -1], [0.5, 1, 0]])).crossEntropy([0, 1])
      optimizer.zeroGradients()
      loss.backward()
      optimizer.step()
    }
  }

  static let optimizers: [@Sendable ([Parameter]) -> any Optimizer] = [
    { Adam($0, learningRate: 0.01, weightDecay: 0.1) },
    { SGD($0, learningRate: 0.1, momentum: 0.9, weightDecay: 0.1) },
    { SGD($0, learningRate: 0.1) },
    { RMSProp($0) },
  ]

  @Test(arguments: optimizers.indices)
  func `training that is resumed from a checkpoint has the bits of one that went on`(index: Int) throws {
    let first = model(1)
    let optimizer = Self.optimizers[index](first.parameters)
    train(first, optimizer, steps: 5)
    let bytes = Checkpoint.bytes(of: first.parameters + optimizer.state)
    train(first, optimizer, steps: 5)

    let second = model(2)
    let resumed = Self.optimizers[index](second.parameters)
    try Checkpoint.restore(second.parameters + resumed.state, from: bytes)
    train(second, resumed, steps: 5)
    #expect(
      first.parameters.map { $0.tensor.floats.map(\.bitPattern) }
        == second.parameters.map { $0.tensor.floats.map(\.bitPattern) })
  }

  @Test func `the bytes are those of safetensors`() {
    let bytes = Checkpoint.bytes(of: [
      Parameter("a\"b", Tensor([[1, 2]])), Parameter("c", Tensor([0.5], dtype: .float64)),
    ])
    let header =
      #"{"a\"b":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]},"c":{"dtype":"F64","shape":[1],"data_offsets":[8,16]}}"#
    let padded = header + String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
    #expect(Array(bytes.prefix(8)) == [UInt8(padded.utf8.count), 0, 0, 0, 0, 0, 0, 0])
    #expect(String(decoding: bytes[8..<8 + padded.utf8.count], as: UTF8.self) == padded)
    #expect(Array(bytes.suffix(16)) == [0, 0, 0x80, 0x3F, 0, 0, 0, 0x40, 0, 0, 0, 0, 0, 0, 0xE0, 0x3F])
  }

  @Test func `what does not fit is named, and nothing is changed`() {
    let bytes = Checkpoint.bytes(of: model(1).parameters)
    let target = model(2)
    let before = target.parameters.map(\.tensor.values)
    func failure(_ parameters: [Parameter], _ bytes: [UInt8]) -> Checkpoint.Failure? {
      do throws(Checkpoint.Failure) {
        try Checkpoint.restore(parameters, from: bytes)
        return nil
      } catch { return error }
    }
    #expect(failure(target.parameters + [Parameter("x", Tensor(1))], bytes) == .missing("x"))
    #expect(
      failure(model(3, .float64).parameters, bytes)
        == .precision("layers.0.weight", found: "F32", expected: "F64"))
    #expect(
      failure(target.parameters.dropLast() + [Parameter("layers.1.bias", Tensor([1]))], bytes)
        == .shape("layers.1.bias", found: [2], expected: [1]))
    #expect(target.parameters.map(\.tensor.values) == before)
    for cut in [0, 7, 8, 40, bytes.count - 1] {
      #expect(failure(target.parameters, Array(bytes.prefix(cut))) != nil, "\(cut) bytes")
    }
    #expect(
      failure(target.parameters, [255, 255, 255, 255, 255, 255, 255, 255] + bytes.dropFirst(8))
        == .malformed(at: 0))
    #expect(target.parameters.map(\.tensor.values) == before)
    #expect(failure(target.parameters, bytes) == nil)
  }

  @Test func `notes may have any character, and come back`() throws {
    let text = "line one\nline \"two\"\t\u{1F}\\ é 中 🙂"
    let bytes = Checkpoint.bytes(of: [Parameter("x", Tensor(1))], notes: ["said": text])
    #expect(
      !bytes.dropFirst(8).prefix { $0 != 0x7D }.contains { $0 < 32 }, "JSON has no bare control characters")
    #expect(try Checkpoint.notes(in: bytes) == ["said": text])
  }

  @Test func `escapes that other writers of JSON use are read`() throws {
    let header = #"{"__metadata__":{"a\/b":"\b\f\n\r\t\u00e9\ud83d\ude42"}}"#
    func bytes(_ header: String) -> [UInt8] {
      [UInt8(header.utf8.count), 0, 0, 0, 0, 0, 0, 0] + Array(header.utf8)
    }
    #expect(try Checkpoint.notes(in: bytes(header)) == ["a/b": "\u{8}\u{C}\n\r\té🙂"])
    for wrong in [#"{"__metadata__":{"a":"\x"}}"#, #"{"__metadata__":{"a":"\u12"}}"#] {
      #expect(throws: Checkpoint.Failure.self) { try Checkpoint.notes(in: bytes(wrong)) }
    }
  }

  @Test func `a failure says what is wrong in a sentence`() {
    #expect("\(Checkpoint.Failure.missing("x"))" == "there is no tensor 'x' in the checkpoint")
    #expect(
      "\(Checkpoint.Failure.shape("x", found: [2], expected: [1]))"
        == "'x' has the shape [2] in the checkpoint, and [1] in the model")
  }

  @Test func `a model with a batch normalization computes the same after a checkpoint`() throws {
    func model(_ seed: UInt64) -> Sequential {
      var generator = SeededGenerator(seed: seed)
      return Sequential(
        Conv2d(1, 2, kernel: 3, using: &generator), BatchNorm2d(2), Apply(.relu),
        Dropout(0.5, using: &generator))
    }
    var generator = SeededGenerator(seed: 3)
    let images = Tensor.normal([4, 1, 5, 5], using: &generator)
    let (first, second) = (model(1), model(2))
    for _ in 0..<3 { _ = first(images) }
    try Checkpoint.restore(second.parameters, from: Checkpoint.bytes(of: first.parameters))
    first.setTraining(false)
    second.setTraining(false)
    #expect(first(images).values == second(images).values)
    first.setTraining(true)
    #expect(first(images).values != second(images).values)
  }
}
