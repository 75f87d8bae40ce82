extension Scalar {
  static func unfold(_ image: Input, _ columns: Output, _ windows: Windows) {
    windows.forEachPair { place, column in columns[column] = image[place] }
  }

  static func fold(_ columns: Input, _ image: Output, _ windows: Windows) {
    windows.forEachPair { place, column in image[place] += columns[column] }
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
