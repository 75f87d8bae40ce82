import CourseModel

/// The lesson that one text makes, whatever its file is called.
///
/// With `isPlainMarkdown`, all HTML and every address of the text is kept in the tree, as CommonMark has it; otherwise
/// HTML is dropped with a warning, and addresses that may not stand on a page with an error.
public func parseText(_ file: SourceFile, isPlainMarkdown: Bool = false) -> Parsed<Lesson> {
  let name = LessonFileName(id: "text", order: 0, language: nil)
  var settings = LessonSettings(allowsRawHTML: isPlainMarkdown)
  settings.isPlainMarkdown = isPlainMarkdown
  var reading = LessonReading(file, name: name, settings: settings)
  return reading.lesson()
}

/// The lesson in `file`, whose name says its number, `id` and language: `03-feedback.md`, `03-feedback.zh.md`.
package func parseLesson(_ file: SourceFile, settings: LessonSettings = LessonSettings()) -> Parsed<Lesson> {
  var reading = LessonReading(file, settings: settings)
  return reading.lesson()
}

/// The steps from a file to a lesson.
struct LessonReading {
  let file: SourceFile
  let name: LessonFileName
  let settings: LessonSettings
  /// What the lesson's labels lead to, once it is read.
  private(set) var labels: [LabelTarget] = []
  private let requiresTitle: Bool
  private var log: DiagnosticLog

  /// Reads a text that need not be a whole lesson, whatever its file is called.
  init(_ file: SourceFile, name: LessonFileName, settings: LessonSettings) {
    self.file = file
    self.name = name
    self.settings = settings
    requiresTitle = false
    log = DiagnosticLog(path: file.path)
  }

  /// Reads a lesson.
  init(_ file: SourceFile, settings: LessonSettings) {
    var log = DiagnosticLog(path: file.path)
    self.file = file
    self.settings = settings
    name = LessonFileName(path: file.path, settings: settings, log: &log)
    requiresTitle = true
    self.log = log
  }

  /// Front matter, preparation, tree, numbers.
  mutating func lesson() -> Parsed<Lesson> {
    let head = FrontMatterBlock(of: file, log: &log)
    var frontMatter = head.frontMatter
    var preparation = TextPreparation(LessonText(file, lineOffset: head.lineCount), log: log)
    let prepared = preparation.prepared()
    let language = head.language ?? name.language ?? settings.baseLanguage
    var settings = self.settings
    settings.isTranslation = language != settings.baseLanguage
    var builder = TreeBuilder(prepared, settings: settings, log: preparation.log)
    let blocks = prepared.tree.withRoot { builder.document($0) } ?? []
    builder.reportUnusedFootnotes()
    frontMatter.title = frontMatter.title ?? blocks.firstHeading
    var lesson = Lesson(
      file: file, id: name.id, order: name.order,
      language: language, frontMatter: frontMatter, blocks: blocks,
      cells: builder.cells, inlineValues: builder.inlineValues, footnotes: builder.footnotes.all)
    log = builder.log
    if requiresTitle { log.checkEncoding(of: file) }
    if requiresTitle && head.isReadable { checkTitle(of: lesson) }
    labels = lesson.number()
    reportDuplicates()
    return Parsed(lesson, diagnostics: log.diagnostics)
  }

  private mutating func checkTitle(of lesson: Lesson) {
    guard lesson.frontMatter.title == nil else { return }
    log.error(
      "missing-title", at: Position(line: 1), "the lesson has no title",
      help: "begin the file with three lines: ---, title: …, ---")
  }

  private mutating func reportDuplicates() {
    var first: [String: LabelTarget] = [:]
    for label in labels {
      guard let earlier = first[label.numbered.anchor] else {
        first[label.numbered.anchor] = label
        continue
      }
      let note = Diagnostic.Note(path: earlier.path, position: earlier.position, message: "the first is here")
      log.error(
        "duplicate-label", at: label.position, "two things are labelled '\(label.numbered.anchor)'",
        help: "rename one of the two", notes: [note])
    }
  }
}

extension TreeBuilder {
  /// Warns of footnotes that the text never mentions.
  mutating func reportUnusedFootnotes() {
    for name in footnotes.unused {
      log.warning(
        "unused-footnote", at: name.position, length: name.name.utf8.count + 4,
        "the footnote '\(name.name)' is never mentioned", help: "mention it as [^\(name.name)], or remove it")
    }
  }
}

extension [Block] {
  /// The text of the first heading of level 1.
  fileprivate var firstHeading: String? {
    for block in self {
      if case .heading(let heading) = block.content, heading.level == 1 { return heading.content.plainText }
    }
    return nil
  }
}
