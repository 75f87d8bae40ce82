/// Something a run can show.
///
/// A figure is plain data: it travels from the program that made it to the page that shows it as bytes
/// (`encoded()`, `decode(_:)`), and is drawn there (`svg(id:)`, `ascii(width:unicode:)`), told
/// (`alternativeText(language:)`) and listed (`dataTable`).
public indirect enum Figure: Sendable, Hashable {
  /// Text as it would stand in a terminal, its line breaks kept.
  case text(String)
  /// Curves, points, bars and fields in a coordinate system.
  case plot(Plot)
  /// Rows under a header.
  case table(Table)
  /// The result of comparing something stated with something measured.
  case check(Check)
  /// Several figures, one below the other.
  case group([Figure])
  /// Small plots side by side.
  case smallMultiples(SmallMultiples)
  /// Small grey images side by side.
  case imageGrid(ImageGrid)
  /// Boxes and arrows.
  case diagram(Diagram)
}
