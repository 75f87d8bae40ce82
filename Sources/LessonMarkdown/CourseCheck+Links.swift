import CourseModel

extension CourseCheck {
  /// Checks that links to lessons and to places on pages lead somewhere.
  mutating func checkLinks(_ links: [Link], in lesson: Lesson) {
    for link in links {
      guard !link.destination.isElsewhere else { continue }
      let parts = link.destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let file = String(parts[0]).removingPercentEncoding
      let anchor = parts.count > 1 ? String(parts[1]).removingPercentEncoding : ""
      if file.isEmpty {
        check(anchor, of: [lesson], link, in: lesson)
      } else if file.hasSuffix(".md") {
        checkLesson(file, anchor, link, in: lesson)
      }
    }
  }

  private mutating func checkLesson(_ file: String, _ anchor: String, _ link: Link, in lesson: Lesson) {
    let name = file.hasPrefix("./") ? String(file.dropFirst(2)) : file
    guard let target = course.lessons.first(where: { $0.file.name == name }) else {
      return error(
        "unknown-lesson", in: lesson, at: link.position, length: link.destination.utf8.count,
        "there is no lesson's file '\(name)'",
        help: suggestion(for: name, among: course.lessons.map(\.file.name)))
    }
    let twin = course.lesson(target.id, in: lesson.language)
    check(anchor, of: [twin, target].compactMap { $0 }, link, in: lesson)
  }

  private mutating func check(_ anchor: String, of lessons: [Lesson], _ link: Link, in lesson: Lesson) {
    guard !anchor.isEmpty else { return }
    let anchors = lessons.map { anchorSet(of: $0) }
    guard !anchors.contains(where: { $0.contains(anchor) }) else { return }
    error(
      "unknown-anchor", in: lesson, at: link.position, length: link.destination.utf8.count,
      "\(lessons.first?.file.name ?? "") has no place '#\(anchor)'",
      help: suggestion(
        for: anchor, among: (anchors.first ?? []).sorted(),
        orElse: "label the heading there: {#sec-\(anchor)}"))
  }

  private func anchorSet(of lesson: Lesson) -> Set<String> {
    course.lessons.firstIndex { $0.key == lesson.key }.map { mentions[$0].anchors } ?? []
  }
}

extension String {
  /// Whether this address has a scheme or a host, so that it leads out of the course.
  fileprivate var isElsewhere: Bool {
    if hasPrefix("//") || hasPrefix("/") { return true }
    guard let colon = utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return self[..<colon].utf8.allSatisfy { $0.isLetter || $0.isDigit || "+-.".utf8.contains($0) }
  }

  /// The text with `%20` and the like decoded.
  fileprivate var removingPercentEncoding: String {
    let bytes = Array(utf8)
    var decoded: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "%"), offset + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[offset + 1...offset + 2], as: UTF8.self), radix: 16)
      {
        decoded.append(byte)
        offset += 3
      } else {
        decoded.append(bytes[offset])
        offset += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}
