extension Tensor {
  /// The cross-correlation with a window of weights, as in every framework's convolution layer.
  ///
  /// [batch, channels, height, width] with weights [filters, channels, kernel height, kernel width] and a bias
  /// [filters], which may be missing, → [batch, filters, …]; `padding` zeros are put around every image.
  public func conv2d(weight: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0) -> Tensor {
    require(
      rank == 4 && weight.rank == 4 && shape[1] == weight.shape[1],
      "weights of shape \(weight.shape) do not fit images of shape \(shape)")
    require(
      bias.map { $0.shape == [weight.shape[0]] } ?? true,
      "a bias of shape \(bias?.shape ?? []) does not fit weights of shape \(weight.shape)")
    let biasType = bias?.dtype ?? dtype
    require(
      dtype == weight.dtype && dtype == biasType,
      "\(dtype), \(weight.dtype) and \(biasType) do not mix in conv2d")
    require(
      stride > 0 && padding >= 0, "a stride of \(stride) and a padding of \(padding) make no sense")
    switch dtype {
    case .float32: return Convolution(self, weight, bias, stride, padding, Float.self).result
    case .float64: return Convolution(self, weight, bias, stride, padding, Double.self).result
    }
  }
}

/// A convolution image by image: what the windows see becomes the columns of a matrix, and the rest is a product.
private struct Convolution<S: Scalar> {
  let images: Tensor
  let weight: Tensor
  let bias: Tensor?
  let padding: Int
  let windows: Windows
  private var filters: Int { weight.shape[0] }
  private var imageCount: Int { windows.channels * images.shape[2] * images.shape[3] }
  private var paddedCount: Int { windows.channels * windows.rows * windows.width }

  init(_ images: Tensor, _ weight: Tensor, _ bias: Tensor?, _ stride: Int, _ padding: Int, _: S.Type) {
    (self.images, self.weight, self.bias, self.padding) = (images, weight, bias, padding)
    windows = Windows(
      channels: images.shape[1], rows: images.shape[2] + 2 * padding, width: images.shape[3] + 2 * padding,
      kernel: (weight.shape[2], weight.shape[3]), stride: stride)
    require(
      windows.rows >= weight.shape[2] && windows.width >= weight.shape[3],
      "windows of shape \(weight.shape) do not fit into images of shape \(images.shape)")
  }

  /// y[filter, place] = Σ weight[filter, term]·columns[term, place] + bias[filter], for every image.
  var result: Tensor {
    let (terms, places) = (windows.terms, windows.places)
    let result = Tensor(
      unwritten: [images.shape[0], filters, windows.outputHeight, windows.outputWidth], images.dtype)
    let everywhere = bias.map { Matrix<S>($0.read(), rowStep: 1, columnStep: 0) }
    forEachImage { i, columns in
      S.matmul(
        ProductSizes(filters, places, terms), Matrix(weight.read(), rowStep: terms),
        Matrix(UnsafePointer(columns), rowStep: places), plus: everywhere,
        into: result.write() + i * filters * places,
        step: places)
    }
    return result.computed(
      by: "conv2d", from: [images, weight] + (bias.map { [$0] } ?? []), pullback: pullback)
  }

  /// dbias = Σ dy, dweightᵀ = columns·dyᵀ, and dcolumns = weightᵀ·dy, which goes back to where it was seen.
  private func pullback(_ gradient: Tensor) -> [Tensor?] {
    let (terms, places) = (windows.terms, windows.places)
    let dbias = bias.map { Tensor.zeros($0.shape, dtype: $0.dtype) }
    let dweight = Tensor.zeros([terms, filters], dtype: weight.dtype)
    let dimages = images.ifNeeded { Tensor(unwritten: images.shape, images.dtype) }
    let scratch = Tensor(unwritten: [paddedCount], images.dtype)
    forEachImage { i, columns in
      let dy = gradient.read(S.self) + i * filters * places
      if let dbias {
        for f in 0..<filters { dbias.write(S.self)[f] += S.sum(dy + f * places, places) }
      }
      S.matmul(
        ProductSizes(terms, filters, places), Matrix(UnsafePointer(columns), rowStep: places),
        Matrix(dy, rowStep: places).transposed, plus: Matrix(dweight.read(), rowStep: filters),
        into: dweight.write(), step: filters)
      guard let dimages else { return }
      S.matmul(
        ProductSizes(terms, places, filters), Matrix(weight.read(), rowStep: terms).transposed,
        Matrix(dy, rowStep: places), plus: nil, into: columns, step: places)
      scratch.write(S.self).update(repeating: 0, count: paddedCount)
      S.fold(UnsafePointer(columns), scratch.write(), windows)
      crop(scratch.read(), to: dimages.write(S.self) + i * imageCount)
    }
    return [dimages, dweight.transposed().reshaped(weight.shape)] + (dbias.map { [$0] } ?? [])
  }

  /// Calls `body` with the columns of every image, which it may overwrite.
  private func forEachImage(_ body: (Int, UnsafeMutablePointer<S>) -> Void) {
    let padded = Tensor.zeros([paddedCount], dtype: images.dtype)
    let columns = Tensor(unwritten: [windows.terms, windows.places], images.dtype)
    for i in 0..<images.shape[0] {
      pad(images.read(S.self) + i * imageCount, to: padded.write())
      S.unfold(padded.read(), columns.write(), windows)
      body(i, columns.write())
    }
  }

  private func pad(_ image: UnsafePointer<S>, to padded: UnsafeMutablePointer<S>) {
    forEachChannel { inside, outside in
      S.copyRows(
        image + inside, images.shape[3], padded + outside, windows.width, images.shape[2], images.shape[3])
    }
  }

  private func crop(_ padded: UnsafePointer<S>, to image: UnsafeMutablePointer<S>) {
    forEachChannel { inside, outside in
      S.copyRows(
        padded + outside, windows.width, image + inside, images.shape[3], images.shape[2], images.shape[3])
    }
  }

  /// Calls `body` with where every channel of an image starts in it, and in the padded one.
  private func forEachChannel(_ body: (Int, Int) -> Void) {
    for c in 0..<windows.channels {
      body(
        c * images.shape[2] * images.shape[3], (c * windows.rows + padding) * windows.width + padding)
    }
  }
}
