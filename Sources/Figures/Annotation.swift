/// Words at a point of a plot, with a line that leads to it.
public struct Annotation: Sendable, Hashable {
  /// The words.
  public var text: String
  /// The point's number on the horizontal axis.
  public var x: Double
  /// The point's number on the vertical axis.
  public var y: Double

  /// Words at (`x`, `y`); where around the point they stand is up to the drawing.
  public init(_ text: String, x: Double, y: Double) {
    self.text = text
    self.x = x
    self.y = y
  }
}
