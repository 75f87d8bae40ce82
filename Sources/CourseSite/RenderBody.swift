import ContentStore
import CourseModel

/// The HTML of a lesson's body as its page shows it: formulas and diagrams drawn, code coloured; nothing evaluated.
///
/// What is drawn is kept in `store` for the next time. Problems with formulas and diagrams are reported.
public func renderBody(_ lesson: Lesson, tool: Digest, store: ContentStore) -> Parsed<[UInt8]> {
  let course = Course(configuration: CourseConfiguration(), lessons: [lesson])
  let context = CourseContext(course, published: [lesson])
  let tools = RenderingTools(tool: tool, store: store)
  let renderer = LessonRenderer(lesson, LessonOutcome(), context, tools)
  let html = renderer.html
  return Parsed(html, diagnostics: renderer.log.diagnostics)
}
