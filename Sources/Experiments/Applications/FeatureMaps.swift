import Activations
import DataSets
import Figures
import Neural

extension Experiment {
  static let featureMaps = Experiment(
    "feature-maps",
    "Shows what filters make of handwritten digits, before and after an activation.",
    parameters: [
      Parameter(
        "filters", .choice(["edges", "trained"]), default: "edges",
        "Four edge filters made by hand, or the first four of a network that has learnt to read digits."),
      .activation(default: "relu"),
      Parameter("shown", .integer(1...6), default: 2, "How many digits are shown."),
      Parameter("epochs", .integer(1...50), default: 5, "How long a network is trained for its filters."),
      Parameter("examples", .integer(20...1797), default: 1797, "How many digits there are."),
      .seed,
    ],
    trial: [("filters", "trained"), ("examples", 20), ("epochs", 1)]
  ) { parameters, show, progress in
    let images = LabeledImages.digits[0..<parameters.integer("examples")]
    let filters =
      parameters.text("filters") == "edges" ? EdgeFilters.layer : trainedFilters(images, parameters, progress)
    let maps = FeatureMaps(of: images, filters, parameters.activation())
    show(.imageGrid(maps.pictures(parameters.integer("shown"), names: EdgeFilters.names(filters))))
    show(.table(maps.table))
    show(.plot(maps.histogram))
  }

  private static func trainedFilters(
    _ images: LabeledImages, _ parameters: ExperimentParameters,
    _ progress: @escaping (TrainingProgress) -> Void
  ) -> Conv2d {
    var generator = parameters.generator
    let network = ImageClassifier(
      for: images, filters: 4, activation: parameters.activation(), using: &generator)
    var run = ClassifierTraining(epochs: parameters.integer("epochs"), batch: 64, learningRate: 0.002)
    run.run(
      network.layers.parameters, labels: images.labels,
      counter: StepCounter(total: run.steps(examples: images.count), tell: progress), using: &generator,
      scores: network.scores(images.planes))
    return network.first
  }
}

/// Filters made by hand: the brightness on one side minus that on the other (Sobel).
private enum EdgeFilters {
  static let directions: [(name: String, weights: [Double])] = [
    ("left to right", [-1, 0, 1, -2, 0, 2, -1, 0, 1]),
    ("top to bottom", [-1, -2, -1, 0, 0, 0, 1, 2, 1]),
    ("to lower right", [-2, -1, 0, -1, 0, 1, 0, 1, 2]),
    ("to lower left", [0, -1, -2, 1, 0, -1, 2, 1, 0]),
  ]

  /// The filters as a layer: 3×3, no bias, the picture framed by zeros.
  static var layer: Conv2d {
    var generator = SeededGenerator(seed: 0)
    let layer = Conv2d(
      1, 4, kernel: 3, padding: 1, initialization: .constant(0), using: &generator)
    layer.weight.copyValues(of: Tensor(directions.flatMap(\.weights), shape: [4, 1, 3, 3]))
    return layer
  }

  static func names(_ layer: Conv2d) -> [String] {
    layer.weight.values == directions.flatMap(\.weights)
      ? directions.map(\.name) : (1...4).map { "filter \($0)" }
  }
}

/// What a layer of filters gives for pictures, before and after an activation.
private struct FeatureMaps {
  let images: LabeledImages
  let activation: Activation
  let before: Tensor
  let after: Tensor

  init(of images: LabeledImages, _ layer: Conv2d, _ activation: Activation) {
    (self.images, self.activation) = (images, activation)
    let before = withoutGradients { layer(images.planes) }
    self.before = before
    after = withoutGradients { before.map(activation) }
  }

  /// For the first pictures a row of maps before and one after, each behind the picture; in each pair of rows zero has
  /// the same grey.
  func pictures(_ count: Int, names: [String]) -> ImageGrid {
    let pictures = (0..<count).flatMap { index -> [ImageGrid.Image] in
      let digit = ImageGrid.Image(
        width: images.width, values: images.image(index).map(Double.init), over: 0...1,
        caption: "\(images.labels[index])")
      return [digit] + row(index, before, names) + [digit] + row(index, after, names.map { "\($0), after" })
    }
    return ImageGrid(images: pictures, columns: 5)
  }

  private func row(_ index: Int, _ maps: Tensor, _ names: [String]) -> [ImageGrid.Image] {
    let largest = before.slice(index..<index + 1).values.map(\.magnitude).filter(\.isFinite).max() ?? 1
    let limit = max(largest, 1e-6)
    return names.indices.map { filter in
      let values = maps.slice(index..<index + 1).slice(filter..<filter + 1, axis: 1).values
      return .init(width: images.width, values: values, over: -limit...limit, caption: names[filter])
    }
  }

  /// Shares of negative numbers and zeros, means, and how many positive numbers the activation left as they are.
  var table: Table {
    let (x, y) = (before.floats, after.floats)
    func share(_ numbers: [Float], _ holds: (Float) -> Bool) -> String {
      percent(Double(numbers.count(where: holds)) / Double(numbers.count))
    }
    func mean(_ numbers: [Float]) -> String {
      short(numbers.reduce(0) { $0 + Double($1) } / Double(numbers.count))
    }
    let positive = zip(x, y).filter { $0.0 > 0 }
    let same = positive.count { $0.0.bitPattern == $0.1.bitPattern }
    return Table(
      ["", "before", "after"],
      rows: [
        ["negative", share(x) { $0 < 0 }, share(y) { $0 < 0 }],
        ["zero", share(x) { $0 == 0 }, share(y) { $0 == 0 }],
        ["positive", share(x) { $0 > 0 }, share(y) { $0 > 0 }],
        ["mean", mean(x), mean(y)],
      ], alignment: [.leading, .trailing, .trailing],
      caption:
        "\(x.count) numbers of \(images.count) pictures. Of \(positive.count) positive numbers \(same) come out"
        + " of \(activation.name) with the same bits.")
  }

  /// How the numbers are spread before and after; exact zeros are left out, the table counts them.
  var histogram: Plot {
    let (x, y) = (before.values.filter { $0 != 0 }, after.values.filter { $0 != 0 })
    let limit = max((x + y).filter(\.isFinite).map(\.magnitude).max() ?? 1, 1e-6)
    return Plot(
      title: "numbers other than zero",
      series: [
        .histogram("before", x, bins: 40, over: -limit...limit),
        .histogram("after", y, bins: 40, over: -limit...limit),
      ], x: Axis("value"), y: Axis("count"))
  }
}
