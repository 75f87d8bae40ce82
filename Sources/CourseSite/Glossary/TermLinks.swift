import CourseModel

/// Marks the first use of each of the glossary's terms in a lesson's sentences.
///
/// Headings, tables, quotations, links and code stay as they are.
struct TermLinks {
  /// What finds terms.
  let finder: TermFinder
  /// The terms that were marked, in order.
  private(set) var found: [String] = []
  private var known: Set<String> = []

  /// Nothing is marked yet.
  init(finder: TermFinder) {
    self.finder = finder
  }

  /// The blocks with terms marked.
  mutating func marking(_ blocks: [Block]) -> [Block] {
    blocks.map { block in
      var block = block
      switch block.content {
      case .paragraph(let content): block.content = .paragraph(marking(content))
      case .list(var list):
        list.items = list.items.map { marking($0) }
        block.content = .list(list)
      case .callout(var callout):
        callout.content = marking(callout.content)
        block.content = .callout(callout)
      default: break
      }
      return block
    }
  }

  private mutating func marking(_ content: [Inline]) -> [Inline] {
    var marked: [Inline] = []
    var run: [Character] = []
    for piece in content {
      switch piece {
      case .text(let text): run += text
      case .softBreak: run.append(TermFinder.lineEnd)
      default:
        marked += marking(run)
        run = []
        marked.append(markingInside(piece))
      }
    }
    return marked + marking(run)
  }

  private mutating func markingInside(_ piece: Inline) -> Inline {
    switch piece {
    case .emphasis(let content): .emphasis(marking(content))
    case .strong(let content): .strong(marking(content))
    default: piece
    }
  }

  /// A run of text and line ends, cut where terms stand that were not used before.
  private mutating func marking(_ run: [Character]) -> [Inline] {
    var marked: [Inline] = []
    var start = 0
    for find in finder.terms(in: run) where known.insert(find.id).inserted {
      found.append(find.id)
      marked += Self.pieces(run[start..<find.range.lowerBound])
      marked.append(.term(id: find.id, content: Self.pieces(run[find.range])))
      start = find.range.upperBound
    }
    return marked + Self.pieces(run[start...])
  }

  private static func pieces(_ run: ArraySlice<Character>) -> [Inline] {
    var pieces: [Inline] = []
    for (index, line) in run.split(separator: TermFinder.lineEnd, omittingEmptySubsequences: false)
      .enumerated()
    {
      if index > 0 { pieces.append(.softBreak) }
      if !line.isEmpty { pieces.append(.text(String(line))) }
    }
    return pieces
  }
}

extension LessonRenderer {
  /// The blocks with the first use of each of the glossary's terms marked; `terms` then tells which there are.
  func linkingTerms(_ blocks: [Block]) -> [Block] {
    guard let finder = context.termFinder(lesson.language) else { return blocks }
    var links = TermLinks(finder: finder)
    let marked = links.marking(blocks)
    terms = links.found
    return marked
  }
}

extension LessonExtensions {
  static func writeTerm(_ id: String, _ content: [Inline], to body: inout Body<Self>) {
    let renderer = body.extensions.renderer
    let language = renderer.lesson.language, map = renderer.context.map
    let term = renderer.context.course.glossary?.term(id)
    let address = map.address(
      of: map.path(PageName.glossary, in: language), anchor: PageAnchor.term(id), from: language)
    let title = term?.definitions[language].map(CaptionText.plain)
    body.html.open("a", ["class": "term", "href": address, "title": title])
    body.write(content)
    body.html.close("a")
  }
}
