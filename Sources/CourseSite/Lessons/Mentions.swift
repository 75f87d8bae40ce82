import CourseModel

/// What a lesson's text names outside itself.
struct Mentions {
  /// The labels it refers to, in the order of their first mention.
  private(set) var labels: [String] = []
  /// The works it cites, in the order of their first mention.
  private(set) var citations: [String] = []
  /// The lessons' files it links to, in the order of their first mention.
  private(set) var lessonFiles: [String] = []

  /// What `lesson` names.
  init(in lesson: Lesson) {
    var labels = Ordered(), citations = Ordered(), lessonFiles = Ordered()
    lesson.forEachInline { inline in
      switch inline {
      case .reference(let reference): labels.add(reference.label)
      case .citation(let keys, _): for key in keys { citations.add(key) }
      case .link(let link):
        if case .lesson(let file, _) = LinkTarget(link.destination) { lessonFiles.add(file) }
      default: break
      }
    }
    self.lessonFiles = lessonFiles.values
    self.labels = labels.values
    self.citations = citations.values
  }

  /// Values without repetition, in the order of their arrival.
  private struct Ordered {
    private(set) var values: [String] = []
    private var seen: Set<String> = []

    mutating func add(_ value: String) {
      if seen.insert(value).inserted { values.append(value) }
    }
  }
}
