import ContentStore
import CourseModel
import CourseSite
import Figures
import Foundation
import Testing

/// A small course written out by hand: what its lessons hold, and what their blocks came to.
struct SiteSample {
  var course: Course
  var outcomes: [OutcomeKey: LessonOutcome]
  let folder: URL
  var store = SiteSample.sharedStore
  var reference: ActivationReference?
  var experiments = ExperimentSummaries()

  /// A course of two lessons, the second also in Chinese, with a folder of its own.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "site-sample-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "lessons"), withIntermediateDirectories: true)
    var configuration = CourseConfiguration()
    configuration.titles = ["en": "Slopes & Kinks", "zh": "斜率与折点"]
    configuration.descriptions = ["en": "What a derivative is.", "zh": "什么是导数。"]
    configuration.languages = ["en", "zh"]
    configuration.authors = ["Ada Example"]
    configuration.licence = "CC BY 4.0"
    configuration.parts = [
      CoursePart(
        name: "Mathematics", descriptions: ["en": "Slopes & more.", "zh": "斜率等等。"], path: "course.yml",
        position: Self.here)
    ]
    let lessons = [Self.background, Self.kinks, Self.kinksInChinese]
    course = Course(
      configuration: configuration, lessons: lessons, bibliography: Self.works, labels: Self.labels)
    outcomes = [
      Self.background.key: LessonOutcome(), Self.kinks.key: Self.kinksOutcome,
      Self.kinksInChinese.key: LessonOutcome(
        cells: Array(Self.kinksOutcome.cells.prefix(1)), inlineValues: ["0.5"]),
    ]
  }

  /// The site, made with the store in the sample's folder.
  func site(isDraft: Bool = false) -> Site {
    let settings = SiteSettings(
      lessonsFolder: folder.appending(path: "lessons").path, toolDigest: Digest(of: [1]), toolVersion: "1.0",
      compilerVersion: "Swift 6.3", isDraft: isDraft, reference: reference,
      experiments: experiments)
    return Site(course: course, outcomes: outcomes, settings: settings, store: store)
  }

  /// What all samples render is kept for all of them, unless one wants a store of its own.
  private static let sharedStore = ContentStore(
    folder: FileManager.default.temporaryDirectory.appending(path: "site-samples-\(getpid())").path)

  /// Gives the sample a store that nobody else uses.
  mutating func useOwnStore() { store = ContentStore(folder: folder.appending(path: "store").path) }

  /// The page at `path`, or nil if the site has none.
  func page(_ path: String, isDraft: Bool = false) -> String? {
    let files = site(isDraft: isDraft).files().value
    return files.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// The text of the page at `path`, without what stands around it.
  func text(of path: String) throws -> String {
    let page = try #require(self.page(path))
    let start = try #require(page.firstRange(of: "<main")), end = try #require(page.firstRange(of: "</main>"))
    return String(page[start.lowerBound..<end.upperBound]) + "\n"
  }

  /// Removes the sample's folder.
  func remove() { try? FileManager.default.removeItem(at: folder) }
}

// MARK: - Lessons

extension SiteSample {
  private static let here = Position(line: 3)

  private static func text(_ words: String) -> [Inline] { [.text(words)] }

  private static func paragraph(_ inlines: Inline...) -> Block { Block(.paragraph(inlines), at: here) }

  static let background: Lesson = {
    var matter = FrontMatter()
    matter.title = "Background <first>"
    matter.part = "Orientation"
    matter.description = "Where the question comes from."
    let file = SourceFile(path: "lessons/01-background.md", text: "# Background\n\nSee the kink.\n")
    let kink = Reference(label: "fig-relu", content: [], position: here)
    return Lesson(
      file: file, id: "background", order: 1, language: "en", frontMatter: matter,
      blocks: [
        paragraph(.text("See "), .reference(kink), .text(" & ask.")),
        paragraph(.text("A formula: "), .math("x_1 < x_2", here)),
      ])
  }()

  static let kinks: Lesson = {
    var matter = FrontMatter()
    matter.title = "Where lines bend"
    matter.shortTitle = "Kinks"
    matter.part = "Mathematics"
    matter.objectives = ["find a kink", "call `relu` on it"]
    matter.prerequisites = [FrontMatter.Prerequisite(lesson: "background", position: here)]
    let file = SourceFile(path: "lessons/02-kinks.md", text: "# Kinks\n\nThe kinks' text.\n")
    return Lesson(
      file: file, id: "kinks", order: 2, language: "en", frontMatter: matter, blocks: kinkBlocks,
      cells: kinkCells,
      inlineValues: [InlineValue(expression: "relu(0.5)", position: here, precedingCells: 1)],
      footnotes: [Footnote(name: "mean", blocks: [paragraph(.text("The mean of both."))], mentions: 2)])
  }()

  private static var kinkBlocks: [Block] {
    let back = Link(destination: "01-background.md", title: "", content: text("lesson 1"), position: here)
    let section = Reference(label: "sec-wrong", content: [], position: here)
    let math = DisplayMath(
      tex: "f(x) = \\max(0, x)", position: here,
      numbered: Numbered(kind: .equation, number: "2.1", anchor: "eq-relu"))
    let table = TextTable(
      alignments: [.left, .right], header: [text("Function"), text("Slope")],
      rows: [[text("relu"), text("1")], [text("tanh"), text("0.42")]], caption: text("Slopes at 1."),
      numbered: Numbered(kind: .table, number: "2.1", anchor: "tbl-slopes"))
    return [
      paragraph(
        .text("After "), .link(back), .text(" we find "), .value(0), .footnoteReference(index: 0, mention: 1),
        .text(" "), .citation(keys: ["nair2010", "brown2020"], here), .text(", see "), .reference(section),
        .text(".")),
      Block(.math(math), at: here),
      Block(.heading(Heading(level: 2, content: text("A definition"), anchor: "a-definition")), at: here),
      Block(.cell(0), at: here),
      Block(
        .callout(
          Callout(
            kind: .note,
            content: [paragraph(.text("Mind the kink."), .footnoteReference(index: 0, mention: 2))])),
        at: here),
      Block(
        .heading(Heading(level: 2, content: text("What is wrong"), anchor: "sec-wrong", isLabelled: true)),
        at: here),
      Block(.cell(1), at: here), Block(.cell(2), at: here), Block(.cell(3), at: here),
      Block(.heading(Heading(level: 3, content: text("Compared"), anchor: "compared")), at: here),
      Block(.table(table), at: here),
      Block(.codeBlock(info: "text", text: "a < b\n"), at: here),
    ]
  }

  private static var kinkCells: [Cell] {
    var plotOptions = CellOptions()
    plotOptions.figureCaption = "The rectifier, $x \\ge 0$ and `relu`"
    plotOptions.label = "fig-relu"
    return [
      Cell(
        index: 0, kind: .swift, id: "relu", options: plotOptions,
        source: "let y = relu(0.5) < 1\nplot(.relu)\n",
        position: Position(line: 9), firstLine: 10,
        expectedOutput: ExpectedOutput(text: "0.5\n", position: Position(line: 14), lines: 15..<16),
        numbered: Numbered(kind: .figure, number: "2.1", anchor: "fig-relu")),
      Cell(
        index: 1, kind: .swift, expectation: .fails, source: "let n: Int = 0.5\n",
        position: Position(line: 20),
        firstLine: 21),
      Cell(
        index: 2, kind: .swift, isSetup: true, source: "let hidden = 1\n", position: Position(line: 25),
        firstLine: 26),
      Cell(
        index: 3,
        kind: .experiment(
          name: "derivative-check",
          parameters: [ExperimentArgument(name: "activation", value: .string("gelu"), position: here)]),
        source: "activation: gelu\n", position: Position(line: 30), firstLine: 31),
    ]
  }

  private static var kinksOutcome: LessonOutcome {
    let xs = [-1.0, 0, 1]
    let plot = Plot(title: "relu", series: [.line("relu", xs, [0, 0, 1])])
    let check = Check(
      name: "gelu", comparison: "the stated slope with central differences", points: 201, worstPoint: 0.5,
      stated: 0.867, measured: 0.8670001, bound: 1e-6, resolution: 1e-5, passed: true, notes: ["no kinks"])
    let first = CellOutcome(
      state: .ran, outputs: [.standardOutput("0.5\n"), .figure(.plot(plot))],
      syntax: [
        SyntaxSpan(start: 0, length: 3, kind: .keyword), SyntaxSpan(start: 8, length: 4, kind: .type),
      ],
      comparedLines: 1)
    return LessonOutcome(
      cells: [
        first,
        CellOutcome(state: .rejected, outputs: [.compilerMessage("error: cannot convert 'Double' to 'Int'")]),
        CellOutcome(state: .ran, outputs: [.standardOutput("unseen\n")]),
        CellOutcome(state: .ran, outputs: [.figure(.check(check))]),
      ], inlineValues: ["0.5"], source: .run)
  }

  static let kinksInChinese: Lesson = {
    var matter = FrontMatter()
    matter.title = "折线在哪里"
    matter.description = "找到折点。"
    let file = SourceFile(path: "lessons/02-kinks.zh.md", text: "# 折点\n")
    let cell = Cell(
      index: 0, kind: .use(id: "relu"), source: "", position: Position(line: 5), firstLine: 6,
      numbered: Numbered(kind: .figure, number: "2.1", anchor: "fig-relu"))
    let headings = [("定义", "定义", 2), ("错在哪里", "sec-wrong", 2), ("比较", "比较", 3)]
    return Lesson(
      file: file, id: "kinks", order: 2, language: "zh", frontMatter: matter,
      blocks: [
        paragraph(
          .text("参见 "), .reference(Reference(label: "fig-relu", content: [], position: here)), .value(0))
      ]
        + headings.map { Block(.heading(Heading(level: $0.2, content: text($0.0), anchor: $0.1)), at: here) }
        + [Block(.cell(0), at: here)],
      cells: [cell], inlineValues: [InlineValue(expression: "y", position: here, precedingCells: 1)])
  }()

  private static let works = [
    BibliographyEntry(
      key: "nair2010", authors: ["Nair, V.", "Hinton, G. E."], year: 2010, title: "Rectified linear units",
      venue: "ICML", url: "https://example.org/nair"),
    BibliographyEntry(
      key: "brown2020", authors: ["Brown, T.", "Mann, B.", "Ryder, N."], year: 2020, title: "Few-shot"),
  ]

  private static var labels: [Course.LabelKey: LabelTarget] {
    var labels: [Course.LabelKey: LabelTarget] = [:]
    for language in ["en", "zh"] {
      labels[.init(language: language, label: "fig-relu")] = LabelTarget(
        numbered: Numbered(kind: .figure, number: "2.1", anchor: "fig-relu"), lesson: "kinks", path: "",
        position: here)
      labels[.init(language: language, label: "sec-wrong")] = LabelTarget(
        numbered: Numbered(kind: .section, number: "2.2", anchor: "sec-wrong"), lesson: "kinks",
        title: "What is wrong", path: "", position: here)
    }
    return labels
  }
}
