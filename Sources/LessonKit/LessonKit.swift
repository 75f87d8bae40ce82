@_exported import Activations
@_exported import Experiments
@_exported import Figures

/// Shows `value` under the block.
public func show(_ value: Any, line: Int = #line) {
  if let figure = figure(for: value) { Notebook.record(figure, line: line) }
}

/// What is shown of `value`; nil for `Void`.
public func figure(for value: Any) -> Figure? {
  if value is Void { return nil }
  return value as? Figure ?? .text(String(describing: value))
}
