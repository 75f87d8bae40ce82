// Printed, and in a debugger, a figure is what a person would say of it, not its thousands of numbers.

extension Figure: CustomStringConvertible {
  /// Text, tables and checks as they stand in a terminal; what is drawn, in words.
  public var description: String {
    switch self {
    case .text, .table, .check: ascii(unicode: true)
    case .plot, .group, .smallMultiples, .imageGrid, .diagram: alternativeText()
    }
  }
}

extension Plot: CustomStringConvertible {
  /// What is drawn, in words.
  public var description: String { Figure.plot(self).description }
}

extension Table: CustomStringConvertible {
  /// The table as it stands in a terminal.
  public var description: String { Figure.table(self).description }
}
