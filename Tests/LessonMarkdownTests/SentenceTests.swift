import CourseModel
import LessonMarkdown
import Testing

@Suite struct SentenceTests {
  @Test func `emphasis does not begin inside a formula`() {
    #expect(outline("x $a_b*c*d$ y") == "paragraph @1:1 x math(a_b*c*d @1:4) y")
  }

  @Test func `a backslash inside a formula is TeX`() {
    #expect(outline(#"$\{a\}_\$b$"#) == #"paragraph @1:1 math(\{a\}_\$b @1:2)"#)
  }

  @Test func `prices are no formulas`() {
    #expect(outline("from $5 to $6, or $ 7 $") == "paragraph @1:1 from $5 to $6, or $ 7 $")
  }

  @Test func `an escaped dollar is a dollar`() {
    #expect(outline(#"\$x\$ and $y$"#) == "paragraph @1:1 $x$ and math(y @1:12)")
  }

  @Test func `code keeps its dollars`() {
    #expect(outline("`$x$` and $a `b$` c$") == "paragraph @1:1 code($x$) and $a code(b$) c$")
  }

  @Test func `addresses and HTML keep their dollars`() {
    #expect(
      outline("[a](x$1$y) <http://a$b$c> $z$")
        == "paragraph @1:1 link(x$1$y @1:1: a) link(http://a$b$c @1:12: http://a$b$c) math(z @1:28)")
  }

  @Test func `a formula in backticks may hold anything but a backtick`() {
    #expect(outline("$`a|b`$") == "paragraph @1:1 math(a|b @1:3)")
  }

  @Test func `a formula may go on on the next line`() {
    #expect(outline("> a $x\n> y$ b\n") == "quote @1:1\n  paragraph @1:3 a math(x y @1:6) b")
  }

  @Test func `strong Chinese text may end in a formula`() {
    #expect(outline("**权重$w$**偏置") == "paragraph @1:1 strong(权重math(w @1:10))偏置")
  }

  @Test func `a display formula cuts its paragraph`() {
    #expect(
      outline("where $$x^2$$ {#eq-square} holds")
        == "paragraph @1:1 where\nmath @1:9 equation 1 #eq-square \"x^2\"\nparagraph @1:9 holds")
  }

  @Test func `lines of a display formula are no lists, quotes or headings`() {
    #expect(
      outline("$$\na\n- b\n= c\n> d\n# e\n===\n$$ {#eq-long}\n")
        == #"math @2:1 equation 1 #eq-long "a\n- b\n= c\n> d\n# e\n===""#)
  }

  @Test func `a display formula may stand in lists and quotes`() {
    #expect(
      outline("- a\n\n  $$\n  x\n  $$\n\n> $$\n> y\n> $$\n") == """
        list @1:1 bulleted loose
          item
            paragraph @1:3 a
            math @4:3 "x"
        quote @7:1
          math @8:3 "y"
        """)
  }

  @Test func `a display formula that is not closed is text`() {
    #expect(outline("$$\nx\n\ny") == "paragraph @1:1 $$⏎x\nparagraph @4:1 y")
    #expect(
      problems("$$\nx\n\ny") == [
        "lessons/03-feedback.md:1:1: warning: this '$$' is not closed before the next blank line [unclosed-math]; "
          + "close the formula with '$$', or write '\\$' for a dollar sign"
      ])
  }

  @Test func `values, references and citations have places`() {
    #expect(
      outline("网 `{swift} 1 + 1`, [](#fig-a), [text](#sec-b), [@one; @two:3].")
        == "paragraph @1:1 网 value(1 + 1 @1:14), reference(fig-a @1:22: ), reference(sec-b @1:34: text), "
        + "cite(one two:3 @1:51).")
  }

  @Test func `a link that looks like a citation or a footnote is a link`() {
    #expect(outline("[@a](b) [^c](d)") == "paragraph @1:1 link(b @1:1: @a) link(d @1:9: ^c)")
  }

  @Test func `a value without expression and a misspelled language are errors`() {
    #expect(
      problems("`{swift}` and `{swfit} 1` and `{set} x`") == [
        "lessons/03-feedback.md:1:1: error: there is no expression after '{swift}' [empty-value]; "
          + "write `{swift} 1 + 1`, for instance",
        "lessons/03-feedback.md:1:17: error: unknown language 'swfit' for a computed value [unknown-language]; "
          + "did you mean '{swift}'?",
      ])
  }

  @Test func `footnotes are numbered by their first mention`() {
    #expect(
      outline("a[^two] b[^one] c[^two]\n\n[^one]: First.\n[^two]: Second\n    goes on.\n\n    Third.\n")
        == """
        paragraph @1:1 afootnote(1.1) bfootnote(2.1) cfootnote(1.2)
        footnote 1 'two' mentioned 2
          paragraph @4:5 Second⏎goes on.
          paragraph @7:5 Third.
        footnote 2 'one' mentioned 1
          paragraph @3:5 First.
        """)
  }

  @Test func `a footnote of one word is no link definition`() {
    #expect(
      outline("a[^n]\n\n[^n]: Note\n")
        == "paragraph @1:1 afootnote(1.1)\nfootnote 1 'n' mentioned 1\n  paragraph @3:5 Note")
  }

  @Test func `footnotes without text, without mention or defined twice are reported`() {
    #expect(
      problems("a[^one]\n\n[^two]: x\n[^two]: y\n") == [
        "lessons/03-feedback.md:4:1: error: the footnote 'two' is defined twice [duplicate-footnote]; "
          + "rename one of the two",
        "lessons/03-feedback.md:1:2: error: no footnote is named 'one' [unknown-footnote]; use one of: two",
        "lessons/03-feedback.md:3:1: warning: the footnote 'two' is never mentioned [unused-footnote]; "
          + "mention it as [^two], or remove it",
      ])
  }

  @Test func `text in brackets is text where there are no footnotes`() {
    #expect(outline("a[^x] b") == "paragraph @1:1 a[^x] b")
    #expect(parseText(lessonFile("a[^x] b")).diagnostics.map(\.severity) == [.warning])
  }
}
