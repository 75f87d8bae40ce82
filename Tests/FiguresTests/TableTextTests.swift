import Figures
import Testing

@Suite struct TableTextTests {
  @Test func `a table that is too wide breaks its long cells between words`() {
    let table = Table(
      ["name", "note"], rows: [["relu", "one two three four five six seven"], ["a long name", "short"]])
    #expect(
      Figure.table(table).ascii(width: 34) == """
        name         note
        -----------  ---------------------
        relu         one two three four
                     five six seven
        a long name  short

        """)
  }

  @Test func `a table that fits keeps its lines`() {
    let table = Table(["a"], rows: [["one two three four five six seven eight nine ten"]])
    #expect(Figure.table(table).ascii().split(separator: "\n").count == 3)
  }

  @Test func `a word that is longer than its column keeps together`() {
    let table = Table(["a", "b"], rows: [["abcdefghijklmnopqrstuvwxyz", "two words"]])
    #expect(Figure.table(table).ascii(width: 20).contains("abcdefghijklmnopqrstuvwxyz"))
  }

  @Test func `columns are aligned by what is printed in seven bits`() {
    let table = Table(["x", "y"], rows: [["∞", "1"], ["inf", "2"]])
    let lines = Figure.table(table).ascii().split(separator: "\n")
    #expect(lines[2] == "inf  1" && lines[3] == "inf  2")
  }

  @Test func `the words below a table are broken too`() {
    let table = Table(["a"], rows: [["1"]], caption: "one two three four five six seven")
    let text = Figure.table(table).ascii(width: 20)
    #expect(text.hasSuffix("\none two three four\nfive six seven\n"))
  }
}
