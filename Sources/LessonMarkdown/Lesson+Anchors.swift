import CourseModel

extension Lesson {
  /// The anchors that headings, numbered things and named blocks have on the page.
  var anchors: Set<String> {
    var anchors = Set(cells.flatMap { [$0.numbered?.anchor, $0.id] }.compactMap { $0 })
    forEachBlock { block in
      if let anchor = block.anchor { anchors.insert(anchor) }
    }
    return anchors
  }
}

extension Block {
  /// The anchor of this block itself; a cell's is the cell's to know.
  fileprivate var anchor: String? {
    switch content {
    case .heading(let heading): heading.anchor
    case .table(let table): table.numbered?.anchor
    case .math(let math): math.numbered?.anchor
    case .diagram(let diagram): diagram.numbered?.anchor
    case .quiz(let quiz): quiz.numbered?.anchor
    default: nil
    }
  }
}
