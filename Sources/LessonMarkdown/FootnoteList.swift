import CourseModel

/// The footnotes of a lesson while it is read: they may be mentioned before or after they are defined.
struct FootnoteList {
  private var names: [String] = []
  private var mentions: [String: (index: Int, count: Int)] = [:]
  private var definitions: [String: (name: FootnoteName, blocks: [Block])] = [:]

  /// Counts a mention; answers the footnote's index and which of its mentions this is.
  mutating func mention(_ name: String) -> (index: Int, mention: Int) {
    if mentions[name] == nil { names.append(name) }
    let (index, count) = mentions[name] ?? (names.count - 1, 0)
    mentions[name] = (index, count + 1)
    return (index, count + 1)
  }

  /// Keeps the text of a footnote; the first definition counts.
  mutating func define(_ name: FootnoteName, as blocks: [Block]) {
    if definitions[name.name] == nil { definitions[name.name] = (name, blocks) }
  }

  /// The footnotes in the order of their first mention.
  var all: [Footnote] {
    names.map { name in
      Footnote(name: name, blocks: definitions[name]?.blocks ?? [], mentions: mentions[name]?.count ?? 0)
    }
  }

  /// The footnotes that are never mentioned, in the order of their places.
  var unused: [FootnoteName] {
    definitions.values.map(\.name).filter { mentions[$0.name] == nil }.sorted { $0.position < $1.position }
  }
}
