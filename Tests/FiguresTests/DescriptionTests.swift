import Figures
import Testing

@Suite struct DescriptionTests {
  @Test func `a plot is printed in words, a table as it stands in a terminal`() {
    let plot = Plot(title: "Loss", series: [.line("training", [0, 1, 2], [1, 0.5, 0.25])])
    #expect("\(plot)" == Figure.plot(plot).alternativeText() && "\(plot)".hasPrefix("Loss"))
    #expect("\(Figure.plot(plot))" == "\(plot)")
    let table = Table(["a", "b"], rows: [["1", "2"]])
    #expect("\(table)".split(separator: "\n").last == "1  2")
  }
}
