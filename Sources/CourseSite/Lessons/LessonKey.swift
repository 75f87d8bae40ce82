import ContentStore
import CourseModel
import Figures

/// The digest of everything that a lesson's body is made from.
struct LessonKey {
  /// The surroundings.
  let context: CourseContext
  /// Tool, formulas: what all bodies depend on.
  let tools: Digest

  /// The digest of `lesson`'s body as `outcome` found it.
  func digest(of lesson: Lesson, _ outcome: LessonOutcome) -> Digest {
    var builder = DigestBuilder()
    builder.add("tools", tools)
    builder.add("file", lesson.file.path)
    builder.add("text", lesson.file.bytes)
    if let base = context.baseLesson(lesson.id), base.language != lesson.language {
      builder.add("base", base.file.bytes)
    }
    builder.add("language", lesson.language)
    builder.add("raw", context.course.configuration.allowsRawHTML ? "yes" : "no")
    builder.add("outcome", OutcomeBytes.of(outcome))
    addMentions(of: lesson, to: &builder)
    if let claims = context.course.claims {
      for judgement in lesson.judgements { claims.claim(judgement.claim).map { builder.add($0) } }
    }
    return builder.digest()
  }

  /// What the text names outside itself, as it is now; the numbers of the lesson's own labels are in its order.
  private func addMentions(of lesson: Lesson, to builder: inout DigestBuilder) {
    let mentions = Mentions(in: lesson)
    for label in mentions.references.map(\.label).withoutRepetition() {
      guard let target = context.target(of: label, in: lesson.language) else { continue }
      let place = context.lesson(target.lesson, in: lesson.language).map {
        context.address(of: $0, from: lesson.language)
      }
      builder.add(
        "label \(label)",
        "\(target.numbered.kind.rawValue) \(target.numbered.number) \(target.numbered.anchor)")
      builder.add("title", target.title + (place ?? ""))
    }
    for key in mentions.citedKeys {
      guard let work = context.work(key) else { continue }
      builder.add("work \(key)", work.authors.joined(separator: ";") + "|\(work.year ?? 0)|\(work.title)")
      builder.add("where", (work.venue ?? "") + "|" + (work.url ?? ""))
    }
    if mentions.links.contains(where: { $0.activation != nil }) {
      builder.add("reference", context.course.configuration.reference?.rawValue ?? "")
    }
    for file in mentions.links.compactMap(\.lessonFile).withoutRepetition() {
      let target = context.lesson(inFile: file, from: lesson.language)
      builder.add("link \(file)", target.map { context.address(of: $0, from: lesson.language) } ?? "")
    }
  }
}

extension Link {
  /// The name of the lesson's file that it leads to, if it leads to one.
  fileprivate var lessonFile: String? {
    if case .lesson(let file, _) = LinkTarget(destination) { file } else { nil }
  }
}

/// An outcome as bytes, for its digest.
enum OutcomeBytes {
  /// Everything of the outcome that a page shows.
  static func of(_ outcome: LessonOutcome) -> [UInt8] {
    var writer = ByteWriter()
    writer.add(outcome.cells) { writer, cell in add(cell, to: &writer) }
    writer.add(outcome.inlineValues) { writer, value in
      writer.add(value != nil)
      writer.add(value ?? "")
    }
    return writer.bytes
  }

  private static func add(_ cell: CellOutcome, to writer: inout ByteWriter) {
    writer.add("\(cell.state)")
    writer.add(cell.comparedLines ?? -1)
    writer.add(cell.outputs) { writer, output in add(output, to: &writer) }
    writer.add(cell.syntax) { writer, span in
      writer.add(span.start)
      writer.add(span.length)
      writer.add(Int(span.kind.rawValue))
    }
  }

  private static func add(_ output: CellOutput, to writer: inout ByteWriter) {
    switch output {
    case .standardOutput(let text): add(0, text, to: &writer)
    case .standardError(let text): add(1, text, to: &writer)
    case .compilerMessage(let text): add(2, text, to: &writer)
    case .trapMessage(let text): add(3, text, to: &writer)
    case .notice(let text): add(4, text, to: &writer)
    case .figure(let figure):
      writer.add(5)
      writer.add(figure.encoded())
    }
  }

  private static func add(_ kind: Int, _ text: String, to writer: inout ByteWriter) {
    writer.add(kind)
    writer.add(text)
  }
}
