import Activations
import Figures
import Neural

extension Experiment {
  static let linearCollapse = Experiment(
    "linear-collapse",
    "Multiplies a stack of linear layers into one matrix, and shows what an activation between them changes.",
    parameters: [
      .activations(default: ["identity", "relu", "tanh"], "What stands between the layers."),
      Parameter("depth", .integer(1...20), default: 4, "How many linear layers there are."),
      Parameter("width", .integer(1...64), default: 8, "How many numbers go in and come out of each layer."),
      .seed,
    ],
    trial: [("width", 2), ("depth", 2)]
  ) { parameters, show in
    let stack = LinearStack(
      depth: parameters.integer("depth"), width: parameters.integer("width"), seed: parameters.integer("seed")
    )
    show(.table(Table(sizesOf: stack)))
    show(.table(Table(differencesOf: stack, parameters.activations)))
    show(.plot(Plot(linesThrough: stack, parameters.activations)))
  }
}

/// Random linear layers, and the single one that they amount to.
private struct LinearStack {
  let depth: Int
  let width: Int
  let layers: [Linear]
  /// Wₙ⋯W₂W₁ with the bias that goes with it.
  let single: Linear
  /// Rows to compare the two on.
  let inputs: Tensor

  init(depth: Int, width: Int, seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    (self.depth, self.width) = (depth, width)
    layers = (0..<depth).map { _ in
      Linear(
        weight: .normal(
          [width, width], deviation: 1 / Double(width).squareRoot(), dtype: .float64, using: &generator),
        bias: .normal([width], deviation: 0.5, dtype: .float64, using: &generator))
    }
    inputs = .normal([100, width], dtype: .float64, using: &generator)
    single = layers.dropFirst().reduce(layers[0]) { Self.product($1, after: $0) }
  }

  /// W₂(W₁x + b₁) + b₂ as one layer: W₂W₁ and W₂b₁ + b₂.
  private static func product(_ second: Linear, after first: Linear) -> Linear {
    Linear(
      weight: second.weight.matmul(first.weight),
      bias: first.bias.map { second($0.reshaped([1, -1])).reshaped([-1]) })
  }

  /// The layers one after the other, with an activation between them.
  func output(_ x: Tensor, _ activation: Activation) -> Tensor {
    layers.dropFirst().reduce(layers[0](x)) { $1($0.map(activation)) }
  }

  /// The largest distance between the stack and the single layer.
  func difference(_ activation: Activation) -> Double {
    Self.largest(output(inputs, activation) - single(inputs))
  }

  /// The largest of |f(x + y) − f(x) − f(y) + f(0)|, which is 0 exactly for W·x + b.
  func additivityError(_ activation: Activation) -> Double {
    let (x, y) = (inputs.slice(0..<50), inputs.slice(50..<100))
    let zero = Tensor.zeros([1, width], dtype: .float64)
    let sum = output(x + y, activation) + output(zero, activation)
    return Self.largest(sum - output(x, activation) - output(y, activation))
  }

  private static func largest(_ x: Tensor) -> Double {
    x.values.contains(where: \.isNaN) ? .nan : x.values.reduce(0) { max($0, $1.magnitude) }
  }
}

extension Table {
  fileprivate init(sizesOf stack: LinearStack) {
    let one = stack.width * stack.width + stack.width
    self.init(
      ["network", "numbers to train"],
      rows: [
        ["\(stack.depth) linear layers", "\(stack.depth * one)"], ["the single layer they equal", "\(one)"],
      ],
      alignment: [.leading, .trailing])
  }

  fileprivate init(differencesOf stack: LinearStack, _ activations: [Activation]) {
    self.init(
      ["between the layers", "|stack − single layer|", "not additive by"],
      rows: activations.map {
        [$0.name, compact(stack.difference($0)), compact(stack.additivityError($0))]
      },
      alignment: [.leading, .trailing, .trailing],
      caption:
        "Largest numbers over 100 random inputs, and over 50 pairs for |f(x + y) − f(x) − f(y) + f(0)|.")
  }
}

extension Plot {
  /// The first output along a straight line of inputs.
  fileprivate init(linesThrough stack: LinearStack, _ activations: [Activation]) {
    let ts = linspace(-3, 3, 121)
    let direction = stack.inputs.slice(0..<1)
    let line = Tensor(ts, shape: [ts.count, 1], dtype: .float64) * direction
    self.init(
      series: activations.map { activation in
        .line(activation.name, ts, stack.output(line, activation).slice(0..<1, axis: 1).values)
      },
      x: Axis("t, the input being t times a vector"), y: Axis("first output"))
  }
}
