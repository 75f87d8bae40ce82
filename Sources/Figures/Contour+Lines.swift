extension Contour {
  /// The values at which lines are drawn.
  var drawnLevels: [Double] {
    if !levels.isEmpty { return levels.filter(\.isFinite) }
    var extent = Extent(.linear)
    for value in grid.values { extent.add(value) }
    guard let range = extent.range, range.lowerBound < range.upperBound else { return [] }
    return Span(Axis(), data: range).ticks(about: 8).map(\.value)
  }

  /// The lines at a level, each a list of places in units of columns and rows (marching squares).
  func lines(at level: Double) -> [[(column: Double, row: Double)]] {
    var segments: [(Crossing, Crossing)] = []
    for row in 0..<max(0, grid.rows - 1) {
      for column in 0..<max(0, grid.columns - 1) { segments += crossings(column, row, level) }
    }
    return joined(segments).map { $0.map { place(of: $0, level) } }
  }

  /// Where a line crosses an edge of the grid: the edge from a node to the right or upwards.
  private struct Crossing: Hashable {
    var column: Int
    var row: Int
    var isUpward: Bool
  }

  /// The pieces of the line within a cell; at a saddle the mean of the corners decides which belong together.
  private func crossings(_ column: Int, _ row: Int, _ level: Double) -> [(Crossing, Crossing)] {
    let corners = [
      grid[column, row], grid[column + 1, row], grid[column + 1, row + 1], grid[column, row + 1],
    ]
    guard corners.allSatisfy(\.isFinite) else { return [] }
    let above = corners.map { $0 >= level }
    let edges = [
      Crossing(column: column, row: row, isUpward: false),
      Crossing(column: column + 1, row: row, isUpward: true),
      Crossing(column: column, row: row + 1, isUpward: false),
      Crossing(column: column, row: row, isUpward: true),
    ]
    let crossed = (0..<4).filter { above[$0] != above[($0 + 1) % 4] }.map { edges[$0] }
    guard crossed.count == 4 else { return crossed.count == 2 ? [(crossed[0], crossed[1])] : [] }
    let isHigh = corners.reduce(0) { $0 + $1 / 4 } >= level
    return isHigh == above[0]
      ? [(crossed[0], crossed[1]), (crossed[2], crossed[3])]
      : [(crossed[3], crossed[0]), (crossed[1], crossed[2])]
  }

  /// The pieces, joined where they share a crossing.
  private func joined(_ segments: [(Crossing, Crossing)]) -> [[Crossing]] {
    var touching: [Crossing: [Int]] = [:]
    for (index, segment) in segments.enumerated() {
      touching[segment.0, default: []].append(index)
      touching[segment.1, default: []].append(index)
    }
    var isUsed = Array(repeating: false, count: segments.count)
    let walk = { (start: Crossing) -> [Crossing] in
      var (line, end) = ([Crossing](), start)
      while let next = touching[end]?.first(where: { !isUsed[$0] }) {
        isUsed[next] = true
        end = segments[next].0 == end ? segments[next].1 : segments[next].0
        line.append(end)
      }
      return line
    }
    return segments.indices.compactMap { index in
      guard !isUsed[index] else { return nil }
      isUsed[index] = true
      let forward = walk(segments[index].1)
      let backward = walk(segments[index].0)
      return backward.reversed() + [segments[index].0, segments[index].1] + forward
    }
  }

  private func place(of crossing: Crossing, _ level: Double) -> (column: Double, row: Double) {
    let (column, row) = (crossing.column, crossing.row)
    let start = grid[column, row]
    let end = crossing.isUpward ? grid[column, row + 1] : grid[column + 1, row]
    let share = end == start ? 0.5 : max(0, min(1, (level / 2 - start / 2) / (end / 2 - start / 2)))
    return crossing.isUpward
      ? (Double(column), Double(row) + share) : (Double(column) + share, Double(row))
  }

  /// The lines at a level in the unit square.
  func runs(at level: Double, _ xSpan: Span, _ ySpan: Span) -> [[UnitPoint]] {
    lines(at: level).map { line in
      line.compactMap { place in
        let (across, up) = (place.column / Double(grid.columns - 1), place.row / Double(grid.rows - 1))
        let x = grid.x.lowerBound * (1 - across) + grid.x.upperBound * across
        let y = grid.y.lowerBound * (1 - up) + grid.y.upperBound * up
        guard let left = xSpan.position(x), let bottom = ySpan.position(y) else { return nil }
        return UnitPoint(x: left, y: bottom)
      }
    }
  }
}
