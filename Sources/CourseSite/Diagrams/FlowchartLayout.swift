/// What has to be known before the layout: the lines of every text and the room they take.
struct FlowchartSizes: Sendable {
  static let nodeText = TextMetrics(fontSize: 15)
  static let smallText = TextMetrics(fontSize: 13)

  let nodeLines: [[String]]
  let nodes: [NodeOutline]
  let linkLines: [[String]]
  let links: [Size?]
  let groupLines: [[String]]
  let groups: [Size?]

  init(_ flowchart: Flowchart) {
    nodeLines = flowchart.nodes.map { Self.nodeText.wrapped($0.lines, to: 220) }
    nodes = zip(flowchart.nodes, nodeLines).map { node, lines in
      NodeOutline(node.shape, holding: Self.nodeText.size(of: lines))
    }
    linkLines = flowchart.links.map { Self.smallText.wrapped($0.line.label, to: 180) }
    links = linkLines.map(Self.room)
    groupLines = flowchart.groups.map { Self.smallText.wrapped($0.lines, to: 260) }
    groups = groupLines.map(Self.room)
  }

  private static func room(for lines: [String]) -> Size? {
    guard lines.contains(where: { !$0.isEmpty }) else { return nil }
    let size = smallText.size(of: lines)
    return Size(width: size.width + 10, height: size.height + 4)
  }
}

/// Where everything is, in pixels from the upper left corner.
struct FlowchartLayout: Sendable {
  struct Link: Sendable {
    let curve: Curve
    let label: Point?
  }

  struct Group: Sendable {
    let box: Rectangle
    let label: Point?
  }

  private(set) var size: Size
  private(set) var nodes: [Point] = []
  private(set) var links: [Link?] = []
  private(set) var groups: [Group?] = []

  /// Nothing when Graphviz's answer cannot be read.
  init?(_ flowchart: Flowchart, _ sizes: FlowchartSizes, _ layout: Graphviz.Layout) {
    guard let box = Self.numbers(layout.box), box.count == 4 else { return nil }
    size = Size(width: box[2] - box[0], height: box[3] - box[1])
    let place = Place(left: box[0], top: box[3])
    nodes = flowchart.nodes.indices.compactMap { place.points(layout.nodes["n\($0)"])?.first }
    guard nodes.count == flowchart.nodes.count else { return nil }
    groups = flowchart.groups.indices.map { Self.group(layout.clusters["cluster_\($0)"], place) }
    for (index, link) in flowchart.links.enumerated() {
      guard let edge = layout.edges["e\(index)"], let points = place.points(edge.spline),
        let curve = Curve(points)
      else {
        links.append(nil)
        continue
      }
      let cut = cut(curve, link, sizes)
      links.append(Link(curve: cut, label: place.points(edge.label)?.first))
    }
  }

  /// Turns Graphviz's points, y upwards, into ours.
  private struct Place {
    let left: Double
    let top: Double

    /// Blank-separated `x,y`; nothing when there is none or one of them cannot be read.
    func points(_ text: String?) -> [Point]? {
      var result: [Point] = []
      for word in (text ?? "").split(separator: " ") {
        guard let pair = numbers(String(word)), pair.count == 2 else { return nil }
        result.append(Point(x: pair[0] - left, y: top - pair[1]))
      }
      return result.isEmpty ? nil : result
    }
  }

  private static func numbers(_ text: String) -> [Double]? {
    let words = text.split(separator: ",")
    let values = words.compactMap { Double($0) }
    return values.count == words.count && values.allSatisfy(\.isFinite) ? values : nil
  }

  private static func group(_ cluster: (box: String, label: String)?, _ place: Place) -> Group? {
    guard let cluster, let box = numbers(cluster.box), box.count == 4 else { return nil }
    return Group(
      box: Rectangle(
        origin: Point(x: box[0] - place.left, y: place.top - box[3]),
        size: Size(width: box[2] - box[0], height: box[3] - box[1])),
      label: place.points(cluster.label)?.first)
  }

  /// Cuts a curve at the outlines of its two nodes; at a group Graphviz has cut it already.
  private func cut(_ curve: Curve, _ link: Flowchart.Link, _ sizes: FlowchartSizes) -> Curve {
    var curve = curve
    // Graphviz may answer with the curve the other way round.
    if let tail = centre(link.tail), let head = centre(link.head),
      curve.start.distance(to: tail) + curve.end.distance(to: head)
        > curve.start.distance(to: head) + curve.end.distance(to: tail)
    {
      curve = curve.reversed
    }
    curve = cutStart(of: curve, at: link.tail, link.line.tailMark, sizes)
    return cutStart(of: curve.reversed, at: link.head, link.line.headMark, sizes).reversed
  }

  private func centre(_ end: Flowchart.End) -> Point? {
    if case .node(let index) = end { nodes[index] } else { nil }
  }

  private func cutStart(
    of curve: Curve, at end: Flowchart.End, _ mark: LinkLine.Mark, _ sizes: FlowchartSizes
  ) -> Curve {
    guard case .node(let index) = end else { return curve }
    let outline = sizes.nodes[index]
    let centre = nodes[index]
    let margin = mark == .none ? 0.0 : 2.0
    let touching = curve.leaving { outline.contains($0 - centre, margin: margin) }
    // The head is drawn beyond the end of the line, so that no line shows through its tip.
    let tip = touching.start
    return touching.leaving { $0.distance(to: tip) < mark.length }
  }
}
