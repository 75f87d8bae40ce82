extension Scalar {
  static func unfold(_ image: Input, _ columns: Output, _ windows: Windows) {
    windows.forEachPair { place, column in columns[column] = image[place] }
  }

  static func fold(_ columns: Input, _ image: Output, _ windows: Windows) {
    windows.forEachPair { place, column in image[place] += columns[column] }
  }

  static func copyRows(
    _ from: Input, _ fromStep: Int, _ to: Output, _ toStep: Int, _ rows: Int, _ width: Int
  ) {
    for i in 0..<rows { (to + i * toStep).update(from: from + i * fromStep, count: width) }
  }

  static func maxPool(
    _ images: Input, _ places: UnsafeMutablePointer<Int32>, _ largest: Output, _ count: Int, _ height: Int,
    _ width: Int, _ size: Int
  ) {
    var window = 0
    for image in 0..<count {
      for y in 0..<height / size {
        for x in 0..<width / size {
          let start = (image * height + y * size) * width + x * size
          let seen = (0..<size * size).map { start + $0 / size * width + $0 % size }
          let best = seen.reduce(start) { images[$1] > images[$0] || images[$1].isNaN ? $1 : $0 }
          (places[window], largest[window]) = (Int32(best), images[best])
          window += 1
        }
      }
    }
  }
}

extension Windows {
  /// Calls `body` with every place of the image that a window sees, and the element of the columns that it is.
  fileprivate func forEachPair(_ body: (_ place: Int, _ column: Int) -> Void) {
    var column = 0
    for c in 0..<channels {
      for ky in 0..<kernel.height {
        for kx in 0..<kernel.width {
          for y in 0..<outputHeight {
            for x in 0..<outputWidth {
              body((c * rows + y * stride + ky) * width + x * stride + kx, column)
              column += 1
            }
          }
        }
      }
    }
  }
}
