import CourseModel

/// Finds the glossary's terms in texts of one language.
///
/// The longest term at a place is taken, in any case; a term that begins or ends with a letter of an alphabet is a
/// whole word, which may end in a plural s. Chinese has no boundaries between words, so single characters, which
/// are parts of many words, are not looked for.
package struct TermFinder: Sendable {
  /// The characters that words for terms have in common at their beginning, and what may follow.
  private struct Node: Sendable {
    var next: [Character: Int] = [:]
    var form: Form?
  }

  /// A word for a term.
  private struct Form: Sendable {
    let id: String
    let length: Int
    let last: Character
    /// Which of the words it is, in the order of the glossary.
    let order: Int
  }

  /// A term found in a text.
  package struct Find: Hashable {
    /// The term's `id`.
    package var id: String
    /// Where it stands.
    package var range: Range<Int>

    /// A term that stands in `range`.
    package init(id: String, range: Range<Int>) {
      (self.id, self.range) = (id, range)
    }
  }

  /// The line ends of a text, which stand for a space between words and for nothing between Chinese characters.
  static let lineEnd: Character = "\n"

  /// The tree of all words by their characters; the first node is its root.
  private var nodes = [Node()]

  /// A finder of `terms` in texts of `language`.
  package init(_ terms: [GlossaryTerm], in language: String) {
    var order = 0
    for term in terms {
      for form in term.forms(in: language) {
        let characters = Array(form.lowercased())
        guard let first = characters.first, characters.count > 1 || first.isASCII else { continue }
        add(characters, of: term.id, order: order)
        order += 1
      }
    }
  }

  private mutating func add(_ characters: [Character], of id: String, order: Int) {
    var node = 0
    for character in characters {
      if let next = nodes[node].next[character] {
        node = next
      } else {
        nodes.append(Node())
        nodes[node].next[character] = nodes.count - 1
        node = nodes.count - 1
      }
    }
    guard nodes[node].form == nil, let last = characters.last else { return }
    nodes[node].form = Form(id: id, length: characters.count, last: last, order: order)
  }

  /// The terms in `text`, which do not overlap, from first to last.
  package func terms(in text: [Character]) -> [Find] {
    var finds: [Find] = []
    var index = 0
    while index < text.count {
      if let find = term(in: text, at: index) {
        finds.append(find)
        index = find.range.upperBound
      } else {
        index += 1
      }
    }
    return finds
  }

  /// The longest term that begins at `start`; of equally long ones the glossary's first.
  private func term(in text: [Character], at start: Int) -> Find? {
    guard !steps(from: 0, at: start, in: text, start: start).isEmpty else { return nil }
    if text[start].isWordPart, start > 0, text[start - 1].isWordPart { return nil }
    var best: (form: Form, end: Int)?
    var open = [(node: 0, index: start)]
    while let (node, index) = open.popLast() {
      if let form = nodes[node].form, let end = end(of: form, at: index, in: text),
        best.map({ ($0.form.length, form.order) < (form.length, $0.form.order) }) ?? true
      {
        best = (form, end)
      }
      open += steps(from: node, at: index, in: text, start: start)
    }
    return best.map { Find(id: $0.form.id, range: start..<$0.end) }
  }

  /// Where the words go on that have come as far as `node`.
  private func steps(
    from node: Int, at index: Int, in text: [Character], start: Int
  ) -> [(node: Int, index: Int)] {
    guard index < text.count else { return [] }
    let next = nodes[node].next
    guard text[index] == Self.lineEnd else {
      return next[Self.lowercased(text[index])].map { [($0, index + 1)] } ?? []
    }
    var steps = next[" "].map { [($0, index + 1)] } ?? []
    guard index > start, index + 1 < text.count else { return steps }
    let here = Self.lowercased(text[index + 1])
    if here != " ", !here.isWordPart, let node = next[here] { steps.append((node, index + 2)) }
    return steps
  }

  /// Where a word ends whose characters end at `index`, if it does not go on there as another.
  private func end(of form: Form, at index: Int, in text: [Character]) -> Int? {
    guard form.last.isWordPart else { return index }
    let end = index < text.count && text[index] == "s" && form.last != "s" ? index + 1 : index
    return end < text.count && text[end].isWordPart ? nil : end
  }

  private static func lowercased(_ character: Character) -> Character {
    let lower = character.lowercased()
    return lower.count == 1 ? Character(lower) : character
  }
}

extension Character {
  /// Whether words of an alphabet are made of it: a letter, a digit, a hyphen; no Chinese character is.
  fileprivate var isWordPart: Bool {
    if isASCII { return isLetter || isNumber || self == "-" || self == "_" }
    guard let value = unicodeScalars.first?.value, isLetter || isNumber else { return false }
    return value < 0x2E80
  }
}
