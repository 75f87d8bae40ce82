import CourseModel

/// A lesson and its translations: what shares one program.
package struct LessonGroup: Sendable {
  /// The lesson's name.
  package var id: String
  /// The lesson in the base language, then the translations in the languages' order.
  package var lessons: [Lesson]

  /// A lesson and its translations.
  package init(id: String, lessons: [Lesson]) {
    self.id = id
    self.lessons = lessons
  }

  /// The groups of a course, in the lessons' order.
  package static func groups(of course: Course, only: Set<String>?) -> [LessonGroup] {
    var order: [String] = []
    var groups: [String: [Lesson]] = [:]
    for lesson in course.lessons where only?.contains(lesson.id) ?? true {
      if groups[lesson.id] == nil { order.append(lesson.id) }
      groups[lesson.id, default: []].append(lesson)
    }
    let languages = course.configuration.languages
    return order.map { id in
      let lessons = groups[id] ?? []
      return LessonGroup(id: id, lessons: lessons.stablySorted { rank(of: $0.language, in: languages) })
    }
  }

  private static func rank(of language: String, in languages: [String]) -> Int {
    languages.firstIndex(of: language) ?? languages.count
  }

  /// The code of all cells and sentences, lesson by lesson.
  package var sources: [String] {
    lessons.flatMap { lesson in
      lesson.cells.map { $0.kind == .swift ? $0.source : "" } + lesson.inlineValues.map(\.expression)
    }
  }
}

extension Array {
  fileprivate func stablySorted(by rank: (Element) -> Int) -> [Element] {
    enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }
}
