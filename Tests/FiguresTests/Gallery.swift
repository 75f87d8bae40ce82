import Figures
import Foundation

/// A figure of every kind, as an author would make it: what all drawings are tested with.
let gallery: [(name: String, figure: Figure)] = [
  ("curves", .plot(curves)), ("errors", .plot(errors)), ("bars", .plot(bars)),
  ("grouped-bars", .plot(groupedBars)),
  ("histogram", .plot(histogram)), ("bands", .plot(bands)), ("areas", .plot(areas)), ("steps", .plot(steps)),
  ("stems", .plot(stems)), ("attention", .plot(attention)), ("landscape", .plot(landscape)),
  ("phase-portrait", .plot(phasePortrait)), ("decades", .plot(decades)), ("annotated", .plot(annotated)),
  ("many-curves", .plot(manyCurves)), ("correlation", .plot(correlation)),
  ("panels", .smallMultiples(panels)), ("heads", .smallMultiples(heads)), ("digits", .imageGrid(digits)),
  ("block", .diagram(transformerBlock)), ("network", .diagram(network)), ("feedback", .diagram(feedback)),
  ("chain", .diagram(chain)),
]

private let grid = (0...80).map { Double($0) / 10 - 4 }

let curves = Plot(
  title: "A corner & a wave",
  series: [
    .line("corner", grid, grid.map { max(0, $0) }), .line("wave", grid, grid.map { $0 * $0 * $0 / 32 - $0 }),
    .points("samples", [-3, 0, 3], [1, 0, 2]),
  ], x: Axis("x"), y: Axis("f(x)"), marks: [.vertical(at: 0, "kink"), .horizontal(at: 1, "one")])

let errors = Plot(
  series: [.line("error", (0...12).map { pow(10, -Double($0)) }, (0...12).map { pow(10, -2 * Double($0)) })],
  x: Axis("step", scale: .logarithmic), y: Axis("error", scale: .logarithmic))

let bars = Plot(
  title: "Validation loss after one epoch",
  series: [.bars("loss", [0.412, 0.398, 0.377, 0.371, 0.392, 0.45, 0.402, 0.368])],
  x: Axis(categories: ["relu", "leaky relu", "elu", "gelu", "softplus", "sigmoid", "tanh", "mish"]),
  y: Axis("loss"))

let groupedBars = Plot(
  title: "Accuracy by width",
  series: [
    .bars("ReLU", [71, 78, 83]), .bars("GELU", [73, 80, 85]), .bars("SiLU", [72.5, 79, 86]),
    .bars("tanh", [69, 74, 79]),
  ],
  x: Axis("hidden units", categories: ["64", "256", "1024"]), y: Axis("per cent"))

let histogram: Plot = {
  var generator = SeededGenerator(state: 7)
  let normal = { (0..<12).reduce(-6.0) { sum, _ in sum + Double(generator.next() >> 11) * 0x1p-53 } }
  let values = (0..<4000).map { _ in normal() }
  return Plot(
    title: "Pre-activations of a layer",
    series: [
      .histogram("4000 units", values, bins: 32, over: -4...4, isDensity: true),
      .line("normal density", grid, grid.map { exp(-$0 * $0 / 2) / (2 * Double.pi).squareRoot() }),
    ], x: Axis("value"), y: Axis("density"))
}()

let bands: Plot = {
  let steps = (0...60).map { Double($0) * 10 }
  let loss = { (speed: Double) in steps.map { 0.4 + 1.9 * exp(-$0 / speed) } }
  let spread = steps.map { 0.25 * exp(-$0 / 300) + 0.02 }
  let (fast, slow) = (loss(90), loss(220))
  return Plot(
    title: "Loss of five runs: mean and range",
    series: [
      .line("GELU", steps, fast), .line("sigmoid", steps, slow),
      .band("GELU", steps, zip(fast, spread).map { $0 - $1 }, zip(fast, spread).map { $0 + $1 }),
      .band("sigmoid", steps, zip(slow, spread).map { $0 - $1 }, zip(slow, spread).map { $0 + $1 }),
    ], x: Axis("step"), y: Axis("loss"))
}()

let areas = Plot(
  title: "Slopes",
  series: [
    .area("sigmoid′", grid, grid.map { sigmoid($0) * (1 - sigmoid($0)) }),
    .area("tanh′", grid, grid.map { 1 - tanh($0) * tanh($0) }),
  ], x: Axis("x"))

let steps = Plot(
  title: "Learning rate",
  series: [.step("schedule", [0, 10, 20, 40, 60, 80], [0.1, 0.05, 0.02, 0.01, 0.005, 0.005])],
  x: Axis("epoch"), y: Axis("rate"), marks: [.vertical(at: 20, "decay"), .vertical(at: 40, "decay again")])

let stems = Plot(
  title: "Impulse response",
  series: [
    .stem("h", (0...24).map(Double.init), (0...24).map { pow(0.85, Double($0)) * cos(Double($0) * 0.7) })
  ],
  x: Axis("n"), y: Axis("h[n]"))

private let tokens = ["the", "cat", "sat", "on", "the", "mat"]
let attention = Plot.matrix(
  (0..<6).map { row in
    let scores = (0..<6).map { column -> Double in
      let distance = Double(row - column)
      return column > row ? 0 : exp((column == 1 ? 1 : 0) - distance * distance / 3)
    }
    return scores.map { $0 / scores.reduce(0, +) }
  }, rows: tokens, columns: tokens, title: "Causal attention", x: "key", y: "query",
  color: Axis("weight", lower: 0, upper: 1))

private let cosines = (0..<24).map { row in
  (0..<24).map { column -> Double in
    let distance = Double(row - column)
    return cos(distance / 3) * exp(-abs(distance) / 12)
  }
}

let correlation = Plot.matrix(
  cosines, title: "Correlation of positions", x: "position", y: "position", color: Axis("cosine"),
  palette: .diverging)

let landscape: Plot = {
  let loss = { (x: Double, y: Double) -> Double in
    let (distance, fall) = (1 - x, y - x * x)
    return distance * distance + 5 * fall * fall
  }
  let surface = Grid(x: -2...2, y: -1...3, columns: 48, rows: 48, loss)
  var path = [(-1.5, 2.6)]
  for _ in 0..<900 {
    let (x, y) = path[path.count - 1]
    let fall: Double = y - x * x
    let slope: (Double, Double) = (2 * (x - 1) - 20 * x * fall, 10 * fall)
    path.append((x - 0.01 * slope.0, y - 0.01 * slope.1))
  }
  return Plot(
    title: "Gradient descent in a curved valley",
    layers: [
      .heatMap(HeatMap(surface, color: Axis("loss", lower: 0.03, scale: .logarithmic))),
      .contour(Contour(surface, levels: [0.1, 0.5, 2, 8, 32])),
    ],
    series: [.line("descent", path.map(\.0), path.map(\.1)), .points("minimum", [1], [1])],
    x: Axis("w₁"), y: Axis("w₂"), annotations: [Annotation("start", x: -1.5, y: 2.6)])
}()

let phasePortrait: Plot = {
  let field = { (x: Double, v: Double) in (v, -x - 0.35 * v) }
  let trajectory = { (start: (Double, Double)) -> [(Double, Double)] in
    (0..<500).reduce(into: [start]) { path, _ in
      let (x, v) = path[path.count - 1]
      let slope = field(x, v)
      path.append((x + 0.03 * slope.0, v + 0.03 * slope.1))
    }
  }
  let (a, b) = (trajectory((2.6, 0)), trajectory((-1.5, -2)))
  return Plot(
    title: "A damped spring",
    layers: [.vectorField(VectorField(x: -3...3, y: -2.5...2.5, columns: 15, rows: 13, field))],
    series: [.line("released", a.map(\.0), a.map(\.1)), .line("pushed", b.map(\.0), b.map(\.1))],
    x: Axis("position"), y: Axis("velocity"))
}()

let decades = Plot(
  title: "Power laws",
  series: [
    .points("measured", [1, 3, 10, 30, 100, 300], [2, 0.9, 0.35, 0.13, 0.051, 0.02]),
    .line("fit", [1, 300], [2.1, 2.1 * pow(300, -0.82)]),
  ], x: Axis("parameters in millions", scale: .logarithmic), y: Axis("excess loss", scale: .logarithmic))

let annotated = Plot(
  title: "GELU and where it turns",
  series: [.line("gelu", grid, grid.map { $0 * 0.5 * (1 + erf($0 / 2.0.squareRoot())) })],
  x: Axis("x"), y: Axis("gelu(x)"),
  annotations: [
    Annotation("minimum −0.17", x: -0.7517, y: -0.17), Annotation("almost the identity", x: 3, y: 2.996),
    Annotation("zero", x: 0, y: 0),
  ])

private func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

let manyCurves: Plot = {
  let functions: [(String, (Double) -> Double)] = [
    ("ReLU", { max(0, $0) }), ("leaky ReLU", { max(0.1 * $0, $0) }), ("ELU", { $0 > 0 ? $0 : exp($0) - 1 }),
    ("softplus", { log(1 + exp($0)) }), ("tanh", { tanh($0) }), ("sigmoid", sigmoid),
    ("SiLU", { $0 * sigmoid($0) }), ("softsign", { $0 / (1 + abs($0)) }),
  ]
  return Plot(
    title: "Eight activations, told apart without colour, under a title that is too long for one line",
    series: functions.map { name, function in .line(name, grid, grid.map(function)) }, x: Axis("x"))
}()

let panels: SmallMultiples = {
  let functions: [(String, (Double) -> Double, (Double) -> Double)] = [
    ("sigmoid", sigmoid, { sigmoid($0) * (1 - sigmoid($0)) }),
    ("tanh", { tanh($0) }, { 1 - tanh($0) * tanh($0) }), ("ReLU", { max(0, $0) }, { $0 > 0 ? 1 : 0 }),
    ("softplus", { log(1 + exp($0)) }, sigmoid),
    ("sine", { sin($0) }, { cos($0) }), ("square", { $0 * $0 / 4 }, { $0 / 2 }),
  ]
  return SmallMultiples(
    title: "Activations and their slopes",
    panels: functions.map { name, value, slope in
      Plot(
        title: name, series: [.line("value", grid, grid.map(value)), .line("slope", grid, grid.map(slope))],
        x: Axis("x"))
    })
}()

let heads = SmallMultiples(
  title: "Attention of four heads",
  panels: (1...4).map { head in
    Plot.matrix(
      (0..<8).map { row in
        let scores = (0..<8).map { column -> Double in
          column > row ? 0 : exp(cos(Double((row - column) * head) * 0.8))
        }
        return scores.map { $0 / scores.reduce(0, +) }
      }, title: "head \(head)", color: Axis("weight"))
  })

let digits: ImageGrid = {
  let image = { (digit: Int) -> ImageGrid.Image in
    let values = (0..<400).map { index -> Double in
      let (x, y) = (Double(index % 20) - 9.5, Double(index / 20) - 9.5)
      let radius = (x * x + y * y).squareRoot()
      return exp(-pow(radius - 3 - Double(digit) * 0.6, 2) / 2)
        * (0.6 + 0.4 * cos(Double(digit) * atan2(y, x)))
    }
    return ImageGrid.Image(
      width: 20, values: values, over: 0...1, caption: "\(digit), said \((digit * 7) % 10)")
  }
  return ImageGrid(title: "Ten patterns and what the network says", images: (0..<10).map(image))
}()
