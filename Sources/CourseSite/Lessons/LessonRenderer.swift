import ContentStore
import CourseModel
import Figures

/// Renders one lesson: its text through the renderer of Markdown, what the lesson format adds by itself.
final class LessonRenderer {
  let lesson: Lesson
  let outcome: LessonOutcome
  let context: CourseContext
  let tools: RenderingTools
  let words: Words
  private(set) var log: DiagnosticLog
  private(set) var hasMathematics = false
  private(set) var files: [FileMention] = []
  /// The glossary's terms that the text uses, in the order of their first use.
  var terms: [String] = []
  /// The lesson's blocks by name.
  private(set) lazy var namedCells = NamedCells(in: lesson)
  /// What the base lesson says of claims; the first judgement of each counts.
  private(set) lazy var baseJudgements = Dictionary(
    (context.baseLesson(lesson.id)?.judgements ?? []).map { ($0.claim, $0) }
  ) { first, _ in first }
  private var reportedFormulas: [String: Set<Position>] = [:]
  private let originals: [String: Cell]
  private let anchors: [String]
  private let exerciseCells: Set<Int>
  private var diagramCount = 0

  /// Ready to render `lesson` as `outcome` found it.
  init(_ lesson: Lesson, _ outcome: LessonOutcome, _ context: CourseContext, _ tools: RenderingTools) {
    self.lesson = lesson
    self.outcome = outcome
    self.context = context
    self.tools = tools
    words = Words.of(lesson.language)
    log = DiagnosticLog(path: lesson.file.path)
    let cells = context.baseLesson(lesson.id)?.cells ?? lesson.cells
    anchors = PageAnchor.blocks(lesson.cells)
    exerciseCells = Set(lesson.exercises.flatMap(\.cells))
    originals = Dictionary(cells.compactMap { cell in cell.id.map { ($0, cell) } }) { first, _ in first }
  }

  /// A block of the lesson, with its code and what became of it.
  func shownCell(_ index: Int) -> ShownCell {
    let cell = lesson.cells[index]
    var origin = cell
    if case .use(let id) = cell.kind { origin = originals[id] ?? cell }
    let known = index < outcome.cells.count ? outcome.cells[index] : nil
    return ShownCell(
      cell: cell, origin: origin, outcome: known ?? CellOutcome(state: isUnevaluated ? .shown : .skipped),
      blockAnchor: anchors[index], isInExercise: exerciseCells.contains(index))
  }

  /// Whether nobody tried to run the lesson, as in a build of other lessons.
  private var isUnevaluated: Bool { outcome.source == .empty && outcome.cells.isEmpty }

  /// The text of a computed number; nil where the run did not get there.
  func value(_ index: Int) -> String? {
    index < outcome.inlineValues.count ? outcome.inlineValues[index] : nil
  }
}

/// What draws formulas and diagrams and colours code.
struct RenderingTools: Sendable {
  /// Formulas.
  let formulas: Formulas
  /// Code in other languages.
  let foreignCode: ForeignCode
  /// Diagrams.
  let diagrams: Diagrams

  /// Tools for one thread, which keep what they make in `store`; `tool` is the digest of what makes it.
  init(tool: Digest, store: ContentStore) {
    formulas = Formulas(store: store)
    foreignCode = ForeignCode(tool: tool, store: store)
    diagrams = Diagrams(tool: tool, store: store)
  }
}

// MARK: - What the lesson format adds

extension LessonRenderer {
  func writeCell(_ index: Int, to html: inout HTMLBuffer) {
    CellHTML(
      shown: shownCell(index), words: words,
      caption: { self.caption($0, at: self.lesson.cells[index].position) },
      foreignCode: { self.tools.foreignCode.html($0, language: $1) }
    ).write(to: &html)
  }

  func writeValue(_ index: Int, to html: inout HTMLBuffer) {
    guard let text = value(index) else {
      return html.element("span", ["class": "value missing", "title": words.notComputed], text: "?")
    }
    let expression = index < lesson.inlineValues.count ? lesson.inlineValues[index].expression : ""
    let title = "\(expression) — \(words.computed)"
    html.element("span", ["class": "value", "title": title], text: text)
  }

  func writeMath(_ tex: String, at position: Position, to html: inout HTMLBuffer) {
    html.raw(formula(tex, display: false, at: position))
  }

  func writeMath(_ math: DisplayMath, to html: inout HTMLBuffer) {
    let drawn = formula(math.tex, display: true, at: math.position)
    html.element("div", ["class": "math-display", "id": math.numbered?.anchor]) { html in
      html.raw(drawn)
      if let numbered = math.numbered {
        html.element("span", ["class": "number"], text: "(\(numbered.number))")
      }
    }
  }

  /// The address and the words of a mention of something numbered; nil where there is no such thing.
  func destination(of reference: Reference) -> (address: String, text: String)? {
    guard let target = context.target(of: reference.label, in: lesson.language) else { return nil }
    let isSection = target.numbered.kind == .section && !target.title.isEmpty
    return (address(of: target), isSection ? target.title : words.name(of: target.numbered))
  }

  private func address(of target: LabelTarget) -> String {
    guard target.lesson != lesson.id, let other = context.lesson(target.lesson, in: lesson.language) else {
      return SiteMap.address(ofAnchor: target.numbered.anchor)
    }
    return context.address(of: other, anchor: target.numbered.anchor, from: lesson.language)
  }

  func writeCitation(_ keys: [String], to html: inout HTMLBuffer) {
    html.text(words.parentheses.open)
    for (index, key) in keys.enumerated() {
      if index > 0 { html.text("; ") }
      guard let work = context.work(key) else {
        html.text(key)
        continue
      }
      let address = SiteMap.address(ofAnchor: PageAnchor.work(key))
      html.element("a", ["href": address], text: Bibliography(words: words).short(work))
    }
    html.text(words.parentheses.close)
  }

  func writeCode(_ text: String, language: String, to html: inout HTMLBuffer) {
    let painted = tools.foreignCode.html(text, language: language)
    html.element("div", ["class": "cell"]) { html in
      CodeHTML.box(language: language.isEmpty ? "text" : language, to: &html) {
        $0.raw(painted)
      }
    }
  }

  func writeDiagram(_ diagram: DiagramSource, to html: inout HTMLBuffer) {
    diagramCount += 1
    let id = diagram.numbered?.anchor ?? PageAnchor.diagram(diagramCount)
    let drawn = tools.diagrams.html(diagram, id: id + "-drawing", language: lesson.language, log: &log)
    html.element("figure", ["id": id]) { html in
      html.element("div", ["class": "diagram", "tabindex": "0"]) { $0.raw(drawn) }
      writeCaption(diagram.caption, diagram.numbered, at: Position(line: diagram.firstLine), to: &html)
    }
  }

  private func writeCaption(
    _ text: String, _ numbered: Numbered?, at position: Position, to html: inout HTMLBuffer
  ) {
    guard !text.isEmpty || numbered != nil else { return }
    html.element("figcaption") { html in
      if let numbered {
        html.element("b", text: words.name(of: numbered))
        html.raw(" ")
      }
      html.raw(caption(text, at: position))
    }
  }

  /// A caption as HTML: code and formulas in it are drawn.
  func caption(_ text: String, at position: Position) -> [UInt8] {
    var html = HTMLBuffer()
    for piece in CaptionText.pieces(text) {
      switch piece {
      case .text(let words): html.text(words)
      case .code(let code): html.element("code", text: code)
      case .math(let tex): html.raw(formula(tex, display: false, at: position))
      }
    }
    return html.bytes
  }
}

// MARK: - Formulas, links and files

extension LessonRenderer {
  private func formula(_ tex: String, display: Bool, at position: Position) -> [UInt8] {
    hasMathematics = true
    switch tools.formulas.html(tex, display: display) {
    case .success(let html): return html
    case .failure(let error):
      report(error, in: tex, at: position)
      var html = HTMLBuffer()
      html.element("code", ["class": "math-error"], text: tex)
      return html.bytes
    }
  }

  private func report(_ error: MathError, in tex: String, at start: Position) {
    let place = FormulaPlace(tex: tex, start: start, file: lesson.file)
    let position = place.position(of: error.offset ?? 0)
    let reported = reportedFormulas[error.message]
    guard error.offset == nil ? reported == nil : reported?.contains(position) != true else { return }
    reportedFormulas[error.message, default: []].insert(position)
    log.error("formula", at: position, error.message, help: error.help)
  }

  /// Where a link leads on the page.
  func address(ofLink link: Link) -> String {
    switch LinkTarget(link.destination) {
    case .address: return Address.refusal(of: link.destination) == nil ? link.destination : ""
    case .place: return link.destination
    case .activation(let name):
      guard context.course.configuration.reference != nil else { return "" }
      return context.map.address(
        of: context.map.path(PageName.activation(name), in: lesson.language), from: lesson.language)
    case .lesson(let file, let anchor):
      guard let target = context.lesson(inFile: file, from: lesson.language) else { return link.destination }
      return context.address(of: target, anchor: anchor, from: lesson.language)
    case .file(let path, let anchor): return address(ofFile: path, anchor: anchor, at: link.position)
    }
  }

  /// Where an image is found from the page.
  func address(ofImage image: Image) -> String {
    guard case .file(let path, _) = LinkTarget(image.source) else {
      if image.source.utf8.contains(UInt8(ascii: ":")) {
        log.warning(
          "remote-image", at: image.position, "the image '\(image.source)' is not part of the course",
          help: "pages work offline: keep the image beside the lesson")
      }
      return Address.refusal(of: image.source, as: .picture) == nil ? image.source : ""
    }
    return address(ofFile: path, anchor: "", at: image.position)
  }

  private func address(ofFile path: String, anchor: String, at position: Position) -> String {
    files.append(FileMention(path: path, position: position))
    return context.map.address(of: "assets/files/" + path, anchor: anchor, from: lesson.language)
  }
}
