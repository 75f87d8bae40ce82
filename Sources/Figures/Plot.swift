/// Curves, points, bars and fields in a coordinate system.
///
/// An axis without a given range takes the range of its finite data. From back to front stand layers, marks,
/// series and annotations.
public struct Plot: Sendable, Hashable {
  /// The line above the drawing; empty for none.
  public var title: String
  /// What fills the plane below the series: a heat map, contours, a vector field.
  public var layers: [Layer]
  /// What is drawn, in drawing order.
  public var series: [Series]
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// Straight lines that point at something: a kink, an asymptote.
  public var marks: [Mark]
  /// Words at points of the plane.
  public var annotations: [Annotation]

  /// A plot of `series` over `layers`.
  public init(
    title: String = "", layers: [Layer] = [], series: [Series] = [], x: Axis = Axis(), y: Axis = Axis(),
    marks: [Mark] = [], annotations: [Annotation] = []
  ) {
    self.title = title
    self.layers = layers
    self.series = series
    self.x = x
    self.y = y
    self.marks = marks
    self.annotations = annotations
  }
}

extension Plot {
  /// Something that fills the plane below the series.
  public enum Layer: Sendable, Hashable {
    /// A colour for each number of a grid.
    case heatMap(HeatMap)
    /// Lines along which a function of the plane keeps its value.
    case contour(Contour)
    /// An arrow at each node of a grid.
    case vectorField(VectorField)
  }

  /// A matrix as coloured cells, its first row at the top: attention weights, a confusion matrix.
  ///
  /// `rows` and `columns` name what the cells stand for; without names they are numbered from 0. Numbers stand
  /// in the cells where there is room for them. Rows of unequal length are filled up with NaN, which is drawn
  /// as nothing.
  public static func matrix(
    _ matrix: [[Double]], rows: [String] = [], columns: [String] = [], title: String = "", x: String = "",
    y: String = "", color: Axis = Axis(), palette: HeatMap.Palette = .sequential
  ) -> Plot {
    let map = HeatMap(Grid(rows: matrix), color: color, palette: palette, showsNumbers: true)
    return Plot(
      title: title, layers: [.heatMap(map)], x: Axis(x, categories: columns),
      y: Axis(y, categories: rows, isReversed: true))
  }
}
