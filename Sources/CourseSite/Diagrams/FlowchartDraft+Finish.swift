import CourseModel

/// From names to indices, and the problems that only the whole diagram shows.
extension FlowchartDraft {
  typealias Report = (_ message: String, _ place: Range<Int>, _ help: String?) -> Void

  func finish(_ report: Report) -> Flowchart {
    let groupIndex = Dictionary(
      groups.enumerated().filter { !$1.id.isEmpty }.map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
    // A name that belongs to a group is no node, unless it was given a label of its own.
    let drawn = nodes.filter { groupIndex[$0.node.id] == nil || $0.isDescribed }
    var flowchart = Flowchart()
    flowchart.direction = direction
    flowchart.statedTitle = title
    flowchart.statedDescription = description
    flowchart.groups = groups.map { Flowchart.Group(id: $0.id, lines: $0.lines, parent: $0.parent) }
    flowchart.nodes = drawn.map { styled($0.node) }
    let nodeIndex = Dictionary(
      drawn.enumerated().map { ($1.node.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ends = nodeIndex.mapValues { Flowchart.End.node($0) }
      .merging(groupIndex.mapValues { Flowchart.End.group($0) }) { node, _ in node }
    flowchart.links = links.compactMap { resolve($0, ends, flowchart, report) }
    reportUnknownNames(nodeIndex.keys.sorted(), groupIndex.keys.sorted(), report)
    reportGroups(flowchart, report)
    return flowchart
  }

  private func styled(_ node: Flowchart.Node) -> Flowchart.Node {
    var node = node
    node.style = style(of: node.id)
    return node
  }

  private func resolve(
    _ link: Link, _ ends: [String: Flowchart.End], _ flowchart: Flowchart, _ report: Report
  ) -> Flowchart.Link? {
    guard let tail = ends[link.tail], let head = ends[link.head] else { return nil }
    if flowchart.encloses(tail, head) || flowchart.encloses(head, tail) {
      report(
        "a subgraph cannot be linked with itself or with what stands in it", link.place,
        "link two nodes, or give the node another name than the subgraph")
      return nil
    }
    return Flowchart.Link(tail: tail, head: head, line: link.line)
  }

  private func reportUnknownNames(_ nodes: [String], _ groups: [String], _ report: Report) {
    for use in classUses where classes[use.name] == nil {
      report("the class '\(use.name)' is not defined", use.place, suggestion(use.name, classes.keys.sorted()))
    }
    for use in nodeUses where !nodes.contains(use.name) {
      groups.contains(use.name)
        ? report("a subgraph cannot be styled", use.place, "style its nodes")
        : report("there is no node '\(use.name)'", use.place, suggestion(use.name, nodes))
    }
  }

  private func suggestion(_ name: String, _ known: [String]) -> String? {
    nearestName(to: name, among: known).map { "did you mean '\($0)'?" }
  }

  private func reportGroups(_ flowchart: Flowchart, _ report: Report) {
    var seen: Set<String> = []
    for group in groups where !group.id.isEmpty && !seen.insert(group.id).inserted {
      report("there is already a subgraph '\(group.id)'", group.place, "give each subgraph a name of its own")
    }
    for (index, group) in groups.enumerated() where flowchart.representative(of: .group(index)) == nil {
      report("the subgraph '\(group.id)' is empty", group.place, "put a node into it, or take it out")
    }
  }
}

extension Flowchart {
  /// The groups around an end of a link, innermost first.
  private func groups(around end: End) -> [Int] {
    var result: [Int] = []
    var next =
      switch end {
      case .node(let index): nodes[index].group
      case .group(let index): Optional(index)
      }
    while let group = next {
      result.append(group)
      next = groups[group].parent
    }
    return result
  }

  /// Whether the first end is a group that is, or holds, the second.
  func encloses(_ outer: End, _ inner: End) -> Bool {
    guard case .group(let index) = outer else { return false }
    return groups(around: inner).contains(index)
  }

  /// A node that stands for an end of a link in the layout: itself, or a group's first node.
  func representative(of end: End) -> Int? {
    switch end {
    case .node(let index): index
    case .group: nodes.indices.first { encloses(end, .node($0)) }
    }
  }
}
