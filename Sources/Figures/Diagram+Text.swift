extension Diagram {
  /// The nodes layer by layer, each with where it leads.
  func text(width: Int) -> String {
    let leaving = Dictionary(grouping: edges, by: \.from)
    let lines = DiagramRanks(self).layers.flatMap { layer in
      layer.filter { $0 < nodes.count }.map { line(of: $0, leaving[$0] ?? []).shortened(columns: width) }
    }
    return ((title.isEmpty ? [] : title.wrapped(columns: width)) + lines).joined(separator: "\n") + "\n"
  }

  private func line(of index: Int, _ leaving: [Edge]) -> String {
    let next = leaving.filter { nodes.indices.contains($0.to) }.map { edge in
      name(of: edge.to) + (edge.label.isEmpty ? "" : " (\(edge.label))")
    }
    let note = nodes[index].note.isEmpty ? "" : " [\(nodes[index].note)]"
    return name(of: index) + note + (next.isEmpty ? "" : " → " + next.joined(separator: ", "))
  }

  /// The words of a node, or its number where it has none.
  func name(of index: Int) -> String { nodes[index].label.isEmpty ? "#\(index + 1)" : nodes[index].label }
}
