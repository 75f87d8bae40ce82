extension Plot {
  /// The number of each series' colour, dash, shape and hatch: its place among the series, of which those with
  /// the same label count as one, such as a mean and the band around it.
  var looks: [Int] {
    var known: [String: Int] = [:]
    var count = 0
    return series.map { series in
      if !series.label.isEmpty, let look = known[series.label] { return look }
      known[series.label] = count
      count += 1
      return count - 1
    }
  }

  /// The series that a legend names, each label once.
  var namedSeries: [(index: Int, look: Int)] {
    var seen: Set<String> = []
    return zip(series.indices, looks).filter { index, _ in
      !series[index].label.isEmpty && seen.insert(series[index].label).inserted
    }.map { (index: $0, look: $1) }
  }
}
