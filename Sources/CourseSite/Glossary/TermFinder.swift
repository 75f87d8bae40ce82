import CourseModel

/// Finds the glossary's terms in texts of one language.
///
/// The longest term at a place is taken, in any case; a term that begins or ends with a letter of an alphabet is a
/// whole word, which may end in a plural s. Chinese has no boundaries between words, so single characters, which
/// are parts of many words, are not looked for.
struct TermFinder: Sendable {
  /// A word for a term.
  private struct Form: Sendable {
    let id: String
    let characters: [Character]
  }

  /// A term found in a text.
  struct Find: Hashable {
    /// The term's `id`.
    var id: String
    /// Where it stands.
    var range: Range<Int>
  }

  /// The line ends of a text, which stand for a space between words and for nothing between Chinese characters.
  static let lineEnd: Character = "\n"

  /// The forms by their first character, the longest first.
  private let forms: [Character: [Form]]

  /// A finder of `terms` in texts of `language`.
  init(_ terms: [GlossaryTerm], in language: String) {
    var forms: [Character: [Form]] = [:]
    for term in terms {
      for form in term.forms(in: language) {
        let characters = Array(form.lowercased())
        guard let first = characters.first, characters.count > 1 || first.isASCII else { continue }
        forms[first, default: []].append(Form(id: term.id, characters: characters))
      }
    }
    self.forms = forms.mapValues { list in
      list.enumerated().sorted {
        ($1.element.characters.count, $0.offset) < ($0.element.characters.count, $1.offset)
      }
      .map(\.element)
    }
  }

  /// The terms in `text`, which do not overlap, from first to last.
  func terms(in text: [Character]) -> [Find] {
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

  private func term(in text: [Character], at start: Int) -> Find? {
    let first = text[start]
    guard let candidates = forms[first] ?? forms[Self.lowercased(first)] else { return nil }
    if first.isWordPart, start > 0, text[start - 1].isWordPart { return nil }
    for form in candidates {
      if let end = end(of: form, in: text, from: start) { return Find(id: form.id, range: start..<end) }
    }
    return nil
  }

  /// Where `form` ends if it begins at `start`.
  private func end(of form: Form, in text: [Character], from start: Int) -> Int? {
    var index = start
    for character in form.characters {
      if index > start, index < text.count, text[index] == Self.lineEnd, character != " " {
        guard !character.isWordPart else { return nil }
        index += 1
      }
      guard index < text.count else { return nil }
      let here = text[index] == Self.lineEnd ? " " : Self.lowercased(text[index])
      guard here == character else { return nil }
      index += 1
    }
    guard form.characters.last?.isWordPart == true else { return index }
    if index < text.count, text[index] == "s", form.characters.last != "s" { index += 1 }
    return index < text.count && text[index].isWordPart ? nil : index
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
