import Figures
import Testing

@Suite struct PlotChangesTests {
  private let plain = Plot(series: [.line("a", [0, 1], [0, 2])], x: Axis("x"), y: Axis("y"))

  @Test func `a change of a plot is what the initializer would have been given`() {
    let grid = Grid(x: 0...1, y: 0...2, columns: 2, rows: 2) { $0 + $1 }
    let changed =
      plain.titled("t").labeled(x: "time").adding(.points("b", [1], [1])).marking(.vertical(at: 0, "kink"))
      .annotating(Annotation("end", x: 1, y: 2)).layering(.heatMap(HeatMap(grid))).scaled(y: .logarithmic)
    #expect(
      changed
        == Plot(
          title: "t", layers: [.heatMap(HeatMap(grid))],
          series: [.line("a", [0, 1], [0, 2]), .points("b", [1], [1])], x: Axis("time"),
          y: Axis("y", scale: .logarithmic), marks: [.vertical(at: 0, "kink")],
          annotations: [Annotation("end", x: 1, y: 2)]))
  }

  @Test func `changes add up, and the plot they began with stays as it was`() {
    let before = plain
    let changed = plain.annotating(Annotation("a", x: 0, y: 0)).annotating(Annotation("b", x: 1, y: 2))
    #expect(changed.annotations.map(\.text) == ["a", "b"])
    #expect(plain == before && plain.labeled() == plain && plain.scaled() == plain)
  }
}
