/// Filters that slide over images.
public struct Conv2d: Layer {
  /// [filters, channels, kernel, kernel].
  public let weight: Tensor
  /// [filters], where the layer has one.
  public let bias: Tensor?
  /// How far the window moves.
  public let stride: Int
  /// How many zeros are put around the image.
  public let padding: Int

  /// `filters` windows of kernel×kernel over images of `channels` channels.
  ///
  /// A normalization behind the layer makes its bias superfluous: `bias: false`.
  public init(
    _ channels: Int, _ filters: Int, kernel: Int, stride: Int = 1, padding: Int = 0, bias: Bool = true,
    initialization: Initialization = .uniformByFanIn, dtype: DType = .float32,
    using generator: inout SeededGenerator
  ) {
    let (fanIn, fanOut) = (channels * kernel * kernel, filters * kernel * kernel)
    weight = initialization(
      [filters, channels, kernel, kernel], fanIn: fanIn, fanOut: fanOut, dtype: dtype, using: &generator
    ).requiringGradient()
    self.bias =
      bias ? initialization.bias(filters, fanIn: fanIn, dtype: dtype, using: &generator) : nil
    self.stride = stride
    self.padding = padding
  }

  /// [batch, channels, height, width] → [batch, filters, …].
  public func callAsFunction(_ x: Tensor) -> Tensor {
    x.conv2d(weight: weight, bias: bias, stride: stride, padding: padding)
  }

  /// weight, and bias where there is one.
  public var parameters: [Parameter] {
    [Parameter("weight", weight)] + (bias.map { [Parameter("bias", $0)] } ?? [])
  }
}

/// The largest number of every size×size window.
public struct MaxPool2d: Layer {
  /// The side of a window.
  public let size: Int

  /// Windows of size×size, side by side.
  public init(_ size: Int) { self.size = size }

  /// [batch, channels, height, width] → [batch, channels, height/size, width/size].
  public func callAsFunction(_ x: Tensor) -> Tensor { x.maxPool2d(size) }

  /// None.
  public var parameters: [Parameter] { [] }
}

/// The mean of every size×size window.
public struct AvgPool2d: Layer {
  /// The side of a window.
  public let size: Int

  /// Windows of size×size, side by side; an incomplete one is left out.
  public init(_ size: Int) { self.size = size }

  /// [batch, channels, height, width] → [batch, channels, height/size, width/size].
  public func callAsFunction(_ x: Tensor) -> Tensor {
    require(x.rank == 4, "pooling needs [batch, channels, height, width], not \(x.shape)")
    require(
      size > 0 && x.shape[2] >= size && x.shape[3] >= size,
      "windows of \(size) do not fit into images of shape \(x.shape)")
    let (height, width) = (x.shape[2] / size, x.shape[3] / size)
    // Row k of this matrix has 1/size² at the places of window k.
    let windows = Tensor(
      (0..<width).map { k in (0..<x.shape[3]).map { $0 / size == k ? 1 / Double(size * size) : 0 } },
      dtype: x.dtype)
    return x.slice(0..<height * size, axis: 2).linear(weight: windows, bias: nil)
      .reshaped([x.shape[0], x.shape[1], height, size, width]).sum(axis: 3)
  }

  /// None.
  public var parameters: [Parameter] { [] }
}

/// All axes but the first as one.
public struct Flatten: Layer {
  /// A layer that flattens.
  public init() {}

  /// [batch, …] → [batch, numbers].
  public func callAsFunction(_ x: Tensor) -> Tensor {
    x.reshaped([x.shape[0], x.shape.dropFirst().reduce(1, *)])
  }

  /// None.
  public var parameters: [Parameter] { [] }
}
