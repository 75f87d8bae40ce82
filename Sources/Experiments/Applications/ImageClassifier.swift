import Activations
import DataSets
import Neural

/// A small convolutional network: twice 3×3 filters, an activation and pooling by 2×2; then a linear layer.
struct ImageClassifier {
  let layers: Sequential
  /// The first filters.
  let first: Conv2d

  /// A network with `filters` filters in the first layer and twice as many in the second.
  init(
    for images: LabeledImages, filters: Int, activation: Activation, pooling: any Layer = MaxPool2d(2),
    using generator: inout SeededGenerator
  ) {
    first = Conv2d(1, filters, kernel: 3, padding: 1, using: &generator)
    let second = Conv2d(filters, 2 * filters, kernel: 3, padding: 1, using: &generator)
    let numbers = 2 * filters * (images.height / 4) * (images.width / 4)
    layers = Sequential(
      first, Apply(activation), pooling, second, Apply(activation), pooling, Flatten(),
      Linear(numbers, images.classNames.count, using: &generator))
  }

  /// The scores of the classes for the pictures with these indices.
  func scores(_ planes: Tensor) -> ([Int]) -> Tensor { { layers(planes.gather($0)) } }
}

extension ExperimentParameters {
  /// The pictures that the parameter `data` names, at most as many as `examples` says.
  var images: LabeledImages {
    let all = text("data") == "fashion" ? LabeledImages.fashion : .digits
    return all[0..<min(integer("examples"), all.count)]
  }

  /// The layer that the parameter `pooling` names.
  var pooling: any Layer { text("pooling") == "mean" ? AvgPool2d(2) : MaxPool2d(2) }
}

extension Parameter {
  /// The parameters that choose pictures.
  static let images = [
    Parameter("data", .choice(["digits", "fashion"]), default: "digits", "Handwritten digits, or clothing."),
    Parameter("examples", .integer(20...4000), default: 4000, "How many pictures are used at most."),
    Parameter(
      "filters", .integer(1...64), default: 8,
      "How many filters the first layer has; the second has twice as many."),
    Parameter(
      "pooling", .choice(["max", "mean"]), default: "max",
      "What becomes of 2×2 numbers; with the mean and the activation identity the network is linear."),
  ]
}
