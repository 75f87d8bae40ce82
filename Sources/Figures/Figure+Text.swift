extension Figure {
  /// The figure for a terminal, as lines of at most about `width` columns.
  ///
  /// With `unicode`, curves are drawn in Braille dots and rules in box characters; without, every byte is one
  /// of the 95 printable characters of ASCII or a line break.
  public func ascii(width: Int = 80, unicode: Bool = false) -> String {
    let text = plainText(width: max(width, 20), unicode: unicode)
    return unicode ? text : text.sevenBit
  }

  private func plainText(width: Int, unicode: Bool) -> String {
    switch self {
    case .text(let text): text.hasSuffix("\n") ? text : text + "\n"
    case .plot(let plot): plot.text(width: width, unicode: unicode)
    case .table(let table): table.text(unicode: unicode, width: width)
    case .check(let check): Self.plainText([.text(check.description)] + check.figures, width, unicode)
    case .group(let figures): Self.plainText(figures, width, unicode)
    case .smallMultiples(let plots): plots.text(width: width, unicode: unicode)
    case .imageGrid(let images): images.text(width: width, unicode: unicode)
    case .diagram(let diagram): diagram.text(width: width)
    }
  }

  private static func plainText(_ figures: [Figure], _ width: Int, _ unicode: Bool) -> String {
    figures.map { $0.plainText(width: width, unicode: unicode) }.joined(separator: "\n")
  }
}
