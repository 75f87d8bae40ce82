/// The flowchart in words, for a terminal and for those who cannot see the drawing.
extension Flowchart {
  /// One link a line, such as `输入值 → 线性变换`; then what stands alone, then the groups.
  package var text: String {
    (linkTexts + loneNodes.map { nodes[$0].label } + groupTexts).joined(separator: "\n")
  }

  /// Every visible link, in the order of the source.
  var linkTexts: [String] {
    links.filter { $0.line.stroke != .invisible }.map { link in
      let arrow = "\(name(of: link.tail)) \(link.line.arrow) \(name(of: link.head))"
      return link.line.label.isEmpty ? arrow : "\(arrow) (\(link.line.label.joined(separator: " ")))"
    }
  }

  private var groupTexts: [String] {
    groups.enumerated().map { index, group in
      let members = nodes.filter { $0.group == index }.map(\.label)
      let inner = groups.filter { $0.parent == index }.map(\.label)
      return "\(group.label): \((members + inner).joined(separator: ", "))"
    }
  }

  private var loneNodes: [Int] {
    let linked = Set(links.filter { $0.line.stroke != .invisible }.flatMap { [$0.tail, $0.head] })
    return nodes.indices.filter { !linked.contains(.node($0)) && nodes[$0].group == nil }
  }

  private func name(of end: End) -> String {
    switch end {
    case .node(let index): nodes[index].label
    case .group(let index): groups[index].label
    }
  }

  /// One thing a line, for tests: direction, groups, nodes with shape, links with kind and length.
  package var outline: String {
    let groups = groups.map { group in
      "group \(group.id)" + (group.parent.map { " in \(self.groups[$0].id)" } ?? "") + ": \(group.label)"
    }
    let nodes = nodes.map { node in
      "\(node.id) \(node.shape.rawValue)" + (node.group.map { " in \(self.groups[$0].id)" } ?? "")
        + ": \(node.lines.joined(separator: " / "))"
    }
    let links = links.map { link in
      "\(id(of: link.tail)) \(link.line.outline) \(id(of: link.head))"
        + (link.line.label.isEmpty ? "" : ": \(link.line.label.joined(separator: " / "))")
    }
    return ([direction.rawValue] + groups + nodes + links).joined(separator: "\n")
  }

  private func id(of end: End) -> String {
    switch end {
    case .node(let index): nodes[index].id
    case .group(let index): groups[index].id
    }
  }
}

extension LinkLine {
  /// The link as one sign.
  var arrow: String {
    switch (tailMark, headMark) {
    case (.none, .none): stroke == .dotted ? "┄" : "—"
    case (.none, .arrow): stroke == .dotted ? "⇢" : stroke == .thick ? "⇒" : "→"
    case (.none, .cross): "—×"
    case (.none, .circle): "—○"
    case (.cross, _): "×—×"
    case (.circle, _): "○—○"
    default: stroke == .thick ? "⇔" : "↔"
    }
  }

  fileprivate var outline: String {
    let marks = (tailMark == .none ? "" : "\(tailMark.rawValue)-") + stroke.rawValue
    return marks + (headMark == .none ? "" : "-\(headMark.rawValue)") + (length == 1 ? "" : " ×\(length)")
  }
}
