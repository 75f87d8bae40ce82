import ContentStore
import CourseModel
import CourseSite
import Evaluation
import Figures
import LessonMarkdown

extension Subject {
  /// All subjects.
  static let all = [
    lesson, course, phrases, page, diagram, formula, record, figure, result, summary, analysis, output,
    messages, code,
  ]

  private static let markdown = [
    "---\n", "```swift", "```output", "```experiment ", "```quiz\n", "```claims\n", "```mermaid\n",
    "```math\n", "```\n", "> ", "> [!NOTE] ",
    "- ", "1. ", "$", "$$\n", "`{swift} ", "[](#fig-", "[@", "[^n]", "[^n]: ", "{#sec-", "//| ", "%%| ", "|",
    "|---|", "<b>", "&#x0;", "\\",
    "![", "](", "](<", "*", "_", "~~", ": ", "use=", "id=", "fails", "traps", "tolerance=", "timeout: ",
    "seed: ", "needs: [", "\n\n", "\t",
    "    ", "### Exercise: ", "<!--", "label: tbl-", "[[", "((", "title: ",
  ]

  private static let yamlWords = [
    "- ", ": ", "{", "[", "}", "]", "&a ", "*a", "|\n", ">\n", "? ", "!!binary ", "!!int ", "---\n", "...\n",
    "#", "'", "\"", "\\u", "%YAML 1.2\n",
    "<<: ", "~", "null", "\n  ", "\t", "year: ", "title: ", "languages: ", "parts: ", "state: ", "zh: ",
  ]

  private static let lesson = Subject("lesson", .lesson, words: markdown) { bytes in
    let file = SourceFile(path: "lessons/03-a.md", bytes: bytes)
    let parsed = parseCourse(configuration: nil, references: nil, lessons: [file])
    check(parsed.diagnostics, in: [file])
    for lesson in parsed.value.lessons { _ = lesson.outline }
  }

  private static let course = Subject("course", .yaml, words: yamlWords) { bytes in
    let files = ["course", "references", "claims", "glossary"].map {
      SourceFile(path: "lessons/\($0).yml", bytes: bytes)
    }
    let lesson = SourceFile(path: "lessons/01-a.md", text: "---\ntitle: T\n---\n\n[@hu] a\n")
    let parsed = parseCourse(
      configuration: files[0], references: files[1], claims: files[2], glossary: files[3], lessons: [lesson])
    check(parsed.diagnostics, in: files + [lesson])
  }

  private static let phrases = Subject("phrases", .phrases, words: yamlWords + ["{", "{#}", "{}", "{9}"]) {
    bytes in
    let file = SourceFile(path: "lessons/figures.zh.yml", bytes: bytes)
    let parsed = parsePhrasebook(file)
    check(parsed.diagnostics, in: [file])
    _ = parsed.value.translate("3 of 4")
  }

  private static let page = Subject("page", .lesson, words: markdown, isSlow: true) { render($0, "03-a.md") }

  private static let formula = Subject(
    "formula", .formula,
    words: [
      "\\frac", "{", "}", "^", "_", "\\left(", "\\begin{matrix}", "\\end{matrix}", "&", "\\\\", "\\text{",
      "$", "\\sqrt[", "\\def\\a", "#1", "%",
    ], isSlow: true
  ) { render(Array("$$\n".utf8) + $0 + Array("\n$$\n".utf8), "formula.md") }

  /// Renders a text, with nothing kept.
  private static func render(_ bytes: [UInt8], _ path: String) {
    let file = SourceFile(path: path, bytes: bytes)
    let lesson = parseText(file)
    let body = renderBody(lesson.value, tool: Digest(of: []), store: ContentStore(folder: "/proc/nowhere"))
    check(lesson.diagnostics + body.diagnostics, in: [file])
    promise(String(validating: body.value, as: UTF8.self) != nil, "a page that is not UTF-8")
  }

  private static let diagram = Subject(
    "diagram", .diagram,
    words: [
      "flowchart TD\n", "graph LR\n", "-->", "-.->", "==>", "--o", "<-->", "---|", "|", "[", "]", "{", "}",
      "((", "))", "subgraph a\n", "end\n", "&",
      ";", "classDef a ", "class a b\n", "style a ", "fill:#", "stroke-width:", ":::", "\"", "#quot;", "<br>",
      "direction RL\n", "click a ", "%%",
      "accDescr {", "~~~", "linkStyle 0 ", "@{ shape: ",
    ]
  ) { bytes in
    let source = String(decoding: bytes, as: UTF8.self)
    let (chart, problems) = Flowchart.parse(source)
    for problem in problems { promise(problem.line >= 1 && problem.column >= 1, "no place: \(problem)") }
    _ = chart.text
    _ = chart.svg(id: "a", title: "t")
  }

  private static let record = Subject("record", .record) { bytes in
    let (frames, _) = RecordFrame.decode(stream: bytes)
    for frame in frames {
      promise(frame.encoded().count == frame.encodedSize, "a frame of another size")
      if frame.kind == .figure { draw(frame.payload) }
    }
  }

  private static let figure = Subject("figure", .figure, draw)

  private static func draw(_ bytes: [UInt8]) {
    guard let figure = try? Figure.decode(bytes) else { return }
    let again = try? Figure.decode(figure.encoded())
    promise(again?.encoded() == figure.encoded(), "a figure that does not survive the wire")
    _ = (
      figure.svg(id: "a"), figure.ascii(width: 80), figure.ascii(width: 20, unicode: true),
      figure.alternativeText()
    )
  }

  private static let result = Subject("result", .result) { bytes in
    guard let result = UnitResult(stored: bytes) else { return }
    promise(
      UnitResult(stored: result.encoded())?.encoded() == result.encoded(),
      "a result that does not survive the wire")
  }

  private static let analysis = Subject("analysis", .summary) { _ = try? BlockAnalysis($0) }

  private static let summary = Subject("summary", .summary) { _ = isStoredSummary($0) }

  private static let output = Subject(
    "output", .output, words: ["...", "1e", "e-", ".", "-", "nan", "inf", "0x", "\n", "\u{1}\n"]
  ) { bytes in
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: "\u{1}", maxSplits: 1).map(
      String.init)
    let (stated, printed) = (parts.first ?? "", parts.last ?? "")
    promise(
      OutputComparison(expected: stated, actual: stated).mismatch == nil || stated.contains("..."),
      "a text that differs from itself")
    _ = OutputComparison(expected: stated, actual: printed, tolerance: 0.1)
    promise(printed.visible.visible == printed.visible, "a text that is not visible at once")
  }

  private static let messages = Subject(
    "messages", .messages, words: [":", ": error: ", ": note: ", "^", "~", "\n", "[", "1:"]
  ) { bytes in
    for message in CompilerMessage.parse(String(decoding: bytes, as: UTF8.self)) { _ = message.report }
  }
}
