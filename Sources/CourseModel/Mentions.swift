/// What a lesson's text names outside its own sentences, in the order of the text, the footnotes' last.
public struct Mentions: Sendable, Hashable {
  /// Works cited in one place.
  public struct Citation: Sendable, Hashable {
    /// The works' keys, as many as the brackets hold.
    public var keys: [String]
    /// Where the first key stands.
    public var position: Position
  }

  /// Every mention of a label.
  public private(set) var references: [Reference] = []
  /// Every citation.
  public private(set) var citations: [Citation] = []
  /// Every link.
  public private(set) var links: [Link] = []

  /// What `lesson` names.
  public init(in lesson: Lesson) {
    lesson.forEachInline { inline in
      switch inline {
      case .reference(let reference): references.append(reference)
      case .citation(let keys, let position): citations.append(Citation(keys: keys, position: position))
      case .link(let link): links.append(link)
      default: break
      }
    }
  }

  /// The keys of the works cited, each once, in the order of their first mention.
  public var citedKeys: [String] { citations.flatMap(\.keys).withoutRepetition() }
}

extension Sequence where Element: Hashable {
  /// The elements, each where it comes first.
  public func withoutRepetition() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
