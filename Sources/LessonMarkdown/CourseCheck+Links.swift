import CourseModel

extension CourseCheck {
  /// Checks that links to lessons and to places on pages lead somewhere.
  mutating func checkLinks(_ links: [Link], in lesson: Lesson) {
    for link in links {
      switch LinkTarget(link.destination) {
      case .place(let anchor): check(anchor, of: [lesson], link, in: lesson)
      case .lesson(let file, let anchor): checkLesson(file, anchor, link, in: lesson)
      case .address, .file, .activation: break
      }
    }
  }

  private mutating func checkLesson(_ file: String, _ anchor: String, _ link: Link, in lesson: Lesson) {
    guard let target = lessonsByFile[file] else {
      return error(
        "unknown-lesson", in: lesson, at: link.position, length: link.destination.utf8.count,
        "there is no lesson's file '\(file)'",
        help: fileNames.suggestion(for: file))
    }
    let twin = course.lesson(target.id, in: lesson.language)
    check(anchor, of: [twin, target].compactMap { $0 }, link, in: lesson)
  }

  private mutating func check(_ anchor: String, of lessons: [Lesson], _ link: Link, in lesson: Lesson) {
    guard !anchor.isEmpty else { return }
    guard !lessons.contains(where: { anchorSet(of: $0).contains(anchor) }) else { return }
    let names = lessons.first.map { anchorSet(of: $0) } ?? KnownNames([])
    let label = Label.kind(of: anchor) == nil ? "sec-\(anchor)" : anchor
    error(
      "unknown-anchor", in: lesson, at: link.position, length: link.destination.utf8.count,
      "\(lessons.first?.file.name ?? "") has no place '#\(anchor)'",
      help: names.suggestion(
        for: anchor,
        orElse: "label the heading there: {#\(label)}"))
  }

  /// The anchors that headings, numbered things and named blocks of a lesson have.
  mutating func anchorSet(of lesson: Lesson) -> KnownNames {
    if let known = anchors[lesson.key] { return known }
    let found = KnownNames(lesson.anchors.sorted())
    anchors[lesson.key] = found
    return found
  }
}
