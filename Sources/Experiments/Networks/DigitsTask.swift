import Activations
import DataSets
import Neural

/// The handwritten digits, divided into those to learn from and those to be judged by.
struct DigitsTask {
  /// Which division, and which start a network on it has.
  let seed: UInt64
  let training: LabeledImages
  let test: LabeledImages
  private let trainingRows: Tensor
  private let testRows: Tensor

  /// A fifth of each class is for the test; of the others at most `limit` are used.
  init(seed: UInt64, limit: Int = .max) {
    self.seed = seed
    var generator = SeededGenerator(seed: seed)
    let parts = LabeledImages.digits.split(testFraction: 0.2, using: &generator)
    training = parts.training[Array(0..<min(limit, parts.training.count))]
    test = parts.test
    (trainingRows, testRows) = (training.rows, test.rows)
  }

  /// The mean cross entropy of a batch.
  func loss(_ model: MLP, _ batch: [Int]) -> Tensor {
    model(trainingRows.gather(batch)).crossEntropy(batch.map { training.labels[$0] })
  }

  /// The share of the test's digits that the model names rightly.
  func testAccuracy(_ model: MLP) -> Double { Self.accuracy(model, testRows, test.labels) }

  /// The share of the digits to learn from that the model names rightly.
  func trainingAccuracy(_ model: MLP) -> Double { Self.accuracy(model, trainingRows, training.labels) }

  /// The units of the first hidden layer that are zero for every digit to learn from.
  func deadUnits(_ model: MLP) -> [Int] {
    withoutGradients { model.trace(trainingRows).activations[0].deadUnits }
  }

  private static func accuracy(_ model: MLP, _ rows: Tensor, _ labels: [Int]) -> Double {
    let answers = withoutGradients { model(rows).largestPlaces() }
    return share(of: answers, equalTo: labels)
  }
}

/// The share of answers that are the true labels; NaN for none.
func share(of answers: [Int], equalTo labels: [Int]) -> Double {
  Double(zip(answers, labels).count { $0 == $1 }) / Double(labels.count)
}
