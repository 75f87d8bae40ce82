import CourseModel
import LessonMarkdown
import Testing

@Suite struct RobustnessTests {
  /// A generator of the same numbers every time: splitmix64.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let sample = """
    ---
    title: A lesson
    objectives: [a, b]
    ---
    # Head $x_1$ {#sec-head}

    Let $a_b*c*d$ be **权重$w$** and `$no$`, `{swift} 1 + 2`, [](#fig-a), [@hu; @b:c], note[^n] <b>x</b>.

    $$
    a
    - c
    $$ {#eq-one}

    text $$x^2$$ more
    | a | b |
    |:--|--:|
    | `{swift} a` \\| $b$[^n] | *c* [l](m "t") |

    : Caption {#tbl-x}

    > [!NOTE] Title
    > - item
    >
    >   ```swift id=a
    >   //| label: fig-a
    >   //| fig-cap: "Hello: x"
    >   let x = 1
    >   ```
    >   ```output tolerance=1e-3
    >   1
    >   ```

    ```experiment check
    points: [1, 2.5]
    ```
    [^n]: The note.

        Second.
    """

  private func expectSane(_ bytes: [UInt8]) {
    let file = SourceFile(path: "lessons/01-a.md", bytes: bytes)
    let parsed = parseLesson(file)
    for diagnostic in parsed.diagnostics {
      #expect(diagnostic.position.line >= 1 && diagnostic.position.line <= max(1, file.lineStarts.count))
      #expect(diagnostic.position.column >= 1 && diagnostic.position.column <= 2 + bytes.count)
    }
    for cell in parsed.value.cells {
      #expect(cell.firstLine >= 1 && cell.firstLine <= file.lineStarts.count + 1)
    }
    _ = parsed.value.outline
  }

  @Test func `a file may end anywhere`() {
    let bytes = Array(Self.sample.utf8)
    for end in bytes.indices { expectSane(Array(bytes[..<end])) }
  }

  @Test func `any byte may be another`() {
    var numbers = Numbers(state: 1)
    let bytes = Array(Self.sample.utf8)
    let signs = Array("$[]^@`{}|-:>#*\\\n\r\t \0\u{1}<!=~'\"".utf8) + [0xC2, 0x80, 0x9F, 0xFF, 0xEF]
    for _ in 0..<600 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...12, using: &numbers) {
        changed[Int.random(in: changed.indices, using: &numbers)] = signs.randomElement(using: &numbers) ?? 0
      }
      expectSane(changed)
    }
  }

  @Test func `any bytes are a text`() {
    var numbers = Numbers(state: 2)
    let signs = Array("$[]^@`{}|-:>#*\\\n\n\n  ab1()<!=~\"".utf8)
    for round in 0..<600 {
      let count = Int.random(in: 0...200, using: &numbers)
      expectSane(
        (0..<count).map { _ in
          round.isMultiple(of: 3)
            ? UInt8.random(in: 0...255, using: &numbers) : signs.randomElement(using: &numbers) ?? 0
        })
    }
  }

  @Test func `pieces of lessons may follow each other in any order`() {
    var numbers = Numbers(state: 3)
    let lines = Self.sample.split(separator: "\n", omittingEmptySubsequences: false)
    for _ in 0..<500 {
      let count = Int.random(in: 1...20, using: &numbers)
      let text = (0..<count).map { _ in
        (["", "> ", "- ", "    ", "\t", "1) "].randomElement(using: &numbers) ?? "")
          + (lines.randomElement(using: &numbers) ?? "")
      }
      expectSane(Array(text.joined(separator: "\n").utf8))
    }
  }

  @Test(arguments: [
    ">", "> ", "- ", "1. ", "[", "![", "*a ", "**a ", "_", "$", "$a ", "$$", "`", "``a ", "<", "<a b=\"",
    "[^n", "[@a; ", "|", "\\", "&", "{#", "](", "](<", "]((", "\u{80}", "`{swift", "`{swift} a` ", "$a` ",
  ])
  func `repeating a beginning neither overflows nor takes long`(piece: String) {
    expectSane(Array(String(repeating: piece, count: 10_000).utf8))
    expectSane(Array(String(repeating: piece, count: 300_000 / piece.utf8.count).utf8))
    expectSane(Array((String(repeating: piece, count: 2_000) + "\n\nb `$x$ [^n]`\n\n[^n]: c\n").utf8))
  }

  @Test(arguments: [
    "[^a]: b\n", "$$\n", "$$\nx\n$$\n", "| a |\n| - |\n\n", "```swift id=a\n```\n", "# a\n", "> a\n\n",
    "[^a] ",
    "- $x$\n", "|a|b|\n|-|-|\n|$c$|d|\n",
  ])
  func `many blocks take no long`(piece: String) {
    expectSane(Array(String(repeating: piece, count: 5_000).utf8))
  }

  @Test func `a line may be a megabyte long`() {
    expectSane(Array(String(repeating: "word ", count: 200_000).utf8))
    expectSane(Array(String(repeating: "$x$ [^n] `{swift} a` ", count: 50_000).utf8))
  }

  @Test func `front matter may be hostile`() {
    let deep = "---\ntitle: " + String(repeating: "[", count: 5_000) + "\n---\n"
    expectSane(Array(deep.utf8))
    var laughs = "---\ntitle: x\na0: &a0 [b]\n"
    for level in 1...30 { laughs += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    expectSane(Array((laughs + "---\n").utf8))
  }

  @Test func `what is masked comes back`() {
    let text = "a $x$ `$y$` \u{85} <http://$z$> $$q$$ b"
    #expect(
      outline(text)
        == "paragraph @1:1 a math(x @1:4) code($y$) ¿ link(http://$z$ @1:16: http://$z$)\nmath @1:31 \"q\"\nparagraph @1:31 b"
    )
  }
}
