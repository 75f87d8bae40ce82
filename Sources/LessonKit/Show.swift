/// Shows a value as a notebook would: a plot as a drawing, a number as a number, a dictionary in order.
///
/// `Void` shows nothing. What a value looks like is decided by `figure(for:)`.
@_specialize(where Value == Double)
@_specialize(where Value == Int)
@_specialize(where Value == String)
@_specialize(where Value == Plot)
@_specialize(where Value == [Double])
public func show<Value>(_ value: Value, line: Int = #line) {
  guard let figure = figure(for: value) else { return }
  Notebook.record(figure, line: line)
}

/// Tells whoever waits how far a training has come; the page shows nothing of it.
public func report(step: Int, of total: Int, loss: Double? = nil) {
  Notebook.record(progress: TrainingProgress(step: step, of: total, loss: loss).description)
}

/// The figure that shows a value, nil for `Void`.
public func figure(for value: Any) -> Figure? {
  switch value {
  case is Void: nil
  case let figure as Figure: figure
  case let plot as Plot: .plot(plot)
  case let table as Table: .table(table)
  case let plots as SmallMultiples: .smallMultiples(plots)
  case let images as ImageGrid: .imageGrid(images)
  case let diagram as Diagram: .diagram(diagram)
  case let check as Check: .check(check)
  case let check as DerivativeCheck: .check(check.report)
  case let activation as Activation: figure(of: activation)
  case let figures as [Figure] where !figures.isEmpty: .group(figures)
  case let plots as [Plot] where !plots.isEmpty: .group(plots.map(Figure.plot))
  default: .text(text(of: value))
  }
}

/// An activation with its slope, and its entries in the catalogue's table.
private func figure(of activation: Activation) -> Figure {
  let range = -4.0...4.0
  let plot = Plot(
    title: activation.name,
    series: [
      Plot.curve(activation.name, activation.value, activation.kinks.map(\.position), range),
      Plot.curve(
        activation.name + "′", activation.derivative, activation.kinks.map(\.position), range, isBroken: true),
    ], x: Axis("x"))
  return .group([.plot(plot), .table(Table(activations: [activation]))])
}
