extension Flowchart {
  /// How many ranks all links span together, counted twice where links carry texts.
  ///
  /// Graphviz puts an invisible node at every rank a link passes, so this is what the layout's time grows with.
  func rankExtent(feedback: Set<Int>) -> Int {
    let steps = links.enumerated().compactMap { index, link -> (tail: Int, head: Int, length: Int)? in
      guard let tail = representative(of: link.tail), let head = representative(of: link.head), tail != head
      else { return nil }
      return feedback.contains(index) ? (head, tail, link.line.ranks) : (tail, head, link.line.ranks)
    }
    let ranks = Self.ranks(of: nodes.count, steps)
    let total = steps.reduce(0) { $0 + ranks[$1.head] - ranks[$1.tail] }
    return links.contains { !$0.line.label.isEmpty } ? 2 * total : total
  }

  /// The longest way to every node; the steps have no cycle.
  private static func ranks(of count: Int, _ steps: [(tail: Int, head: Int, length: Int)]) -> [Int] {
    var ranks = [Int](repeating: 0, count: count)
    var outgoing = [[(tail: Int, head: Int, length: Int)]](repeating: [], count: count)
    var waiting = [Int](repeating: 0, count: count)
    for step in steps {
      outgoing[step.tail].append(step)
      waiting[step.head] += 1
    }
    var ready = waiting.indices.filter { waiting[$0] == 0 }
    while let node = ready.popLast() {
      for step in outgoing[node] {
        ranks[step.head] = max(ranks[step.head], ranks[node] + step.length)
        waiting[step.head] -= 1
        if waiting[step.head] == 0 { ready.append(step.head) }
      }
    }
    return ranks
  }
}
