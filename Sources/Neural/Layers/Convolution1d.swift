/// Filters that slide along time: a convolution of images that are one row high.
public struct Conv1d: Layer {
  /// [filters, channels, kernel].
  public let weight: Tensor
  /// [filters], where the layer has one.
  public let bias: Tensor?
  /// How many zeros are put before the first step, and as many behind the last.
  public let padding: Int

  /// `filters` windows of `kernel` steps over sequences of `channels` numbers a step.
  public init(
    _ channels: Int, _ filters: Int, kernel: Int, padding: Int = 0, bias: Bool = true,
    initialization: Initialization = .uniformByFanIn, dtype: DType = .float32,
    using generator: inout SeededGenerator
  ) {
    let (fanIn, fanOut) = (channels * kernel, filters * kernel)
    weight = initialization(
      [filters, channels, kernel], fanIn: fanIn, fanOut: fanOut, dtype: dtype, using: &generator
    ).requiringGradient()
    self.bias =
      bias ? initialization.bias(filters, fanIn: fanIn, dtype: dtype, using: &generator) : nil
    self.padding = padding
  }

  /// [batch, channels, time] → [batch, filters, time + 2·padding − kernel + 1].
  public func callAsFunction(_ x: Tensor) -> Tensor {
    require(x.rank == 3, "a convolution along time needs [batch, channels, time], not \(x.shape)")
    let (filters, channels, kernel) = (weight.shape[0], weight.shape[1], weight.shape[2])
    let edge = Tensor.zeros([x.shape[0], x.shape[1], padding], dtype: x.dtype)
    let padded = padding == 0 ? x : .concatenated([edge, x, edge], axis: 2)
    let rows = padded.reshaped([x.shape[0], x.shape[1], 1, padded.shape[2]])
    let maps = rows.conv2d(weight: weight.reshaped([filters, channels, 1, kernel]), bias: bias)
    return maps.reshaped([x.shape[0], filters, maps.shape[3]])
  }

  /// weight, and bias where there is one.
  public var parameters: [Parameter] {
    [Parameter("weight", weight)] + (bias.map { [Parameter("bias", $0)] } ?? [])
  }
}

/// The largest number of every `size` steps.
public struct MaxPool1d: Layer {
  /// The length of a window.
  public let size: Int

  /// Windows of `size` steps, one after the other; an incomplete one is left out.
  public init(_ size: Int) { self.size = size }

  /// [batch, channels, time] → [batch, channels, time/size].
  public func callAsFunction(_ x: Tensor) -> Tensor {
    require(x.rank == 3, "pooling along time needs [batch, channels, time], not \(x.shape)")
    require(size > 0, "windows of \(size) steps see nothing")
    let windows = x.shape[2] / size
    return x.slice(0..<windows * size, axis: 2).reshaped([x.shape[0], x.shape[1], windows, size]).max(axis: 3)
  }

  /// None.
  public var parameters: [Parameter] { [] }
}
