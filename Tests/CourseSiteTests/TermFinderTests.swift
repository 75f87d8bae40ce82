import CourseModel
import CourseSite
import Testing

@Suite struct TermFinderTests {
  private let here = Position(line: 1)

  @Test func `the tree finds what trying every word at every place finds`() {
    var letters = Signs()
    for _ in 0..<400 {
      let forms = Array(Set((0..<8).map { _ in letters.text(1...4, from: "ab 导,s") })).sorted()
      let terms = forms.enumerated().map {
        GlossaryTerm(id: "t\($0.offset)", names: ["en": $0.element], position: here)
      }
      let text = Array(letters.text(0...14, from: "aBb \n导,s-"))
      let finder = TermFinder(terms, in: "en")
      #expect(finder.terms(in: text) == found(forms, in: text), "\(forms) \(String(text))")
    }
  }

  @Test func `a word for a term is found across the end of a line, the longest first`() {
    let terms = ["slope", "slope of a curve", "curve"].map {
      GlossaryTerm(id: $0, names: ["en": $0], position: here)
    }
    let finds = TermFinder(terms, in: "en").terms(in: Array("The Slope of\na curve, curves"))
    #expect(finds.map(\.id) == ["slope of a curve", "curve"])
  }

  /// The terms in `text`: at each place the longest form that stands there.
  private func found(_ forms: [String], in text: [Character]) -> [TermFinder.Find] {
    let usable = forms.enumerated().map { (id: "t\($0.offset)", form: Array($0.element.lowercased())) }
      .filter { $0.form.count > 1 || $0.form[0].isASCII }
    var finds: [TermFinder.Find] = [], index = 0
    while index < text.count {
      let ends = usable.compactMap { word in end(of: word.form, in: text, from: index).map { (word, $0) } }
      if let (word, end) = ends.max(by: { $0.0.form.count < $1.0.form.count }) {
        finds.append(.init(id: word.id, range: index..<end))
        index = end
      } else {
        index += 1
      }
    }
    return finds
  }

  private func isWordPart(_ sign: Character) -> Bool {
    sign.isASCII && (sign.isLetter || "-_".contains(sign))
  }

  private func end(of form: [Character], in text: [Character], from start: Int) -> Int? {
    if isWordPart(text[start]), start > 0, isWordPart(text[start - 1]) { return nil }
    var index = start
    for sign in form {
      if index > start, index < text.count, text[index] == "\n", sign != " " {
        guard !isWordPart(sign) else { return nil }
        index += 1
      }
      guard index < text.count, (text[index] == "\n" ? " " : Character(text[index].lowercased())) == sign
      else {
        return nil
      }
      index += 1
    }
    guard let last = form.last, isWordPart(last) else { return index }
    if index < text.count, text[index] == "s", last != "s" { index += 1 }
    return index < text.count && isWordPart(text[index]) ? nil : index
  }
}

/// Texts from few characters, the same in every run.
private struct Signs {
  private var state: UInt64 = 11

  private mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func text(_ lengths: ClosedRange<Int>, from signs: String) -> String {
    let signs = Array(signs)
    return String(
      (0..<lengths.lowerBound + next(below: lengths.count)).map { _ in signs[next(below: signs.count)] })
  }
}
