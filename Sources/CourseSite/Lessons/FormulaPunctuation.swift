import CourseModel

/// The punctuation that stays on the line of a formula in a sentence.
///
/// Browsers break a line between a formula, which is a box to them, and the comma after it. So the two go into an
/// element that is not broken, if the formula is one that cannot be broken either: on a phone long ones must be.
extension LessonExtensions {
  static func writeMath(
    _ tex: String, at position: Position, _ index: Int, of content: [Inline], to body: inout Body<Self>
  ) {
    let renderer = body.extensions.renderer
    let opening = content.text(at: index - 1).suffix(while: openers.contains)
    let closing = content.text(at: index + 1).prefix(while: closers.contains)
    guard !(opening.isEmpty && closing.isEmpty), renderer.isUnbroken(tex) else {
      return renderer.writeMath(tex, at: position, to: &body.html)
    }
    body.html.open("span", ["class": "whole"])
    body.html.text(String(opening))
    renderer.writeMath(tex, at: position, to: &body.html)
    body.html.text(String(closing))
    body.html.close("span")
  }

  /// Writes words without what the formulas beside them have taken.
  static func writeText(_ text: String, at index: Int, of content: [Inline], to body: inout Body<Self>) {
    var rest = text[...]
    if body.extensions.renderer.isUnbroken(content.tex(at: index - 1)) {
      rest = rest.drop(while: closers.contains)
    }
    if body.extensions.renderer.isUnbroken(content.tex(at: index + 1)) {
      rest = rest.dropLast(rest.suffix(while: openers.contains).count)
    }
    body.html.text(String(rest))
  }

  private static let openers = Set("([{“‘（「『《")
  private static let closers = Set(",.;:!?)]}”’-，。；：、！？）」』》")
}

extension LessonRenderer {
  /// Whether a formula is one box, within which no line is broken.
  fileprivate func isUnbroken(_ tex: String?) -> Bool {
    guard let tex, case .success(let html) = tools.formulas.html(tex, display: false) else { return false }
    let box = Array("class=\"base\"".utf8)
    guard let first = html.firstRange(of: box) else { return false }
    return html[first.upperBound...].firstRange(of: box) == nil
  }
}

extension [Inline] {
  /// The words at `index`; empty where there are none.
  fileprivate func text(at index: Int) -> String {
    guard indices.contains(index), case .text(let text) = self[index] else { return "" }
    return text
  }

  /// The formula at `index`, if there is one.
  fileprivate func tex(at index: Int) -> String? {
    guard indices.contains(index), case .math(let tex, _) = self[index] else { return nil }
    return tex
  }
}

extension StringProtocol {
  /// The longest end all of whose characters fulfil a condition.
  fileprivate func suffix(while holds: (Character) -> Bool) -> SubSequence {
    self[(lastIndex { !holds($0) }.map { index(after: $0) } ?? startIndex)...]
  }
}
