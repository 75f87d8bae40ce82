/// A phrase cut at its places, and its translation cut likewise.
struct PhrasePattern: Sendable, Hashable {
  /// What a place of a phrase takes.
  private enum Place: Sendable, Hashable {
    case anything, number

    func takes(_ text: Substring) -> Bool {
      !text.isEmpty
        && (self == .anything || text.allSatisfy { "0123456789.,+-−×·e∞%⁻⁰¹²³⁴⁵⁶⁷⁸⁹".contains($0) })
    }
  }

  private var pieces: [String] = [""]
  private var places: [Place] = []
  private var translation: [String] = [""]
  /// For each place of the translation, which value stands there, from 0.
  private var order: [Int] = []

  /// The phrase's places, and those of its translation.
  init(_ phrase: Phrasebook.Phrase) {
    for (name, text) in Self.cut(phrase.text) {
      if let name { places.append(name == "#" ? .number : .anything) }
      if name == nil { pieces[0] = text } else { pieces.append(text) }
    }
    for (name, text) in Self.cut(phrase.translation) {
      if let name { order.append(Int(name).map { $0 - 1 } ?? order.count) }
      if name == nil { translation[0] = text } else { translation.append(text) }
    }
  }

  /// How many places the phrase has.
  var placeCount: Int { places.count }

  /// Whether the translation repeats each place of the phrase once.
  var isComplete: Bool { order.sorted() == Array(places.indices) }

  /// The number of letters that a text must have in common with the phrase.
  var length: Int { pieces.reduce(0) { $0 + $1.count } }

  /// The translation, with what `word` makes of the places of `text`, if that has the form of the phrase.
  func translate(_ text: String, _ word: (String) -> String) -> String? {
    guard let values = values(in: text)?.map({ word(String($0)) }) else { return nil }
    return zip(order, translation.dropFirst()).reduce(translation[0]) { text, place in
      text + (values.indices.contains(place.0) ? values[place.0] : "") + place.1
    }
  }

  private func values(in text: String) -> [Substring]? {
    guard mayMatch(text) else { return nil }
    var rest = text[text.utf8.index(text.startIndex, offsetBy: pieces[0].utf8.count)...]
    var values: [Substring] = []
    for (place, piece) in zip(places, pieces.dropFirst()) {
      let isLast = values.count == places.count - 1
      guard let end = isLast ? Self.end(of: rest, before: piece) : rest.firstRange(of: piece)?.lowerBound,
        place.takes(rest[..<end])
      else { return nil }
      values.append(rest[..<end])
      rest = rest[rest.utf8.index(end, offsetBy: piece.utf8.count)...]
    }
    return values
  }

  /// Whether the text begins and ends as the phrase does: that is soon seen, and rules out nearly every phrase.
  private func mayMatch(_ text: String) -> Bool {
    let bytes = text.utf8, first = pieces[0].utf8, last = pieces[pieces.count - 1].utf8
    return bytes.count >= first.count + last.count + places.count && bytes.starts(with: first)
      && bytes.suffix(last.count).elementsEqual(last)
  }

  /// Where the last piece begins, if the text ends with it.
  private static func end(of text: Substring, before piece: String) -> String.Index? {
    text.hasSuffix(piece) ? text.index(text.endIndex, offsetBy: -piece.count) : nil
  }

  /// The text before the first place, without a name, then each place with its name and the text after it.
  private static func cut(_ phrase: String) -> [(name: String?, text: String)] {
    var parts: [(name: String?, text: String)] = [(nil, "")]
    var rest = Substring(phrase)
    while let start = rest.firstIndex(of: "{") {
      parts[parts.count - 1].text += rest[..<start]
      rest = rest[start...].dropFirst()
      let name = rest.prefix { $0 != "}" }
      let isPlace = name.endIndex < rest.endIndex && (name.isEmpty || name == "#" || name.isDigit)
      if isPlace {
        parts.append((String(name), ""))
        rest = rest[name.endIndex...].dropFirst()
      } else {
        parts[parts.count - 1].text += "{"
      }
    }
    parts[parts.count - 1].text += rest
    return parts
  }
}

extension Substring {
  /// Whether it is one of 0 to 9.
  fileprivate var isDigit: Bool { utf8.count == 1 && utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
}
