/// The curves of activations: `plot(.relu, .gelu, over: -4...4)`.
public func plot(
  _ activations: Activation..., over range: ClosedRange<Double> = -4...4, title: String = ""
) -> Plot {
  plot(activations, over: range, title: title)
}

/// The curves of a list of activations.
public func plot(
  _ activations: [Activation], over range: ClosedRange<Double> = -4...4, title: String = ""
) -> Plot {
  var plot = Plot.values(of: activations, over: range)
  plot.title = title
  return plot
}

/// The curve of a function: `plot({ $0 * $0 }, over: -1...1)`.
public func plot(
  _ function: (Double) -> Double, over range: ClosedRange<Double> = -4...4, label: String = "",
  title: String = ""
) -> Plot {
  Plot(title: title, series: [Plot.curve(label, function, [], range)], x: Axis("x"))
}

/// The curves of several functions: `plot(["value": gelu, "slope": geluDerivative], over: -4...4)`.
public func plot(
  _ functions: KeyValuePairs<String, (Double) -> Double>, over range: ClosedRange<Double> = -4...4,
  title: String = ""
) -> Plot {
  Plot(title: title, series: functions.map { Plot.curve($0.key, $0.value, [], range) }, x: Axis("x"))
}

/// A curve through given points.
public func plot(_ xs: [Double], _ ys: [Double], label: String = "", title: String = "") -> Plot {
  Plot(title: title, series: [.line(label, xs, ys)])
}

/// A marker at each of the given points.
public func scatter(_ xs: [Double], _ ys: [Double], label: String = "", title: String = "") -> Plot {
  Plot(title: title, series: [.points(label, xs, ys)])
}

/// A curve through given heights, at 0, 1, 2, …: a loss, step by step.
public func plot(_ ys: [Double], label: String = "", title: String = "") -> Plot {
  plot(ys.indices.map(Double.init), ys, label: label, title: title)
}
