import Activations
import Figures
import Neural

extension Experiment {
  static let backpropagationTrace = Experiment(
    "backpropagation-trace",
    "Follows one step of training a 1-2-1 network: every intermediate, every gradient, and the update.",
    parameters: [
      .activation(default: "tanh", "The activation of the two hidden units."),
      Parameter("input", .number(-10...10), default: 0.5, "The input x."),
      Parameter("target", .number(-10...10), default: 1, "The target t."),
      Parameter("rate", .number(0...10), default: 0.1, "The learning rate of the update."),
    ]
  ) { parameters, show in
    let trace = BackpropagationTrace(parameters)
    show(.table(Table(stepsOf: trace)))
    show(.diagram(Diagram(forward: trace)))
    show(.diagram(Diagram(backward: trace)))
    show(.table(Table(updateOf: trace)))
  }
}

/// The network of the lessons, z = w·x + b, h = f(z), y = v·h + c, L = (y − t)²; worked out twice.
private struct BackpropagationTrace {
  static let names = ["w₁", "w₂", "b₁", "b₂", "v₁", "v₂", "c"]
  static let start = [0.8, -0.4, 0.1, 0.3, 0.6, -0.9, 0.2]

  let activation: Activation
  let input: Double
  let rate: Double
  /// z₁, z₂, h₁, h₂, y, L.
  let values: [Double]
  /// Their gradients by the chain rule, written out.
  let gradients: [Double]
  /// f′(z₁), f′(z₂).
  let slopes: [Double]
  /// The gradients of the parameters by the chain rule, written out.
  let parameterGradients: [Double]
  /// The same thirteen by a graph of `Value`: z₁ … L, then the parameters.
  let tape: [Double]
  /// The loss after the update.
  let lossAfter: Double

  init(_ parameters: ExperimentParameters) {
    let (x, t, f) = (parameters.number("input"), parameters.number("target"), parameters.activation())
    (activation, input, rate) = (f, x, parameters.number("rate"))
    let p = Self.start
    values = Self.forward(p, x, t, f)
    slopes = [f.derivative(values[0]), f.derivative(values[1])]
    let dy = 2 * (values[4] - t)
    let dh = [dy * p[4], dy * p[5]]
    let dz = [dh[0] * slopes[0], dh[1] * slopes[1]]
    gradients = dz + dh + [dy, 1]
    parameterGradients = [dz[0] * x, dz[1] * x, dz[0], dz[1], dy * values[2], dy * values[3], dy]
    tape = Self.tape(p, x, t, f)
    let rate = rate
    let after = zip(p, parameterGradients).map { $0 - rate * $1 }
    lossAfter = Self.forward(after, x, t, f)[5]
  }

  private static func forward(_ p: [Double], _ x: Double, _ t: Double, _ f: Activation) -> [Double] {
    let z = [p[0] * x + p[2], p[1] * x + p[3]]
    let h = [f(z[0]), f(z[1])]
    let y = p[4] * h[0] + p[5] * h[1] + p[6]
    return z + h + [y, (y - t) * (y - t)]
  }

  private static func tape(_ start: [Double], _ x: Double, _ t: Double, _ f: Activation) -> [Double] {
    let p = start.map { Value($0) }
    let z = [p[0] * Value(x) + p[2], p[1] * Value(x) + p[3]]
    let h = z.map { $0.map(f) }
    let y = p[4] * h[0] + p[5] * h[1] + p[6]
    let loss = (y - Value(t)).pow(2)
    loss.backward()
    return (z + h + [y, loss] + p).map(\.gradient)
  }

  /// How far the gradients by hand are from those of the tape, in words.
  var agreement: String {
    let differences = zip(gradients + parameterGradients, tape).map { ($0 - $1).magnitude }
    guard differences.allSatisfy(\.isFinite) else { return "are not all finite" }
    let largest = differences.reduce(0, max)
    return largest == 0 ? "are equal to the last bit" : "differ by at most \(compact(largest))"
  }
}

extension Table {
  fileprivate init(stepsOf trace: BackpropagationTrace) {
    let rows = [
      ("z₁", "w₁x + b₁", "δh₁ · f′(z₁)"), ("z₂", "w₂x + b₂", "δh₂ · f′(z₂)"),
      ("h₁", "f(z₁)", "δy · v₁"), ("h₂", "f(z₂)", "δy · v₂"), ("y", "v₁h₁ + v₂h₂ + c", "2(y − t)"),
      ("L", "(y − t)²", "1"),
    ]
    self.init(
      ["", "forward", "value", "backward", "δ"],
      rows: rows.enumerated().map { place, row in
        [row.0, row.1, short(trace.values[place]), row.2, short(trace.gradients[place])]
      },
      alignment: [.leading, .leading, .trailing, .leading, .trailing],
      caption: "δh₁ is ∂L/∂h₁, and so on. Down goes the forward pass, up the backward pass.")
  }

  fileprivate init(updateOf trace: BackpropagationTrace) {
    typealias Trace = BackpropagationTrace
    self.init(
      ["", "before", "by hand", "tape", "after"],
      rows: Trace.names.indices.map { i in
        let gradient = trace.parameterGradients[i]
        return [
          Trace.names[i], short(Trace.start[i]), short(gradient), short(trace.tape[6 + i]),
          short(Trace.start[i] - trace.rate * gradient),
        ]
      },
      alignment: [.leading, .trailing, .trailing, .trailing, .trailing],
      caption: "Parameters before the step, ∂L/∂ of each worked out twice, and after it. The gradients"
        + " \(trace.agreement). The loss goes from \(short(trace.values[5])) to \(short(trace.lossAfter)).")
  }
}

extension Diagram {
  /// Values in the boxes, the slope of each step beside its arrow.
  fileprivate init(forward trace: BackpropagationTrace) {
    let p = BackpropagationTrace.start
    let numbers = [trace.input] + trace.values
    let labels = ["x", "z₁", "z₂", "h₁", "h₂", "y", "L"]
    self.init(
      title: "Forward: values, and the slope of each step",
      nodes: zip(labels, numbers).map {
        Node($0, note: short($1, 4), shape: $0 == "x" ? .plain : $0 == "L" ? .box : .circle)
      },
      edges: [
        Edge(0, 1, short(p[0], 4)), Edge(0, 2, short(p[1], 4)), Edge(1, 3, short(trace.slopes[0], 4)),
        Edge(2, 4, short(trace.slopes[1], 4)), Edge(3, 5, short(p[4], 4)), Edge(4, 5, short(p[5], 4)),
        Edge(5, 6, short(trace.gradients[4], 4)),
      ])
  }

  /// Gradients in the boxes, each the product of the arrow's slope and the gradient that it comes from.
  fileprivate init(backward trace: BackpropagationTrace) {
    let p = BackpropagationTrace.start
    let labels = ["∂L/∂z₁", "∂L/∂z₂", "∂L/∂h₁", "∂L/∂h₂", "∂L/∂y", "1"]
    self.init(
      title: "Backward: gradients, through the same slopes",
      nodes: zip(labels, trace.gradients).map { Node($0, note: $0 == "1" ? "" : short($1, 4)) },
      edges: [
        Edge(5, 4, "×\(short(trace.gradients[4], 4))", isDashed: true),
        Edge(4, 2, "×\(short(p[4], 4))", isDashed: true), Edge(4, 3, "×\(short(p[5], 4))", isDashed: true),
        Edge(2, 0, "×\(short(trace.slopes[0], 4))", isDashed: true),
        Edge(3, 1, "×\(short(trace.slopes[1], 4))", isDashed: true),
      ])
  }
}
