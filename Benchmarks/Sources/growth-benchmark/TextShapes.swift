/// A lesson's text that grows with a number.
struct TextShape: Sendable {
  /// What grows.
  let name: String
  /// The text for a number.
  let text: @Sendable (Int) -> String

  init(_ name: String, _ text: @escaping @Sendable (Int) -> String) {
    self.name = name
    self.text = text
  }

  /// A text that is one piece over and over.
  init(_ name: String, repeating piece: String, end: String = "") {
    self.init(name) { repeated(piece, $0) + end }
  }

  /// A text that has one numbered piece after the other.
  init(_ name: String, each piece: @escaping @Sendable (Int) -> String) {
    self.init(name) { joined($0, piece) }
  }
}

func repeated(_ piece: String, _ count: Int) -> String { String(repeating: piece, count: count) }

func joined(_ count: Int, _ piece: (Int) -> String) -> String {
  var text = ""
  for index in 0..<count { text += piece(index) }
  return text
}

func lines(_ count: Int, _ line: (Int) -> String) -> String { joined(count) { line($0) + "\n" } }

extension TextShape {
  /// What CommonMark is made of.
  static let commonMark = [
    TextShape("paragraphs", repeating: "Some words stand here.\n\n"),
    TextShape("one long paragraph", repeating: "Some words stand here.\n"),
    TextShape("one long line", repeating: "Some words stand here. "),
    TextShape("one long word", repeating: "word"),
    TextShape("ideographs", repeating: "激活函数是神经网络的灵魂。"),
    TextShape("headings") { lines($0) { "## Heading \($0)\n" } },
    TextShape("equal headings", repeating: "## Heading\n\n"),
    TextShape("underlined headings", repeating: "Heading\n---\n\n"),
    TextShape("a long heading") { "# " + repeated("words ", $0) },
    TextShape("nested lists") { lines(min($0, 900)) { repeated("  ", $0) + "- item" } },
    TextShape("nested list markers") { repeated("- ", $0) + "x\n" },
    TextShape("long lists", repeating: "- item\n"),
    TextShape("loose numbered lists") { lines($0) { "\($0 + 1). item\n" } },
    TextShape("nested quotes") { repeated("> ", $0) + "x\n" },
    TextShape("long quotes", repeating: "> text\n"),
    TextShape("nested callouts") { n in
      lines(min(n, 300)) { repeated("> ", $0) + "> [!NOTE]\n" + repeated("> ", $0) + ">" }
    },
    TextShape("callouts", repeating: "> [!NOTE]\n> Text.\n\n"),
    TextShape("emphasis that opens", repeating: "*a **b "),
    TextShape("emphasis of two kinds", repeating: "*a_ "),
    TextShape("emphasis that is nested") { repeated("*a **a ", $0) + repeated("b** b* ", $0) },
    TextShape("opening brackets", repeating: "["),
    TextShape("opening brackets with words", repeating: "[a "),
    TextShape("brackets and parentheses", repeating: "[a]("),
    TextShape("images that open", repeating: "!["),
    TextShape("nested links") { repeated("[", $0) + "a" + repeated("](b)", $0) },
    TextShape("links", repeating: "[a](b.html) "),
    TextShape("link definitions") { lines($0) { "[r\($0)]: /a\($0)" } + lines($0) { "[r\($0)]" } },
    TextShape("equal link definitions", repeating: "[r]: /a\n"),
    TextShape("links without definition", repeating: "[a][b] "),
    TextShape("backticks of growing length") { n in
      joined(Int(Double(n).squareRoot())) { repeated("`", $0) + " " }
    },
    TextShape("backticks that open", repeating: "`a ``b "),
    TextShape("code spans", repeating: "`a` "),
    TextShape("a long code span") { "`" + repeated("a ", $0) + "`" },
    TextShape("angle brackets", repeating: "<"),
    TextShape("angle brackets with words", repeating: "<a "),
    TextShape("autolinks", repeating: "<https://example.org> "),
    TextShape("comments that open", repeating: "<!-- a "),
    TextShape("declarations that open", repeating: "<!A "),
    TextShape("instructions that open", repeating: "<? "),
    TextShape("HTML blocks", repeating: "<div>\n\n"),
    TextShape("entities", repeating: "&amp; "),
    TextShape("backslashes", repeating: "\\* "),
    TextShape("hard breaks", repeating: "a\\\n"),
    TextShape("rules", repeating: "---\n\n"),
    TextShape("empty lines", repeating: "\n"),
    TextShape("blanks", repeating: "    \n"),
    TextShape("tabs", repeating: "\t- a\n"),
    TextShape("carriage returns", repeating: "a\r\n"),
    TextShape("control characters", repeating: "\u{1}a"),
    TextShape("zero bytes", repeating: "\u{0}a"),
    TextShape("images", repeating: "![a](b.png)\n\n"),
    TextShape("indented code", repeating: "    code\n"),
  ]

  /// What the format adds.
  static let additions = [
    TextShape("formulas", repeating: "$x$ "),
    TextShape("dollar signs", repeating: "$ "),
    TextShape("dollar signs with digits", repeating: "$5 "),
    TextShape("formulas in parentheses that open", repeating: "\\( "),
    TextShape("formulas on lines of their own", repeating: "$$\nx\n$$\n\n"),
    TextShape("double dollar signs", repeating: "$$ "),
    TextShape("double dollar signs that open", repeating: "$$\nx\n\n"),
    TextShape("brackets of formulas that open", repeating: "\\[\nx\n\n"),
    TextShape("a long formula") { "$" + repeated("x+", $0) + "x$" },
    TextShape("a long formula on lines") { "$$\n" + repeated("x+\n", $0) + "x\n$$\n" },
    TextShape("a nested formula") { "$" + repeated("{", $0) + "x" + repeated("}", $0) + "$" },
    TextShape("values", repeating: "`{swift} 1` "),
    TextShape("code fences") { lines($0) { "```text\nline \($0)\n```\n" } },
    TextShape("a long code fence") { "```swift ignore\n" + repeated("let a = 1\n", $0) + "```\n" },
    TextShape("a long line of code") { "```swift ignore\n" + repeated("a + ", $0) + "a\n```\n" },
    TextShape("code in another language") { "```python\n" + repeated("def f(x): return x\n", $0) + "```\n" },
    TextShape("blocks of Swift") { lines($0) { "```swift ignore\nlet a = \($0)\n```\n" } },
    TextShape("options of a block") { n in
      "```swift ignore\n" + lines(n) { "//| key\($0): 1" } + "```\n"
    },
    TextShape("fences with unknown words", repeating: "```swift ignroe\nx\n```\n\n"),
    TextShape("words behind a fence") { "```swift " + repeated("ignore ", $0) + "\nx\n```\n" },
    TextShape("rows of a table") { "| a | b |\n|---|---|\n" + repeated("| 1 | 2 |\n", $0) },
    TextShape("columns of a table") { n in
      repeated("| a ", n) + "|\n" + repeated("|---", n) + "|\n" + repeated("| 1 ", n) + "|\n"
    },
    TextShape("columns without rows") { repeated("| a ", $0) + "|\n" + repeated("|---", $0) + "|\n" },
    TextShape("short rows of a wide table") { n in
      let columns = Int(Double(n).squareRoot())
      return repeated("| a ", columns) + "|\n" + repeated("|---", columns) + "|\n" + repeated("| 1 |\n", n)
    },
    TextShape("tables", repeating: "| a |\n|---|\n| 1 |\n\n"),
    TextShape("lines of pipes", repeating: "| a | b\n"),
    TextShape("code in a table") { "| a |\n|---|\n" + repeated("| `1` $x$ |\n", $0) },
    TextShape("a long cell") { "| a |\n|---|\n| " + repeated("`x ", $0) + " |\n" },
    TextShape("footnotes") { n in lines(n) { "Text[^n\($0)].\n" } + lines(n) { "[^n\($0)]: Note.\n" } },
    TextShape("footnotes without a note") { lines($0) { "Text[^n\($0)].\n" } },
    TextShape("mentions of a footnote") { repeated("a[^n] ", $0) + "\n\n[^n]: Note.\n" },
    TextShape("footnotes that nothing mentions") { lines($0) { "[^n\($0)]: Note.\n" } },
    TextShape("equal footnotes") { repeated("[^n]: Note.\n\n", $0) },
    TextShape("footnotes that open", repeating: "[^"),
    TextShape("footnotes in footnotes") { n in "a[^n0]\n\n" + lines(n) { "[^n\($0)]: See [^n\($0 + 1)].\n" }
    },
    TextShape("labels") { lines($0) { "## Heading {#sec-a\($0)}\n" } },
    TextShape("equal labels", repeating: "## Heading {#sec-a}\n\n"),
    TextShape("braces", repeating: "{#"),
    TextShape("references") { "# A {#sec-a}\n\n" + repeated("@sec-a ", $0) },
    TextShape("references that lead nowhere") { joined($0) { "@sec-a\($0) " } },
    TextShape("citations that lead nowhere") { joined($0) { "[@a\($0)] " } },
    TextShape("a long citation") { n in "[" + joined(n) { "@a\($0); " } + "@b]" },
    TextShape("at signs", repeating: "@"),
    TextShape("choices of a quiz") { n in
      "```quiz\nquestion: a\nchoices:\n" + lines(n) { "  - text: c\($0)\n    why: b" }
        + "  - text: d\n    correct: true\n    why: b\n```\n"
    },
    TextShape("quizzes") { n in
      lines(n) { _ in
        "```quiz\nquestion: a\nchoices:\n  - text: a\n    why: b\n  - text: d\n    correct: true\n    why: b\n```\n"
      }
    },
    TextShape("exercises") { lines($0) { "## Exercise: A {#exr-a\($0)}\n\nText.\n\n> [!HINT]\n> Hint.\n" } },
    TextShape("judgements of claims") { n in
      "```claims\n" + lines(n) { "S\($0):\n  verdict: right\n  fact: a\n  shown: b" } + "```\n"
    },
    TextShape("objectives") { "---\ntitle: A\nobjectives:\n" + lines($0) { "  - b\($0)" } + "---\n" },
    TextShape("objectives in one line") { n in
      "---\ntitle: A\nobjectives: [" + joined(n) { "b\($0), " } + "c]\n---\n"
    },
    TextShape("unknown keys") { "---\ntitle: A\n" + lines($0) { "key\($0): 1" } + "---\n" },
    TextShape("equal keys") { "---\ntitle: A\n" + repeated("key: 1\n", $0) + "---\n" },
    TextShape("nested YAML") { "---\ntitle: " + repeated("[", $0) + repeated("]", $0) + "\n---\n" },
    TextShape("YAML that cannot be read") { "---\ntitle: A\n" + lines($0) { "key\($0): a" } + "b: [\n---\n" },
  ]

  /// Diagrams in Mermaid's words.
  static let diagrams = [
    TextShape("boxes of a flowchart") {
      "```mermaid\nflowchart LR\n" + lines($0) { "a\($0)[Box]" } + "```\n"
    },
    TextShape("a chain of boxes") { n in
      "```mermaid\nflowchart LR\n" + lines(n) { "a\($0) --> a\($0 + 1)" } + "```\n"
    },
    TextShape("arrows between two boxes") { n in
      "```mermaid\nflowchart LR\n" + repeated("a --> b\n", n) + "```\n"
    },
    TextShape("a box with many arrows") { n in
      "```mermaid\nflowchart LR\n" + lines(n) { "a --> b\($0)" } + "```\n"
    },
    TextShape("a loop of boxes") { n in
      "```mermaid\nflowchart LR\n" + lines(n) { "a\($0) --> a\(($0 + 1) % n)" } + "```\n"
    },
    TextShape("arrows of many to many") { n in
      "```mermaid\nflowchart LR\n" + repeated("a & b & c & d --> e & f & g & h\n", n) + "```\n"
    },
    TextShape("groups of a flowchart") { n in
      "```mermaid\nflowchart LR\n" + lines(n) { "subgraph s\($0)\na\($0)\nend" } + "```\n"
    },
    TextShape("nested groups") { n in
      "```mermaid\nflowchart LR\n" + lines(n) { "subgraph s\($0)" } + "a\n" + repeated("end\n", n) + "```\n"
    },
    TextShape("styles of a flowchart") { n in
      "```mermaid\nflowchart LR\na --> b\n" + lines(n) { "style a fill:#f\($0 % 10)0" } + "```\n"
    },
    TextShape("a long label of a box") {
      "```mermaid\nflowchart LR\na[" + repeated("word ", $0) + "]\n```\n"
    },
    TextShape("lines of no flowchart") { "```mermaid\nflowchart LR\n" + lines($0) { "?? \($0)" } + "```\n" },
    TextShape("small flowcharts") { lines($0) { "```mermaid\nflowchart LR\na\($0) --> b\n```\n" } },
  ]
}
