import Figures
import Foundation
import Testing

@Suite struct KindTests {
  @Test func `a histogram counts every value once`() {
    let values: [Double] = [0, 0.5, 1, 1, 2.5, 4, .nan, 9]
    let counts = Series.histogram("", values, bins: 4, over: 0...4)
    #expect(counts.xs == [0.5, 1.5, 2.5, 3.5] && counts.ys == [2, 2, 1, 1] && counts.barWidth == 1)
    let density = Series.histogram("", values, bins: 4, over: 0...4, isDensity: true)
    #expect(abs(density.ys.reduce(0, +) - 1) < 1e-15)
    #expect(Series.histogram("", [3, 3, 3]).ys.reduce(0, +) == 3)
    #expect(Series.histogram("", []).count == 0)
  }

  @Test func `a step keeps its height up to the next argument`() {
    let svg = Plot(series: [.step("", [0, 1, 2], [0, 1, 0])]).svg(id: "f")
    let path = SVGReading(svg).paths.last { $0.name == "figure-series" }?.data ?? ""
    let numbers = path.split { "M ".contains($0) }.compactMap { Double($0) }
    #expect(numbers.count == 10)
    for pair in 0..<max(0, numbers.count / 2 - 1) {
      #expect(numbers[2 * pair] == numbers[2 * pair + 2] || numbers[2 * pair + 1] == numbers[2 * pair + 3])
    }
  }

  @Test func `bars of several series stand side by side, stacked ones upon each other`() throws {
    let xs = [0.0, 1], ys = [1.0, 2]
    let beside = Plot(series: [.bars("a", xs, ys), .bars("b", xs, ys)])
    let stacked = Plot(series: [.bars("a", xs, ys), Series("b", xs, [2, 4], style: .bars, bases: ys)])
    let starts = { (plot: Plot) in
      SVGReading(plot.svg(id: "f")).paths.filter { $0.name == "figure-series" && $0.classes.count == 2 }.map {
        $0.data.dropFirst().prefix { $0 != " " }
      }
    }
    #expect(starts(beside).count == 2 && starts(beside)[0] != starts(beside)[1])
    #expect(starts(stacked).count == 2 && starts(stacked)[0] == starts(stacked)[1])
  }

  @Test func `series with the same label look the same and are named once`() {
    let reading = SVGReading(bands.svg(id: "f"))
    #expect(reading.labels.filter { $0.text == "GELU" }.count == 1)
    let svg = bands.svg(id: "f")
    #expect(svg.contains("--series-2") && !svg.contains("--series-3"))
  }

  @Test func `the contours of a cone are circles`() throws {
    let cone = Grid(x: -2...2, y: -2...2, columns: 81, rows: 81) { ($0 * $0 + $1 * $1).squareRoot() }
    let plot = Plot(
      layers: [.contour(Contour(cone, levels: [1]))], x: Axis(lower: -2, upper: 2),
      y: Axis(lower: -2, upper: 2))
    let reading = SVGReading(plot.svg(id: "f"))
    let path = try #require(reading.paths.first { $0.classes.contains("figure-contour") }?.data)
    let axes = try #require(reading.paths.first { $0.name == "figure-axes" }?.data)
    let ends = try #require(axes.firstMatch(of: /M([0-9.]+) ([0-9.]+)H([0-9.]+)/))
    let (left, bottom) = (try #require(Double(ends.1)), try #require(Double(ends.2)))
    let width = try #require(Double(ends.3)) - left
    let top = try #require(axes.firstMatch(of: /M[0-9.]+ ([0-9.]+)V/).flatMap { Double($0.1) })
    #expect(path.filter { $0 == "M" }.count == 1, "one closed line")
    let numbers = path.split { "M ".contains($0) }.compactMap { Double($0) }
    #expect(numbers.count > 40)
    for pair in stride(from: 0, to: numbers.count - 1, by: 2) {
      let x = (numbers[pair] - left) / width * 4 - 2
      let y = (bottom - numbers[pair + 1]) / (bottom - top) * 4 - 2
      #expect(abs((x * x + y * y).squareRoot() - 1) < 0.01)
    }
  }

  @Test func `a level that a saddle has is joined without crossing itself`() {
    let saddle = Grid(rows: [[1, 0], [0, 1]])
    for level in [0.4, 0.6] {
      let plot = Plot(layers: [.contour(Contour(saddle, levels: [level]))])
      let path =
        SVGReading(plot.svg(id: "f")).paths.first { $0.classes.contains("figure-contour") }?.data ?? ""
      #expect(path.filter { $0 == "M" }.count == 2)
    }
  }

  @Test func `arrows point where the field points, on reversed axes too`() throws {
    let right = VectorField(x: 0...1, y: 0...1, columns: 1, rows: 1) { _, _ in (1, 0) }
    for (isReversed, sign) in [(false, 1.0), (true, -1)] {
      let plot = Plot(layers: [.vectorField(right)], x: Axis(isReversed: isReversed))
      let path = try #require(SVGReading(plot.svg(id: "f")).paths.first { $0.name == "figure-field" }?.data)
      let ends = try #require(path.firstMatch(of: /M([0-9.]+) ([0-9.]+)L([0-9.]+) ([0-9.]+)/))
      let change = try #require(Double(ends.3)) - (try #require(Double(ends.1)))
      #expect(change * sign > 5 && ends.2 == ends.4)
    }
    #expect(Figure.plot(Plot(layers: [.vectorField(right)])).ascii(unicode: true).contains("→"))
  }

  @Test func `an image is the PNG that zlib would store`() {
    let pixels: [UInt8] = [0, 50, 100, 150, 200, 250]
    let svg = Figure.imageGrid(ImageGrid(images: [.init(width: 3, pixels: pixels)])).svg(id: "f")
    #expect(
      svg.contains(
        "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAAAAAC4HznGAAAAE0lEQVR4AQEIAPf/AAAyZACWyPoHdALvAxJeCwAAAABJRU5ErkJggg=="
      ))
    let image = ImageGrid.Image(width: 2, values: [-1, 0, 0.5, 2, .nan, .infinity], over: 0...1)
    #expect(image.pixels == [0, 0, 128, 255, 0, 255] && image.height == 3)
  }

  @Test func `a colour stands for its number on both sides of zero`() {
    let matrix = Plot.matrix([[-1, 0, 3]], palette: .diverging)
    let fills = matrix.svg(id: "f").matches(of: /<path fill="var\(--diverging-(\d+),/).map { String($0.1) }
    #expect(fills == ["3", "5", "10"], "the scale reaches from −3 to 3")
  }

  @Test func `panels share their limits`() {
    let flat = Plot(title: "a", series: [.line("", [0, 1], [0, 1])])
    let steep = Plot(title: "b", series: [.line("", [0, 1], [0, 100])])
    let shared = SVGReading(Figure.smallMultiples(SmallMultiples(panels: [flat, steep])).svg(id: "f"))
    let own = SVGReading(
      Figure.smallMultiples(SmallMultiples(panels: [flat, steep], sharesY: false)).svg(id: "f"))
    #expect(
      shared.labels.filter { $0.text == "100" }.count == 1 && !shared.labels.contains { $0.text == "0.5" })
    #expect(own.labels.contains { $0.text == "0.5" || $0.text == "0.50" })
  }

  @Test func `an arrow that skips a layer goes around what stands there`() throws {
    let svg = Figure.diagram(transformerBlock).svg(id: "f")
    let boxes = svg.matches(of: /<rect x="([0-9.]+)" y="([0-9.]+)" width="([0-9.]+)" height="([0-9.]+)"/).map
    {
      (Double($0.1) ?? 0, Double($0.1).map { $0 } ?? 0, Double($0.3) ?? 0)
    }
    let arrows = try #require(SVGReading(svg).paths.first { $0.name == "figure-arrows" }?.data)
    let upright = arrows.matches(of: /L([0-9.]+) [0-9.]+/).compactMap { Double($0.1) }
    let right = boxes.map { $0.0 + $0.2 }.max() ?? 0
    #expect(upright.contains { $0 > right }, "a straight part lies beside all boxes")
    #expect(boxes.count == 6)
  }

  @Test func `circles in a diagram end, and its layers follow the arrows`() {
    let ring = Diagram(
      nodes: [.init("a"), .init("b"), .init("c")], edges: [.init(0, 1), .init(1, 2), .init(2, 0)])
    let lines = Figure.diagram(ring).ascii().split(separator: "\n")
    #expect(lines == ["a -> b", "b -> c", "c -> a"])
    let deep = Diagram(nodes: (0..<3000).map { .init("\($0)") }, edges: (1..<3000).map { .init($0 - 1, $0) })
    #expect(Figure.diagram(deep).ascii().split(separator: "\n").count == 3000)
  }

  @Test func `the data of a figure are a table, thinned where they are many, and it says so`() throws {
    let many = (0...1000).map(Double.init)
    let table = try #require(Figure.plot(Plot(series: [.line("y", many, many)])).dataTable)
    #expect(
      table.rows.count == 100 && table.rows.first == ["0", "0"] && table.rows.last == ["1000", "1000"])
    #expect(table.caption == "100 of 1001 rows")
    let chinese = try #require(
      Figure.plot(Plot(series: [.line("y", many, many)])).dataTable(language: "zh", rows: 5))
    #expect(chinese.rows.count == 5 && chinese.caption == "共 1001 行，列出 5 行")
    #expect(Figure.text("a").dataTable == nil && Figure.plot(Plot()).dataTable == nil)
    let bars = try #require(Figure.plot(groupedBars).dataTable)
    #expect(bars.header == ["hidden units", "ReLU", "GELU", "SiLU", "tanh"] && bars.rows[0][0] == "64")
    let matrix = try #require(Figure.plot(attention).dataTable)
    #expect(matrix.rows[1].prefix(3) == ["cat", "0.2086", "0.7914"])
    let wide = Figure.plot(
      Plot(layers: [.heatMap(HeatMap(Grid(x: 0...1, y: 0...1, columns: 20, rows: 2) { $0 + $1 }))]))
    #expect(wide.dataTable?.header == ["x", "y", "value"])
    #expect(wide.dataTable(language: "zh")?.header == ["x", "y", "值"])
  }

  @Test(arguments: gallery.map(\.name)) func `plain characters are seven bits and fit the terminal`(
    name: String
  ) throws {
    let figure = try #require(gallery.first { $0.name == name }).figure
    for width in [40, 80, 132] {
      let plain = figure.ascii(width: width)
      #expect(plain.utf8.allSatisfy { $0 == 0x0A || ($0 >= 0x20 && $0 < 0x7F) })
      let lines = figure.ascii(width: width, unicode: true).split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= width }, "\(lines.first { $0.count > width } ?? "")")
    }
  }
}
