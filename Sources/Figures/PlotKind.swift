/// What a plot is called by what it mostly shows.
enum PlotKind {
  case lines, points, bars, histogram, heatMap, contours, vectors
}

extension Plot {
  var kind: PlotKind {
    for layer in layers {
      switch layer {
      case .heatMap: return .heatMap
      case .contour: return .contours
      case .vectorField: return .vectors
      }
    }
    let bars = series.filter { $0.style == .bars }
    if !bars.isEmpty { return bars.contains { $0.barWidth != nil } ? .histogram : .bars }
    return series.contains { $0.style != .points } ? .lines : .points
  }
}
