/// The layers of a diagram: which nodes stand in which, and in which order.
///
/// An arrow that skips layers passes through a place of its own in each of them, so that it goes around what
/// stands there.
struct DiagramRanks {
  /// Something that takes room in a layer.
  struct Item {
    /// The node, nil for an arrow that passes.
    var node: Int?
    var rank: Int
    var before: [Int] = []
    var after: [Int] = []
  }

  /// The arrows that lead on, each with the items it passes, its ends included.
  private(set) var routes: [(edge: Int, items: [Int])] = []
  /// The arrows that lead back, or stay in their layer.
  private(set) var returns: [Int] = []
  private(set) var items: [Item]
  /// The items of each layer, in order.
  private(set) var layers: [[Int]] = []

  private static let mostPasses = 2000

  init(_ diagram: Diagram) {
    let edges = diagram.edges.enumerated().filter {
      diagram.nodes.indices.contains($0.element.from) && diagram.nodes.indices.contains($0.element.to)
    }
    let isBack = Self.backEdges(edges.map(\.element), nodes: diagram.nodes.count)
    let forward = zip(edges, isBack).filter { !$1 }.map(\.0)
    let ranks = Self.ranks(of: diagram.nodes, forward.map(\.element))
    items = ranks.enumerated().map { Item(node: $0.offset, rank: $0.element) }
    returns = zip(edges, isBack).filter { $1 }.map(\.0.offset)
    for (index, edge) in forward {
      if ranks[edge.to] <= ranks[edge.from] { returns.append(index) } else { addRoute(index, edge) }
    }
    layers = (0...(items.map(\.rank).max() ?? 0)).map { _ in [] }
    for index in items.indices { layers[items[index].rank].append(index) }
    for sweep in 0..<8 { sort(isForward: sweep % 2 == 0) }
  }

  private mutating func addRoute(_ index: Int, _ edge: Diagram.Edge) {
    var passed = [edge.from]
    let between = items[edge.from].rank + 1..<items[edge.to].rank
    if items.count + between.count < Self.mostPasses {
      for rank in between {
        items.append(Item(node: nil, rank: rank))
        passed.append(items.count - 1)
      }
    }
    passed.append(edge.to)
    for (a, b) in zip(passed, passed.dropFirst()) {
      items[a].after.append(b)
      items[b].before.append(a)
    }
    routes.append((index, passed))
  }

  /// Sorts each layer by the mean place of the neighbours in the layer before, or behind.
  private mutating func sort(isForward: Bool) {
    var places = Array(repeating: 0.0, count: items.count)
    let record = { (layer: [Int], places: inout [Double]) in
      for (place, item) in layer.enumerated() {
        places[item] = Double(place) - Double(layer.count - 1) / 2
      }
    }
    for rank in isForward ? Array(layers.indices) : layers.indices.reversed() {
      let current = layers[rank].enumerated().map { place, item -> (item: Int, key: Double, place: Int) in
        let neighbours = isForward ? items[item].before : items[item].after
        let mean = neighbours.map { places[$0] }.reduce(0, +) / Double(max(neighbours.count, 1))
        let own = Double(place) - Double(layers[rank].count - 1) / 2
        return (item, neighbours.isEmpty ? own : mean, place)
      }
      layers[rank] = current.sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.item)
      record(layers[rank], &places)
    }
  }

  /// Which arrows close a circle, found by walking along the arrows from each node.
  private static func backEdges(_ edges: [Diagram.Edge], nodes: Int) -> [Bool] {
    var leaving = Array(repeating: [Int](), count: nodes)
    for (index, edge) in edges.enumerated() { leaving[edge.from].append(index) }
    var isBack = Array(repeating: false, count: edges.count)
    var state = Array(repeating: 0, count: nodes)
    for start in 0..<nodes where state[start] == 0 {
      var path = [(node: start, next: 0)]
      state[start] = 1
      while let (node, next) = path.last {
        guard next < leaving[node].count else {
          state[node] = 2
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let edge = leaving[node][next]
        switch state[edges[edge].to] {
        case 0:
          state[edges[edge].to] = 1
          path.append((edges[edge].to, 0))
        case 1: isBack[edge] = true
        default: break
        }
      }
    }
    return isBack
  }

  /// The layer of each node: its own, or one behind the last of those that lead to it; none is empty.
  private static func ranks(of nodes: [Diagram.Node], _ edges: [Diagram.Edge]) -> [Int] {
    var ranks = nodes.map { max(0, min(10_000, $0.layer ?? 0)) }
    var waiting = Array(repeating: 0, count: nodes.count)
    var leaving = Array(repeating: [Int](), count: nodes.count)
    for edge in edges {
      waiting[edge.to] += 1
      leaving[edge.from].append(edge.to)
    }
    var ready = nodes.indices.filter { waiting[$0] == 0 }
    while let node = ready.popLast() {
      for next in leaving[node] {
        if nodes[next].layer == nil { ranks[next] = max(ranks[next], ranks[node] + 1) }
        waiting[next] -= 1
        if waiting[next] == 0 { ready.append(next) }
      }
    }
    let used = Set(ranks).sorted()
    let dense = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($0.element, $0.offset) })
    return ranks.map { dense[$0] ?? 0 }
  }
}
