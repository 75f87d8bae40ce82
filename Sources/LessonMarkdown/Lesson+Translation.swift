import CourseModel

extension Lesson {
  /// Takes over from the base lesson what a translation does not say itself: where it stands in the course, how
  /// it is run, and the labels and captions of the blocks that it shows again.
  mutating func inherit(from base: Lesson) {
    frontMatter.inherit(from: base.frontMatter)
    let originals = base.cellsByID
    for index in cells.indices {
      if case .use(let id) = cells[index].kind, let original = originals[id] {
        cells[index].inherit(from: original)
      }
    }
  }

  /// The cells that have a name.
  var cellsByID: [String: Cell] {
    Dictionary(
      cells.compactMap { cell in cell.id.map { ($0, cell) } }, uniquingKeysWith: { first, _ in first })
  }
}

extension FrontMatter {
  fileprivate mutating func inherit(from base: FrontMatter) {
    part = part ?? base.part
    timeout = timeout ?? base.timeout
    seed = seed ?? base.seed
    optimize = optimize || base.optimize
    isDraft = isDraft || base.isDraft
    if prerequisites.isEmpty { prerequisites = base.prerequisites }
    if authors.isEmpty { authors = base.authors }
  }
}

extension Cell {
  fileprivate mutating func inherit(from original: Cell) {
    let own = options
    options = original.options
    options.echo = own.echo && original.options.echo
    options.output = own.output && original.options.output
    if own.codeFold != .none { options.codeFold = own.codeFold }
    options.label = own.label ?? original.options.label
    options.codeSummary = own.codeSummary ?? original.options.codeSummary
    options.figureCaption = own.figureCaption ?? original.options.figureCaption
    options.figureAlternativeText = own.figureAlternativeText ?? original.options.figureAlternativeText
    options.listingCaption = own.listingCaption ?? original.options.listingCaption
    options.tableCaption = own.tableCaption ?? original.options.tableCaption
    if numbered?.isLabelled != true, let inherited = original.numbered { numbered = inherited }
  }
}
