import Figures
import Testing

@Suite struct FigureTextsTests {
  @Test func `every text of a figure is replaced, and nothing else`() {
    let plot = Plot(
      title: "t", series: [.line("s", [0, 1], [2, 3])], x: Axis("x"), y: Axis("y"),
      marks: [.vertical(at: 0.5, "m")])
    let table = Table(["h"], rows: [["c"]], caption: "k")
    let figure = Figure.group([.plot(plot), .table(table), .text("printed")])
    let plain = Plot(
      title: "<t>", series: [.line("<s>", [0, 1], [2, 3])], x: Axis("<x>"), y: Axis("<y>"),
      marks: [.vertical(at: 0.5, "<m>")])
    let expected = Figure.group([
      .plot(plain), .table(Table(["<h>"], rows: [["<c>"]], caption: "<k>")), .text("printed"),
    ])
    #expect(figure.mapTexts { $0.isEmpty ? "" : "<\($0)>" } == expected)
    #expect(figure.mapTexts { $0 } == figure)
  }
}
