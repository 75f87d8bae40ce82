extension Diagram {
  private static let describedEdges = 40

  /// The title, or how large the diagram is.
  func shortName(in language: String) -> String {
    title.isEmpty ? FigureWords(language: language).diagram(nodes: nodes.count, edges: edges.count) : title
  }

  /// What leads where, or, in a dense network, how many nodes the layers have.
  func words(in language: String) -> String {
    let words = FigureWords(language: language)
    let size = words.diagram(nodes: nodes.count, edges: edges.count) + words.stop
    let head = title.isEmpty ? [size] : [title + words.stop, size]
    if edges.count > Self.describedEdges {
      let counts = DiagramRanks(self).layers.map { $0.count { $0 < nodes.count } }
      return words.sentences(head + [words.layers(counts)])
    }
    let leads = nodes.indices.compactMap { node -> String? in
      let next = edges.filter { $0.from == node && nodes.indices.contains($0.to) }.map { edge in
        name(of: edge.to) + (edge.label.isEmpty ? "" : " (\(edge.label))")
      }
      return next.isEmpty ? nil : words.leads(name(of: node), to: next)
    }
    return words.sentences(head + (leads.isEmpty ? [] : [words.sentence(leads)]))
  }
}
