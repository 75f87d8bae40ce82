/// How a tensor was computed.
struct History {
  /// The operation's name, for messages and pictures of the graph.
  let operation: StaticString
  let inputs: [Tensor]
  /// From the gradient of the result to those of the inputs; `nil` where an input needs none.
  ///
  /// It may hold the inputs, but not the result, which holds it; of the result, `detached` may be held.
  let pullback: (Tensor) -> [Tensor?]
}

/// Whether operations note their histories.
private enum Recording {
  @TaskLocal static var isOn = true
}

/// Computes without noting histories: for evaluation, and for changing parameters by hand.
///
/// It holds for the task that calls it, and does not switch off what is for training only: see
/// `Module.setTraining(_:)`.
public func withoutGradients<Result>(_ body: () throws -> Result) rethrows -> Result {
  try Recording.$isOn.withValue(false, operation: body)
}

extension Tensor {
  /// Asks for this tensor's gradient, and returns it: `Tensor.zeros([3]).requiringGradient()`.
  @discardableResult
  public func requiringGradient(_ required: Bool = true) -> Tensor {
    require(history == nil, "\(shape) was computed; whether it needs a gradient follows from its inputs")
    requiresGradient = required
    return self
  }

  /// Lets `backward()` leave the gradient of this tensor in `gradient` though it was computed, and returns it.
  @discardableResult
  public func keepingGradient() -> Tensor {
    keepsGradient = true
    return self
  }

  /// The same numbers without the history; the memory is shared.
  public var detached: Tensor { Tensor(shape, dtype, storage) }

  /// The name of the operation that computed this, for pictures of the graph; `nil` where no history was noted.
  public var operation: String? { history.map { "\($0.operation)" } }

  /// The tensors this was computed from; none where no history was noted.
  public var inputs: [Tensor] { history?.inputs ?? [] }

  /// Notes that this was computed from `inputs`, unless none needs a gradient.
  func computed(
    by operation: StaticString, from inputs: [Tensor], pullback: @escaping (Tensor) -> [Tensor?]
  ) -> Tensor {
    guard inputs.contains(where: \.requiresGradient), Recording.isOn else { return self }
    requiresGradient = true
    history = History(operation: operation, inputs: inputs, pullback: pullback)
    return self
  }

  /// What `body` computes, where this tensor needs a gradient.
  func ifNeeded(_ body: () -> Tensor) -> Tensor? { requiresGradient ? body() : nil }
}

extension Tensor {
  /// Adds ∂(this)/∂p to the gradient of every tensor p that asked for it; this is a single number.
  public func backward() {
    require(
      count == 1, "only a single number has slopes, not a tensor of shape \(shape); sum it, or weigh it")
    backward(from: .ones(shape, dtype: dtype))
  }

  /// Adds ∂Σ(this∘weights)/∂p to the gradient of every tensor p that asked for it.
  ///
  /// A tensor passes its gradient on when all that use it have done so; then it is forgotten. The walk is a loop with
  /// a list of its own, so that the graph may be a million operations deep.
  public func backward(from weights: Tensor) {
    require(requiresGradient, "nothing that this tensor was computed from requires a gradient")
    require(
      weights.shape == shape && weights.dtype == dtype,
      "weights of shape \(weights.shape) and precision \(weights.dtype) do not fit \(shape) and \(dtype)")
    withoutGradients {
      countUses()
      arriving = weights
      var ready = [self]
      while let tensor = ready.popLast() { tensor.passGradientOn(&ready) }
    }
  }

  private func countUses() {
    var found = [self]
    while let tensor = found.popLast() {
      for input in tensor.inputsNeedingGradients {
        input.uses += 1
        if input.uses == 1 { found.append(input) }
      }
    }
  }

  private var inputsNeedingGradients: some Sequence<Tensor> {
    (history?.inputs ?? []).lazy.filter(\.requiresGradient)
  }

  private func passGradientOn(_ ready: inout [Tensor]) {
    let gradient = arriving
    arriving = nil
    if let gradient, history == nil || keepsGradient { accumulate(gradient, in: \.gradient) }
    guard let history else { return }
    let gradients = gradient.map(history.pullback)
    for (place, input) in history.inputs.enumerated() where input.requiresGradient {
      if let share = gradients?[place] { input.accumulate(share, in: \.arriving) }
      input.uses -= 1
      if input.uses == 0 { ready.append(input) }
    }
  }

  /// Adds to a gradient: in place where nobody else sees its numbers.
  private func accumulate(_ share: Tensor, in place: ReferenceWritableKeyPath<Tensor, Tensor?>) {
    assert(share.shape == shape, "a gradient of shape \(share.shape) for \(shape)")
    guard var sum = self[keyPath: place] else {
      self[keyPath: place] = share
      return
    }
    self[keyPath: place] = nil
    if isKnownUniquelyReferenced(&sum) && isKnownUniquelyReferenced(&sum.storage) {
      sum.add(share)
    } else {
      sum = sum + share
    }
    self[keyPath: place] = sum
  }

  /// Adds `scale`·`other` to the numbers, in place.
  func add(_ other: Tensor, scale: Double = 1) {
    require(other.shape == shape, "\(other.shape) cannot be added to \(shape) in place")
    switch dtype {
    case .float32: Float.addScaled(Float(scale), other.read(), write(), count)
    case .float64: Double.addScaled(scale, other.read(), write(), count)
    }
  }
}
