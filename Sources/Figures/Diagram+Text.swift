extension Diagram {
  /// The nodes, each with where it leads, a line each.
  var text: String {
    nodes.indices.map { node in
      let next = edges.filter { $0.from == node && nodes.indices.contains($0.to) }.map { nodes[$0.to].label }
      return nodes[node].label + (next.isEmpty ? "" : " → " + next.joined(separator: ", "))
    }.joined(separator: "\n") + "\n"
  }
}
