import Figures
import Foundation
import Testing

private let names = gallery.map(\.name)

private func drawn(_ name: String, id: String = "fig") throws -> SVGReading {
  SVGReading(try #require(gallery.first { $0.name == name }).figure.svg(id: id))
}

@Suite struct LayoutTests {
  @Test(arguments: names) func `no word stands upon another or leaves the drawing`(name: String) throws {
    let drawing = try drawn(name)
    let labels = drawing.labels.filter { !$0.isTurned }
    #expect(drawing.isWellFormed && (name == "errors" || !drawing.labels.isEmpty))
    for (index, label) in labels.enumerated() {
      #expect(label.x >= -0.5 && label.x + label.width <= drawing.width + 0.5, "\(label)")
      #expect(label.y > 0 && label.y < drawing.height, "\(label)")
      for other in labels[(index + 1)...] { #expect(!label.meets(other), "\(label) \(other)") }
    }
  }

  @Test(arguments: names) func `every word lies within the drawing, turned ones too`(name: String) throws {
    try expectWordsInside(drawn(name))
  }

  @Test(arguments: [
    0...1, 0...0.001, 0...12, 0...1200, 0...2500, 0...300_000, -1_000_000...1_000_000, 0.5...1, 1e-7...1,
    1...1e12,
  ])
  func `the numbers at both ends of an axis lie within the drawing`(range: ClosedRange<Double>) throws {
    for scale in Axis.Scale.allCases where scale == .linear || range.lowerBound > 0 {
      let axis = Axis("x", lower: range.lowerBound, upper: range.upperBound, scale: scale)
      let ends = [range.lowerBound, range.upperBound]
      let plot = Plot(title: "ends", series: [.line("line", ends, [0, 1])], x: axis)
      try expectWordsInside(SVGReading(plot.svg(id: "f")))
      for count in 1...4 {
        let panels = SmallMultiples(panels: Array(repeating: plot, count: count), columns: count)
        try expectWordsInside(SVGReading(Figure.smallMultiples(panels).svg(id: "f")))
      }
    }
  }

  @Test func `the numbers at both ends of a colour bar lie within the drawing`() throws {
    for (low, high) in [(0.0, 1.0), (-1000, 1000), (1e-9, 1e9), (0, 0.0001)] {
      let plot = Plot.matrix([[low, high]])
      let panels = SmallMultiples(panels: [plot, plot])
      for figure in [Figure.plot(plot), .smallMultiples(panels)] {
        let drawing = SVGReading(figure.svg(id: "f"))
        #expect(drawing.labels.contains { $0.classes.contains("figure-colors") })
        try expectWordsInside(drawing)
      }
    }
  }

  private func expectWordsInside(_ drawing: SVGReading) throws {
    for label in drawing.labels {
      let box = label.box
      #expect(box.left >= -0.5 && box.right <= drawing.width + 0.5, "\(label) in \(drawing.width)")
      #expect(box.top >= -0.5 && box.bottom <= drawing.height + 0.5, "\(label) in \(drawing.height)")
    }
  }

  @Test(arguments: ["curves", "many-curves", "bands", "phase-portrait", "areas", "panels"])
  func `the legend stands above everything that is drawn`(name: String) throws {
    let drawing = try drawn(name)
    let legend = drawing.labels.filter { $0.classes.contains("figure-legend") }.map(\.y).max()
    let lowest = try #require(legend)
    let curves = drawing.paths.filter {
      $0.name == "figure-series" && !$0.classes.contains("figure-legend")
        && !$0.classes.contains("figure-panel")
        && !$0.data.contains("m")
    }
    #expect(!curves.isEmpty || name == "panels")
    for curve in curves {
      let numbers = curve.data.split { "MLz ".contains($0) }.compactMap { Double($0) }
      let ys = numbers.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
      #expect(try #require(ys.min()) > lowest)
    }
  }

  @Test func `ids are unique on a page, and every reference finds one`() {
    let page = gallery.enumerated().map { $0.element.figure.svg(id: "f\($0.offset)") }
    let drawing = SVGReading("<g>" + page.joined() + page[0].replacing("f0-", with: "g-") + "</g>")
    #expect(drawing.isWellFormed)
    #expect(Set(drawing.ids).count == drawing.ids.count && drawing.ids.count >= 2 * gallery.count)
    #expect(Set(drawing.references).isSubset(of: drawing.ids))
    #expect(drawing.references.contains { $0.contains("hatch") })
  }

  @Test func `long names are turned or shortened, many are thinned`() throws {
    let words = (0..<40).map { "a rather long name of an activation number \($0)" }
    let heights = (0..<40).map(Double.init)
    let bars = Plot(series: [.bars("", heights)], x: Axis("x", categories: words))
    let matrix = Plot.matrix(heights.map { [$0] }, rows: words, columns: [words[0]], x: words[0], y: words[1])
    for plot in [bars, matrix] {
      let drawing = SVGReading(plot.svg(id: "f"))
      let ticks = drawing.labels.filter { $0.classes.contains("figure-ticks") && !$0.isTurned }
      for (index, label) in ticks.enumerated() {
        #expect(label.x >= -0.5, "\(label)")
        for other in ticks[(index + 1)...] { #expect(!label.meets(other), "\(label) \(other)") }
      }
      #expect(
        drawing.labels.allSatisfy {
          !$0.classes.contains("figure-ticks") || $0.text.count < 4 || $0.text == words[0]
            || $0.text.hasSuffix("…")
        })
    }
    #expect(SVGReading(bars.svg(id: "f")).labels.contains { $0.isTurned })
  }

  @Test func `a logarithmic axis has minor ticks, and powers of ten that print well`() throws {
    let svg = decades.svg(id: "f")
    #expect(svg.contains("v-4") && svg.contains("h4"))
    let axis = Axis(lower: 1e-9, upper: 1e9, scale: .logarithmic)
    let wide = Plot(series: [.line("", [1e-9, 1e9], [1e-9, 1e9])], x: axis, y: axis)
    let ticks = SVGReading(wide.svg(id: "f")).labels.map(\.text)
    #expect(ticks.contains("10⁻⁶") && ticks.contains("1"))
    #expect(Figure.plot(wide).ascii().contains("1e-6"))
  }

  @Test func `numbers on an axis are told apart however close or large they are`() {
    for (low, high) in [(1, 1 + 1e-9), (1e6, 4e6), (-3e-7, 2e-7), (1e300, 2e300), (0.99999, 1.00001)] {
      let plot = Plot(series: [.line("", [0, 1], [low, high])])
      let ticks = SVGReading(plot.svg(id: "f")).labels.map(\.text)
      #expect(ticks.count > 4 && Set(ticks).count >= ticks.count - 1, "\(ticks)")
      #expect(ticks.allSatisfy { $0.count < 14 }, "\(ticks)")
    }
  }
}

@Suite struct SizeTests {
  @Test func `very many points become some tens of kilobytes and keep their extremes`() throws {
    var generator = SeededGenerator(state: 3)
    let xs = (0..<200_000).map(Double.init)
    var ys = xs.map { sin($0 / 18_000) + Double(generator.next() % 1000) / 4000 }
    ys[165_432] = 5
    for style in [Series.Style.line, .area, .step] {
      let svg = Plot(series: [Series("", xs, ys, style: style)], y: Axis(lower: -1, upper: 5)).svg(id: "f")
      #expect(svg.utf8.count < 80_000, "\(style) takes \(svg.utf8.count)")
      let curve = try #require(SVGReading(svg).paths.last { $0.name == "figure-series" })
      let ys = curve.data.split { "ML ".contains($0) }.compactMap { Double($0) }.enumerated()
      #expect(ys.filter { $0.offset % 2 == 1 }.map(\.element).min() == 12, "the peak is at the upper edge")
    }
  }

  @Test func `many points, bars and stems are drawn once for each place`() {
    var generator = SeededGenerator(state: 4)
    let xs = (0..<100_000).map { _ in Double(generator.next() % 10_000) }
    let ys = xs.map { _ in Double(generator.next() % 10_000) }
    let sorted = (0..<100_000).map(Double.init)
    for series in [Series.stem("", sorted, ys), .bars("", sorted, ys)] {
      #expect(Plot(series: [series]).svg(id: "f").utf8.count < 600_000)
    }
    #expect(Plot(series: [.bars("", sorted, ys)]).svg(id: "f").utf8.count < 60_000)
    let map = HeatMap(Grid(x: 0...1, y: 0...1, columns: 600, rows: 500) { sin(40 * $0) * cos(30 * $1) })
    #expect(Plot(layers: [.heatMap(map)]).svg(id: "f").utf8.count < 200_000)
  }

  @Test func `nothing is too strange to be drawn, printed and told`() {
    let lists: [[Double]] = [
      [], [3], [.nan], [.infinity, -.infinity], [5, 5, 5], [-1e308, 0, 1e308], [0, .leastNonzeroMagnitude],
      [1, .nan, 2, .infinity, 3], [-2, -1], [1, 1 + 0x1p-52],
    ]
    for xs in lists {
      for ys in lists {
        for style in Series.Style.allCases {
          for scale in Axis.Scale.allCases {
            check(
              .plot(
                Plot(
                  series: [Series("s", xs, ys, style: style)], x: Axis(scale: scale), y: Axis(scale: scale))))
          }
        }
      }
      let grid = Grid(rows: [xs, xs.reversed(), xs])
      let map = HeatMap(grid, color: Axis(scale: .logarithmic), palette: .diverging, showsNumbers: true)
      check(
        .plot(
          Plot(layers: [
            .heatMap(map), .contour(Contour(grid)), .vectorField(VectorField(dx: grid, dy: grid)),
          ])))
      check(.plot(.matrix([xs, xs], palette: .diverging)))
      check(
        .smallMultiples(
          SmallMultiples(panels: [Plot(series: [.histogram("h", xs, bins: 3)]), Plot()], columns: -3)))
      check(
        .imageGrid(
          ImageGrid(images: [.init(width: max(1, xs.count), values: xs), .init(width: 0, pixels: [])])))
    }
    check(.diagram(Diagram()))
    check(
      .diagram(
        Diagram(
          nodes: [.init("a", layer: .max), .init("b", layer: .min)],
          edges: [.init(0, 0), .init(0, 1), .init(1, 0), .init(7, -1)])))
  }

  private func check(_ figure: Figure) {
    let svg = figure.svg(id: "f")
    #expect(SVGReading(svg).isWellFormed)
    let numbers = svg.matches(of: /(?: d| x| y|viewBox|width|height)="([^"]*)"/).map { String($0.1) }
    #expect(numbers.allSatisfy { !$0.contains("nan") && !$0.contains("inf") }, "\(svg)")
    #expect(!figure.ascii(width: 40).isEmpty && !figure.ascii(width: 40, unicode: true).isEmpty)
    #expect(!figure.alternativeText().isEmpty && !figure.alternativeText(language: "zh").isEmpty)
    _ = figure.dataTable
  }
}
