import CourseModel

/// Puts lessons into parts, one after the other.
struct ContentsParts {
  /// The parts so far.
  private(set) var parts: [Contents.Part] = []

  private let context: CourseContext
  private let language: String
  private let descriptions: [String: String]
  private var pages = PageNames()
  private var titles: [String] = []

  /// No parts yet, as pages in `language` show them.
  init(_ context: CourseContext, language: String) {
    (self.context, self.language) = (context, language)
    let configuration = context.course.configuration
    let described = configuration.parts.map {
      ($0.name, configuration.description(of: $0, in: language) ?? "")
    }
    descriptions = Dictionary(described) { first, _ in first }
  }

  /// Adds a lesson of the base language to the last part, or to a new one where it names another.
  mutating func add(_ base: Lesson) {
    let lesson = context.lesson(base.id, in: language) ?? base
    let title = lesson.frontMatter.part ?? base.frontMatter.part ?? ""
    if parts.last?.title != title { begin(title, name: base.frontMatter.part ?? "") }
    parts[parts.count - 1].entries.append(
      Contents.Entry(lesson: lesson, address: context.address(of: lesson, from: language)))
  }

  private mutating func begin(_ title: String, name: String) {
    let page = title.isEmpty ? nil : pages.add(name)
    let description = descriptions[name].flatMap { $0.isEmpty ? nil : $0 }
    parts.append(Contents.Part(title: title, page: page, description: description, entries: []))
    titles.append(name)
  }

  /// The parts cut into pieces of at most `most` lessons, each with a title and a page.
  func pieces(of most: Int) -> [Contents.Part] {
    var pages = self.pages
    return zip(parts, titles).flatMap { part, name -> [Contents.Part] in
      guard part.entries.count > most || part.page == nil else { return [part] }
      return stride(from: 0, to: part.entries.count, by: most).map { start in
        let entries = Array(part.entries[start..<min(start + most, part.entries.count)])
        let page = start == 0 ? part.page : nil
        return Contents.Part(
          title: title(of: entries, in: part), page: page ?? pages.add(name),
          description: start == 0 ? part.description : nil, entries: entries)
      }
    }
  }

  /// What a piece is called: the part, if it has a title, and the numbers of the piece's lessons.
  private func title(of entries: [Contents.Entry], in part: Contents.Part) -> String {
    let words = Words.of(language)
    let numbers = entries.map(\.lesson.order)
    let range = (numbers.min() ?? 0, numbers.max() ?? 0)
    let lessons = words.site.lessonRange.replacingNumber(
      with: range.0 == range.1 ? "\(range.0)" : "\(range.0)–\(range.1)")
    return part.title.isEmpty ? lessons : part.title + words.colon + lessons
  }
}

/// The names of the parts' pages, each given once.
struct PageNames {
  private var taken: Set<String> = []

  /// The name of the page of the part called `title`: its ASCII letters and digits; a count tells equal names apart.
  mutating func add(_ title: String) -> String {
    let words = title.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let name = PageName.part + (words.isEmpty ? "\(taken.count + 1)" : words.joined(separator: "-"))
    var unique = name, count = taken.count
    while !taken.insert(unique).inserted {
      count += 1
      unique = name + "-\(count)"
    }
    return unique
  }
}
