import Neural

/// Grey pictures of one size, and what each shows.
public struct LabeledImages: Sendable {
  /// The rows of each picture.
  public let height: Int
  /// The columns of each picture.
  public let width: Int
  /// The greys of all pictures, row by row, from 0 (background) to 1 (ink).
  public let pixels: [Float]
  /// What each picture shows: an index of `classNames`.
  public let labels: [Int]
  /// The names of the classes.
  public let classNames: [String]

  /// Pictures of one's own: `pixels` are `height` · `width` greys for each of `labels`, row by row.
  public init(height: Int, width: Int, pixels: [Float], labels: [Int], classNames: [String]) {
    require(
      height >= 0 && width >= 0 && pixels.count == labels.count * height * width,
      "\(pixels.count) pixels are not \(labels.count) pictures of \(height) × \(width)")
    requireClasses(labels, of: classNames)
    (self.height, self.width, self.pixels) = (height, width, pixels)
    (self.labels, self.classNames) = (labels, classNames)
  }

  /// The number of pictures.
  public var count: Int { labels.count }

  /// The greys of one picture, row by row.
  public func image(_ index: Int) -> ArraySlice<Float> {
    requireIndex(index, of: count)
    return pixels[index * height * width..<(index + 1) * height * width]
  }

  /// The pictures with these indices, in this order.
  public subscript(indices: some Collection<Int>) -> LabeledImages {
    LabeledImages(
      height: height, width: width, pixels: indices.flatMap { image($0) }, labels: indices.map { labels[$0] },
      classNames: classNames)
  }

  /// The pictures as a float32 tensor [count, height · width], for a network of layers.
  public var rows: Tensor { Tensor(pixels, shape: [count, height * width]) }

  /// The pictures as a float32 tensor [count, 1, height, width], for a convolution.
  public var planes: Tensor { Tensor(pixels, shape: [count, 1, height, width]) }
}

extension LabeledImages {
  /// Divides each class by `fraction`, the order within the parts being random: a stratified split.
  ///
  /// The second part gets the rounded-up share of each class; `fraction` is in 0...1.
  public func split(
    testFraction fraction: Double, using generator: inout SeededGenerator
  ) -> (training: LabeledImages, test: LabeledImages) {
    requireShare(fraction)
    var training: [Int] = []
    var test: [Int] = []
    for label in classNames.indices {
      let members = generator.shuffled(labels.indices.filter { labels[$0] == label })
      let count = Int((fraction * Double(members.count)).rounded(.up))
      test += members.prefix(count)
      training += members.dropFirst(count)
    }
    return (self[generator.shuffled(training)], self[generator.shuffled(test)])
  }
}

extension LabeledImages {
  /// 1,797 handwritten digits of 8 × 8 pixels with 17 greys.
  ///
  /// Source: Alpaydin & Kaynak, *Optical Recognition of Handwritten Digits*, test set; CC BY 4.0.
  public static let digits: LabeledImages = {
    let lines = EmbeddedFile.bytes(of: "digits8x8.csv").split(separator: UInt8(ascii: "\n"))
    let numbers = lines.map { line in line.split(separator: UInt8(ascii: ",")).map(wholeNumber) }
    return LabeledImages(
      height: 8, width: 8, pixels: numbers.flatMap { $0.prefix(64).map { Float($0) / 16 } },
      labels: numbers.map { $0[64] }, classNames: (0...9).map(String.init))
  }()

  /// 4,000 pieces of clothing of 28 × 28 pixels with 256 greys, in no order of classes.
  ///
  /// Source: Xiao, Rasul & Vollgraf 2017, Fashion-MNIST, the first 4,000 of its test images; MIT licence.
  public static let fashion: LabeledImages = {
    let images = IDXArray(EmbeddedFile.bytes(of: "fashion4k-images.idx3"))
    let labels = IDXArray(EmbeddedFile.bytes(of: "fashion4k-labels.idx1"))
    let names = [
      "T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot",
    ]
    return LabeledImages(
      height: 28, width: 28, pixels: images.elements.map { Float($0) / 255 },
      labels: labels.elements.map(Int.init),
      classNames: names)
  }()
}

/// Stops the program unless every label is the index of a class.
func requireClasses(_ labels: [Int], of names: [String]) {
  for label in labels {
    require(names.indices.contains(label), "there is no class \(label) of \(names.count)")
  }
}

/// Stops the program unless there is an example of this number.
func requireIndex(_ index: Int, of count: Int) {
  require(0..<count ~= index, "there is no example \(index) of \(count)")
}

/// Stops the program unless a part is none of the whole, all of it, or between.
func requireShare(_ fraction: Double) {
  require((0...1).contains(fraction), "a part is in 0...1 of the whole, not \(fraction)")
}

/// The number that decimal digits spell.
func wholeNumber(_ digits: some Sequence<UInt8>) -> Int {
  digits.reduce(0) { 10 * $0 + Int($1 - UInt8(ascii: "0")) }
}
