import CourseModel

/// The YAML between two lines `---` at the head of a lesson.
struct FrontMatterBlock {
  /// What it says.
  private(set) var frontMatter = FrontMatter()
  /// The language that it names.
  private(set) var language: String?
  /// How many lines of the file it takes, with both lines of hyphens.
  private(set) var lineCount = 0
  /// Whether it could be read, if there is any.
  private(set) var isReadable = true

  /// The keys.
  enum Key: String, CaseIterable {
    case title, description, part, objectives, prerequisites, optimize, timeout, seed, authors, draft, lang
    case shortTitle = "short_title"
  }

  /// Reads the head of `file`; without front matter nothing is said.
  init(of file: SourceFile, log: inout DiagnosticLog) {
    guard Self.isRule(file, 1), Self.looksLikeYAML(file) else { return }
    guard let end = (2...max(2, file.lineCount)).first(where: { Self.isRule(file, $0) }) else {
      log.error(
        "front-matter", at: Position(line: 1), length: 3, "the front matter is not closed",
        help: "put a line '---' below its last key")
      isReadable = false
      return
    }
    lineCount = end
    let text = (2..<end).map { file.line($0) + "\n" }.joined()
    let problems = log.diagnostics.count
    guard let mapping = YAMLMapping(text, firstLine: 2, log: &log) else {
      isReadable = log.diagnostics.count == problems
      return
    }
    for entry in mapping.entries { read(entry, log: &log) }
  }

  private static func isRule(_ file: SourceFile, _ number: Int) -> Bool {
    let line = file.lineBytes(number).trimmingBlanks()
    return line.elementsEqual("---".utf8) || number > 1 && line.elementsEqual("...".utf8)
  }

  /// Whether the first line that is neither empty nor a comment begins with a key, as no heading does.
  private static func looksLikeYAML(_ file: SourceFile) -> Bool {
    for number in 2..<max(2, min(file.lineCount + 1, 50)) {
      let line = file.lineBytes(number)
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      let rest = line.drop { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
      let key = line.prefix { $0.isNamePart }
      return first.isLetter
        && (line.dropFirst(key.count).first == UInt8(ascii: ":") || rest.starts(with: "：".utf8))
    }
    return false
  }

  private mutating func read(_ entry: YAMLEntry, log: inout DiagnosticLog) {
    guard let key = Key(rawValue: entry.key) else {
      return log.unknownKey(entry, among: Key.allCases.map(\.rawValue))
    }
    let value = entry.value
    switch key {
    case .title:
      let title = value.string(log: &log)
      frontMatter.title = title?.allSatisfy(\.isWhitespace) == true ? nil : title
    case .shortTitle: frontMatter.shortTitle = value.string(log: &log)
    case .description: frontMatter.description = value.string(log: &log)
    case .part: frontMatter.part = value.string(log: &log)
    case .objectives: frontMatter.objectives = value.strings(log: &log)
    case .prerequisites: frontMatter.prerequisites = Self.prerequisites(value, log: &log)
    case .optimize: frontMatter.optimize = value.bool(log: &log) ?? false
    case .timeout: frontMatter.timeout = value.number(in: Limits.seconds, of: "seconds", log: &log)
    case .seed: frontMatter.seed = value.seed(log: &log)
    case .authors: frontMatter.authors = value.strings(log: &log)
    case .draft: frontMatter.isDraft = value.bool(log: &log) ?? false
    case .lang: language = value.string(log: &log)
    }
  }

  private static func prerequisites(
    _ value: YAMLValue, log: inout DiagnosticLog
  ) -> [FrontMatter.Prerequisite] {
    value.values.compactMap { value in
      value.string(log: &log).map { FrontMatter.Prerequisite(lesson: $0, position: value.position) }
    }
  }
}
