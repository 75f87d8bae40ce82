extension Flowchart {
  /// The links that lead back to where the reader has already been.
  ///
  /// A walk from the first node along the links, in the order of the source, meets a node it is still coming
  /// from exactly at these. Laid out the other way round they leave no cycle, so the layout keeps the order in
  /// which the author tells the story.
  var feedbackLinks: Set<Int> {
    let ends = links.map { (tail: representative(of: $0.tail), head: representative(of: $0.head)) }
    var outgoing = [[Int]](repeating: [], count: nodes.count)
    for (index, end) in ends.enumerated() where end.tail != end.head {
      if let tail = end.tail { outgoing[tail].append(index) }
    }
    var feedback: Set<Int> = []
    var state = [Visit](repeating: .ahead, count: nodes.count)
    for start in nodes.indices where state[start] == .ahead {
      state[start] = .entered
      var path = [(node: start, next: 0)]
      while let (node, next) = path.last {
        guard next < outgoing[node].count else {
          state[node] = .left
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        guard let head = ends[outgoing[node][next]].head else { continue }
        switch state[head] {
        case .ahead:
          state[head] = .entered
          path.append((head, 0))
        case .entered: feedback.insert(outgoing[node][next])
        case .left: continue
        }
      }
    }
    return feedback
  }

  /// Whether a feedback link closes a loop that is nothing but a chain, so that it may run along the chain's side.
  ///
  /// Where links branch off in between, a curve along the side would run into them.
  func closesChain(_ index: Int, feedback: Set<Int>) -> Bool {
    guard case .node(let last) = links[index].tail, case .node(var node) = links[index].head,
      links[index].line.label.isEmpty
    else { return false }
    while node != last {
      let next = links.indices.filter { links[$0].tail == .node(node) && !feedback.contains($0) }
      guard next.count == 1, case .node(let head) = links[next[0]].head, head != node else { return false }
      node = head
    }
    return true
  }

  private enum Visit { case ahead, entered, left }
}
