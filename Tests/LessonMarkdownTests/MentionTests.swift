import CourseModel
import LessonMarkdown
import Testing

@Suite struct MentionTests {
  private let lesson = parseText(
    lessonFile(
      """
      ## A [link](a.md) *and [](#fig-a)*

      > [!NOTE] Title [@one]
      > - In a list [@two; @one]
      >   > quoted **[again](#fig-a)**

      | head [@three] |
      | --- |
      | cell [to](b.md) |
      : Caption [](#tbl-b) {#tbl-c}

      Text.[^n]

      [^n]: Last [@four] and [](#fig-z).
      """)
  ).value

  @Test func `mentions are found wherever text may stand, the footnotes' last`() {
    let mentions = Mentions(in: lesson)
    #expect(mentions.references.map(\.label) == ["fig-a", "fig-a", "tbl-b", "fig-z"])
    #expect(mentions.citations.map(\.keys) == [["one"], ["two", "one"], ["three"], ["four"]])
    #expect(mentions.links.map(\.destination) == ["a.md", "b.md"])
  }

  @Test func `a work that is cited twice counts once`() {
    #expect(Mentions(in: lesson).citedKeys == ["one", "two", "three", "four"])
  }
}
