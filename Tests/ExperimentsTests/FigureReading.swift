import Experiments
import Figures
import Testing

/// The figures of an experiment with some parameters.
func figures(
  _ name: String, _ given: [(name: String, value: ParameterValue)] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> [Figure] {
  let experiment = try #require(Experiment.named(name), sourceLocation: sourceLocation)
  let validated = experiment.validate(given)
  #expect(validated.problems.isEmpty, sourceLocation: sourceLocation)
  return experiment.figures(try #require(validated.parameters, sourceLocation: sourceLocation))
}

/// What is wrong with parameters, in words.
func problems(_ experiment: String, _ given: [(name: String, value: ParameterValue)]) -> [String] {
  Experiment.named(experiment)?.validate(given).problems.map(\.description) ?? []
}

extension [Figure] {
  /// The tables, those in groups included.
  var tables: [Table] {
    flatMap { figure -> [Table] in
      switch figure {
      case .table(let table): [table]
      case .group(let parts): parts.tables
      default: []
      }
    }
  }

  /// The plots, those in groups and panels included.
  var plots: [Plot] {
    flatMap { figure -> [Plot] in
      switch figure {
      case .plot(let plot): [plot]
      case .group(let parts): parts.plots
      case .smallMultiples(let multiples): multiples.panels
      case .check(let check): check.figures.plots
      default: []
      }
    }
  }
}

extension Table {
  /// The row whose first cell is `name`.
  subscript(_ name: String) -> [String]? { rows.first { $0.first == name } }
}

/// A cell as a number; tables have a minus sign where Swift has a hyphen.
func number(_ cell: some StringProtocol) -> Double {
  Double(String(cell.map { $0 == "−" ? "-" : $0 })) ?? .nan
}

/// The numbers of a cell: `3e−8, 7.6e−6` has two.
func numbers(_ cell: String) -> [Double] {
  cell.split(whereSeparator: { $0 == " " || $0 == "," }).map { number($0) }.filter { !$0.isNaN }
}
