/// Where the boxes and arrows of a diagram are drawn.
struct DiagramLayout {
  let diagram: Diagram
  let ranks: DiagramRanks
  let isHorizontal: Bool
  /// The centre of each item.
  private(set) var centers: [UnitPoint] = []
  /// The width and height of each item.
  let sizes: [(width: Double, height: Double)]
  private(set) var width: Double
  private(set) var height: Double
  /// How much of the drawing below, or on the right, belongs to the arrows that lead back.
  private(set) var lanes: Double
  /// How far apart these arrows are, with room for their words.
  let laneWidth: Double

  static let pageWidth = 440.0
  static let textSize = 13.0
  static let noteSize = 11.5
  private static let margin = 8.0

  init(_ diagram: Diagram) {
    self.diagram = diagram
    let ranks = DiagramRanks(diagram)
    let sizes = ranks.items.map { Self.size(of: $0.node.map { diagram.nodes[$0] }) }
    let names =
      ranks.routes.filter { $0.items.count == 2 }.map {
        diagram.edges[$0.edge].label.width(size: Self.noteSize)
      }.max() ?? 0
    let across = ranks.layers.map { layer in layer.map { sizes[$0].width }.max() ?? 0 }.reduce(0, +)
    let fits =
      across + Double(ranks.layers.count - 1) * max(30, names + 22) + 2 * Self.margin <= Self.pageWidth
    isHorizontal = diagram.direction == .automatic ? fits : diagram.direction == .horizontal
    (self.ranks, self.sizes) = (ranks, sizes)
    let isNamed = ranks.returns.contains { !diagram.edges[$0].label.isEmpty }
    laneWidth = isNamed ? (isHorizontal ? 32 : 24) : 16
    let longest = ranks.returns.map { diagram.edges[$0].label.width(size: Self.noteSize) }.max() ?? 0
    let beside = isHorizontal ? 0 : longest
    lanes = ranks.returns.isEmpty ? 0 : 4 + laneWidth * Double(ranks.returns.count) + beside
    (width, height) = (Self.pageWidth, 0)
    place(gap: names)
  }

  /// The room of a node; an arrow that passes needs little.
  private static func size(of node: Diagram.Node?) -> (width: Double, height: Double) {
    guard let node else { return (14, 14) }
    let label = node.label.width(size: textSize)
    let note = node.note.isEmpty ? 0 : node.note.width(size: noteSize)
    let height = node.note.isEmpty ? 30.0 : 44
    switch node.shape {
    case .box: return (max(40, max(label, note) + 20), height)
    case .plain: return (max(16, max(label, note) + 10), height - 6)
    case .circle:
      let side = max(30, height)
      return (max(side, max(label, note) + 14), side)
    }
  }

  /// Layer after layer along one direction, the items of a layer side by side in the other.
  private mutating func place(gap names: Double) {
    let along = { [sizes, isHorizontal] (item: Int) in isHorizontal ? sizes[item].width : sizes[item].height }
    let depths = ranks.layers.map { $0.map(along).max() ?? 0 }
    let total = depths.reduce(0, +) + 2 * Self.margin
    let count = Double(max(depths.count - 1, 1))
    let fan = ranks.layers.map(\.count).max() ?? 1
    let wanted = isHorizontal ? max(30, min(fan > 3 ? 110 : 64, (Self.pageWidth - total) / count)) : 34
    let gap = max(wanted, isHorizontal ? names + 22 : names > 0 ? 40 : 0)
    var start = Self.margin
    var middles: [Double] = []
    for depth in depths {
      middles.append(start + depth / 2)
      start += depth + gap
    }
    let length = start - gap + Self.margin
    let sides = sidePlaces()
    let low = ranks.items.indices.map { sides[$0] - side($0) / 2 }.min() ?? 0
    let high = ranks.items.indices.map { sides[$0] + side($0) / 2 }.max() ?? 0
    let breadth = high - low + 2 * Self.margin
    width = max(Self.pageWidth, isHorizontal ? length : breadth + lanes)
    height = isHorizontal ? breadth + lanes : length
    let shift = (width - (isHorizontal ? length : breadth + lanes)) / 2
    centers = ranks.items.indices.map { item in
      let (main, cross) = (middles[ranks.items[item].rank], sides[item] - low + Self.margin)
      return isHorizontal ? UnitPoint(x: main + shift, y: cross) : UnitPoint(x: cross + shift, y: main)
    }
  }

  private func side(_ item: Int) -> Double { isHorizontal ? sizes[item].height : sizes[item].width }

  /// Places across the layers: each item as near as its layer allows to the mean of its neighbours.
  private func sidePlaces() -> [Double] {
    var places = Array(repeating: 0.0, count: ranks.items.count)
    for layer in ranks.layers {
      let middle = offsets(layer).last.map { $0 / 2 } ?? 0
      for (item, offset) in zip(layer, offsets(layer)) { places[item] = offset - middle }
    }
    for sweep in 0..<24 {
      for rank in sweep % 2 == 0 ? Array(ranks.layers.indices) : ranks.layers.indices.reversed() {
        let layer = ranks.layers[rank]
        let wanted = layer.map { item -> Double in
          let near = neighbours(of: item)
          return near.isEmpty ? places[item] : near.map { places[$0] }.reduce(0, +) / Double(near.count)
        }
        let weights = layer.map { ranks.items[$0].node == nil ? 0.01 : 1 }
        for (item, place) in zip(layer, spread(wanted, weights, offsets(layer))) { places[item] = place }
      }
    }
    straighten(&places)
    return places
  }

  /// The items by which an item is placed: an arrow that passes does not draw a node out of its row.
  private func neighbours(of item: Int) -> [Int] {
    let near = ranks.items[item].before + ranks.items[item].after
    let nodes = near.filter { ranks.items[$0].node != nil }
    return ranks.items[item].node == nil || nodes.isEmpty ? near : nodes
  }

  /// An arrow that passes all layers on their outer side does so in a straight line.
  private func straighten(_ places: inout [Double]) {
    for route in ranks.routes where route.items.count > 3 {
      let passed = route.items.dropFirst().dropLast()
      let layer = { (item: Int) in ranks.layers[ranks.items[item].rank] }
      let isLast = passed.allSatisfy { layer($0).last == $0 }
      guard isLast || passed.allSatisfy({ layer($0).first == $0 }) else { continue }
      let outermost = passed.map { places[$0] }
      guard let place = isLast ? outermost.max() : outermost.min() else { continue }
      for item in passed { places[item] = place }
    }
  }

  /// The places of a layer's items when they stand as close as they may.
  private func offsets(_ layer: [Int]) -> [Double] {
    var offsets: [Double] = []
    for (place, item) in layer.enumerated() {
      guard place > 0 else {
        offsets.append(0)
        continue
      }
      let previous = layer[place - 1]
      let gap = ranks.items[item].node == nil || ranks.items[previous].node == nil ? 10.0 : 16
      offsets.append(offsets[place - 1] + side(previous) / 2 + gap + side(item) / 2)
    }
    return offsets
  }

  /// The places nearest to the wanted ones that keep order and distance (weighted isotonic regression).
  private func spread(_ wanted: [Double], _ weights: [Double], _ offsets: [Double]) -> [Double] {
    var blocks: [(mean: Double, weight: Double, count: Int)] = []
    for index in wanted.indices {
      blocks.append((wanted[index] - offsets[index], weights[index], 1))
      while blocks.count > 1, blocks[blocks.count - 2].mean > blocks[blocks.count - 1].mean {
        let (b, a) = (blocks.removeLast(), blocks.removeLast())
        let weight = a.weight + b.weight
        let mean = (a.mean * a.weight + b.mean * b.weight) / weight
        blocks.append((mean, weight, a.count + b.count))
      }
    }
    let bases = blocks.flatMap { Array(repeating: $0.mean, count: $0.count) }
    return zip(bases, offsets).map(+)
  }
}
