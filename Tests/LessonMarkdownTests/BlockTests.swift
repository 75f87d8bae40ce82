import CourseModel
import LessonMarkdown
import Testing

@Suite struct BlockTests {
  @Test func `headings have anchors of their words, each once`() {
    #expect(
      outline("# The *same*\n## The same\n## 中文 标题\n## !\n### Own {#sec-own}\n") == """
        heading 1 @1:1 #the-same The em(same)
        heading 2 @2:1 #the-same-1 The same
        heading 2 @3:1 #中文-标题 中文 标题
        heading 2 @4:1 #section !
        heading 3 @5:1 #sec-own Own
        """)
  }

  @Test func `a table may follow text and take a caption`() {
    #expect(
      outline(
        "text\n| a | b |\n|:--|--:|\n| `{swift} x` | $y$ \\| *z* |\n| 1 |\n\n: Words *here* {#tbl-words}\n")
          == """
          paragraph @1:1 text
          table @2:1 table 1 #tbl-words [left right] Words em(here)
            | a | b
            | value(x @4:12) | math(y @4:18) | em(z)
            | 1 | 
          """)
  }

  @Test func `a table before hyphens is no heading`() {
    #expect(
      outline("| a |\n| - |\n| b |\n---\n") == "table @1:1 [none] \n  | a\n  | b\nrule @1:1")
  }

  @Test func `a table's cells see the lesson's link definitions`() {
    #expect(
      outline("| [x] |\n| - |\n\n[x]: there\n") == "table @1:1 [none] \n  | link(there @1:3: x)")
  }

  @Test func `remarks are written in two ways`() {
    #expect(
      outline("> [!WARNING]\n> a\n\n> [!tip] Own *title*\n> b\n\n> Experiment: Try\n> it.\n\n> Just: text\n")
        == """
        callout warning @1:1 
          paragraph @1:3 a
        callout tip @4:1 Own em(title)
          paragraph @4:3 b
        callout experiment @7:1 
          paragraph @7:3 Try⏎it.
        quote @10:1
          paragraph @10:3 Just: text
        """)
  }

  @Test func `an unknown kind of remark is named`() {
    #expect(
      problems("> [!NOTES]\n> a") == [
        "lessons/03-feedback.md:1:5: error: unknown kind of remark 'NOTES' [unknown-callout]; did you mean '[!NOTE]'?"
      ])
    #expect(problems("> [!whatever]\n> a") == [])
  }

  @Test func `diagrams and formulas in fences carry labels`() {
    #expect(
      outline(
        "```mermaid\n%%| label: fig-flow\n%%| fig-cap: \"A: b\"\ngraph TB\n```\n\n```math {#eq-x}\nx^2\n```\n"
      ) == """
        diagram @1:1 figure 1 #fig-flow line 4 "graph TB\\n"
        math @7:1 equation 1 #eq-x "x^2"
        """)
  }

  @Test func `raw HTML is left out with a warning that names the line`() {
    let text = "a\n\n<div>\nb\n</div>\n\nc <b>d</b>\n\n<!-- a comment -->\n"
    #expect(outline(text) == "paragraph @1:1 a\nparagraph @7:1 c d")
    #expect(
      parseText(lessonFile(text)).diagnostics.map { "\($0.position.line):\($0.position.column) \($0.rule)" }
        == [
          "3:1 raw-html", "7:3 raw-html", "7:7 raw-html",
        ])
    let kept = parseText(lessonFile("a <b>c</b>"), isPlainMarkdown: true)
    #expect(kept.value.outline == "paragraph @1:1 a html(<b>)chtml(</b>)")
    #expect(kept.diagnostics == [])
  }

  @Test func `an address that runs a script is left out`() {
    #expect(outline("[a](JavaScript:alert(1))") == "paragraph @1:1 link( @1:1: a)")
    #expect(parseText(lessonFile("[a](javascript:b)")).diagnostics.map(\.rule) == ["unsafe-address"])
  }

  @Test func `links have places, on later lines and in containers too`() {
    #expect(
      outline("# x [a](b)\n\n- c\n     d [e\n     f](g)\n\n> h\n>   [i](j)\n") == """
        heading 1 @1:1 #x-a x link(b @1:5: a)
        list @3:1 bulleted tight
          item
            paragraph @3:3 c⏎d link(g @4:8: e⏎f)
        quote @7:1
          paragraph @7:3 h⏎link(j @8:5: i)
        """)
  }

  @Test func `a table's row with more cells than the head loses none of them silently`() {
    #expect(
      problems("| a | b |\n| - | - |\n| 1 | 2 | 3 |\n| 4 | 5 |\n") == [
        "lessons/03-feedback.md:3:11: warning: the row has 3 cells, the table 2 columns [table-cells]; "
          + "remove this cell, add a column to the head, or write \\| for a bar inside a cell"
      ])
  }
}
