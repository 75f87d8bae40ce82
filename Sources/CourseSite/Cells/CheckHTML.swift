import Figures

/// Writes the verdict of a check and the numbers it rests on.
struct CheckHTML {
  /// The check.
  let check: Check
  /// The page's words.
  let words: Words

  /// The verdict, what was compared, the numbers at the worst point, the remarks.
  func write(to html: inout HTMLBuffer) {
    html.element("div", ["class": "check-head"]) { html in
      writeVerdict(to: &html)
      html.element("b", text: check.name)
    }
    html.element("p", text: check.comparison)
    html.element("dl") { html in
      for (term, value) in numbers {
        html.element("div") { html in
          html.element("dt", text: term)
          html.element("dd", text: value)
        }
      }
    }
    guard !check.notes.isEmpty else { return }
    html.element("ul") { html in
      for note in check.notes { html.element("li", text: note) }
    }
  }

  /// "agrees" or "disagrees".
  func writeVerdict(to html: inout HTMLBuffer) {
    let text = check.passed ? "✓ " + words.agrees : "✗ " + words.disagrees
    html.element("span", ["class": check.passed ? "badge good" : "badge bad"], text: text)
  }

  private var numbers: [(String, String)] {
    [
      (words.points, "\(check.points)"), (words.worstAt, significant(check.worstPoint, 6)),
      (words.stated, significant(check.stated, 10)),
      (words.measured, significant(check.measured, 10)),
      (words.difference, significant(check.error, 2)),
      (words.allowed, significant(check.bound, 2)), (words.margin, significant(check.margin, 2)),
    ]
  }
}
