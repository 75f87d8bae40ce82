/// Small grey images in rows, each over its caption.
public struct ImageGrid: Sendable, Hashable {
  /// An image of square pixels.
  public struct Image: Sendable, Hashable {
    /// How many pixels a row has.
    public let width: Int
    /// The brightness of each pixel, 0 black and 255 white, row by row from the top.
    public let pixels: [UInt8]
    /// The words below; empty for none.
    public var caption: String

    /// An image of bytes; their count is a multiple of `width`.
    public init(width: Int, pixels: [UInt8], caption: String = "") {
      require(
        width > 0 && pixels.count % width == 0 || pixels.isEmpty,
        "\(pixels.count) pixels do not fill rows of \(width)")
      self.width = max(width, 0)
      self.pixels = pixels
      self.caption = caption
    }

    /// An image of numbers: the lower end of `range` is black, its upper end white, NaN is black.
    ///
    /// Without a range the smallest finite number is black and the largest white.
    public init(
      width: Int, values: [Double], over range: ClosedRange<Double>? = nil, caption: String = ""
    ) {
      let finite = range == nil ? values.filter(\.isFinite) : []
      let lower = range?.lowerBound ?? finite.min() ?? 0
      let upper = range?.upperBound ?? finite.max() ?? 1
      let pixels = values.map { value -> UInt8 in
        let share = lower < upper ? (value / 2 - lower / 2) / (upper / 2 - lower / 2) : value >= upper ? 1 : 0
        return share.isNaN ? 0 : UInt8((Swift.max(0, Swift.min(1, share)) * 255).rounded())
      }
      self.init(width: width, pixels: pixels, caption: caption)
    }

    /// How many rows of pixels there are.
    public var height: Int { width == 0 ? 0 : pixels.count / width }
  }

  /// The line above the drawing; empty for none.
  public var title: String
  /// The images, row by row.
  public var images: [Image]
  /// How many stand in a row, or nil for as many as look well.
  public var columns: Int?

  /// Images in rows of `columns`.
  public init(title: String = "", images: [Image], columns: Int? = nil) {
    self.title = title
    self.images = images
    self.columns = columns
  }
}
