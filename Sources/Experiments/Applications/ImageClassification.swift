import DataSets
import Figures
import Neural

extension Experiment {
  static let imageClassification = Experiment(
    "image-classification",
    "Trains a small convolutional network to tell pictures apart, and shows where it is wrong.",
    parameters: Parameter.images + [.activation(default: "relu")]
      + Parameter.training(epochs: 15, batch: 64, learningRate: 0.002),
    trial: [("examples", 20), ("epochs", 1), ("filters", 1)]
  ) { parameters, show, progress in
    var generator = parameters.generator
    let (training, test) = parameters.images.split(testFraction: 0.2, using: &generator)
    let network = ImageClassifier(
      for: training, filters: parameters.integer("filters"), activation: parameters.activation(),
      pooling: parameters.pooling, using: &generator)
    let (scores, testScores) = (network.scores(training.planes), network.scores(test.planes))
    var (run, accuracies): (ClassifierTraining, [Double]) = (parameters.training, [])
    run.run(
      network.layers.parameters, labels: training.labels,
      counter: StepCounter(total: run.steps(examples: training.count), tell: progress), using: &generator,
      afterEpoch: { accuracies.append(Predictions(labels: test.labels, scores: testScores).accuracy) },
      scores: scores)
    let said = Predictions(labels: test.labels, scores: testScores)
    show(
      .table(
        Table(of: network, run, training.count, said, Predictions(labels: training.labels, scores: scores))))
    show(.smallMultiples(SmallMultiples(of: run, test: accuracies, title: "")))
    show(.plot(said.confusion(test.classNames, title: "Test pictures: what is said of what")))
    if !said.mistakes.isEmpty { show(.imageGrid(ImageGrid(mistakes: said, of: test))) }
  }
}

extension Table {
  fileprivate init(
    of network: ImageClassifier, _ run: ClassifierTraining, _ count: Int, _ test: Predictions,
    _ training: Predictions
  ) {
    self.init(
      ["", "training", "test"],
      rows: [
        ["pictures", "\(count)", "\(test.labels.count)"],
        ["right", percent(training.accuracy), percent(test.accuracy)],
        ["wrong", "\(training.mistakes.count)", "\(test.mistakes.count)"],
      ], alignment: [.leading, .trailing, .trailing],
      caption: "\(network.layers.parameterCount) parameters, \(run.losses.count) steps.")
  }
}

extension ImageGrid {
  /// The first wrong answers, each picture over `true → said`.
  fileprivate init(mistakes said: Predictions, of images: LabeledImages) {
    self.init(
      title: "Mistakes: true → said",
      images: said.mistakes.prefix(12).map { index in
        let names = [said.labels[index], said.classes[index]].map { images.classNames[$0] }
        return Image(
          width: images.width, values: images.image(index).map(Double.init), over: 0...1,
          caption: names.joined(separator: " → "))
      }, columns: 4)
  }
}
