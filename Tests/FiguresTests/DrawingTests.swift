import Figures
import Foundation
import FoundationXML
import Testing

private let xs = (0...80).map { Double($0) / 10 - 4 }

private func isWellFormed(_ svg: String) -> Bool {
  XMLParser(data: Data(svg.utf8)).parse()
}

@Suite struct DrawingTests {
  @Test(arguments: gallery.map(\.name))
  func `a figure is drawn, printed and told as it was`(name: String) throws {
    let figure = try #require(gallery.first { $0.name == name }?.figure)
    try snapshot(figure.svg(id: "fig"), named: "\(name).svg")
    try snapshot(figure.ascii(), named: "\(name)-ascii.txt")
    try snapshot(figure.ascii(unicode: true), named: "\(name)-unicode.txt")
    let words = ["en", "zh"].map { figure.alternativeText(language: $0) + "\n" }
    let table = figure.dataTable.map { Figure.table($0).ascii(unicode: true) } ?? "no data\n"
    try snapshot(words.joined(separator: "\n") + "\n" + table, named: "\(name)-words.txt")
  }

  @Test func `a group of everything is printed as it was`() throws {
    try snapshot(everyFigure.ascii(width: 60, unicode: true), named: "every-figure.txt")
  }

  @Test func `every drawing is well-formed, whatever is in it`() {
    let empty = Plot(series: [])
    let nothing = Plot(series: [.line("<&\">\u{1}", [.nan], [.infinity])])
    let flat = Plot(series: [.line("flat", [0, 1], [5, 5])])
    let point = Plot(series: [.line("one", [3], [4])])
    let huge = Plot(series: [.line("huge", [-1e308, 1e308], [-1e308, 1e308])])
    let tiny = Plot(series: [.line("tiny", [0, .leastNonzeroMagnitude], [1, 1 + 0x1p-52])])
    let negative = Plot(series: [.line("none", [1, 2], [-1, -2])], y: Axis(scale: .logarithmic))
    let outside = Plot(series: [.line("out", [0, 1], [0, 1e300])], y: Axis(lower: 2, upper: 3))
    for plot in [empty, nothing, flat, point, huge, tiny, negative, outside, curves, errors] {
      let svg = plot.svg(id: "f")
      #expect(isWellFormed(svg), "\(svg)")
      #expect(!svg.contains("nan") && !svg.contains("inf"))
      #expect(!Figure.plot(plot).ascii(width: 40, unicode: true).isEmpty)
    }
    #expect(isWellFormed("<g>" + everyFigure.svg(id: "f") + "</g>"))
  }

  @Test func `ids begin with the id that was asked for`() {
    let svg = Figure.group([.plot(curves), .plot(errors)]).svg(id: "fig-3")
    #expect(svg.contains(#"aria-labelledby="fig-3-1-title fig-3-1-desc""#))
    #expect(svg.contains(#"<title id="fig-3-2-title">"#))
    let ids = svg.matches(of: /\bid="([^"]*)"/).map { String($0.1) }
    #expect(ids.count == 4 && Set(ids).count == 4 && ids.allSatisfy { $0.hasPrefix("fig-3-") })
  }

  @Test func `a number that is not finite breaks the curve`() {
    let broken = Plot(series: [.line("", [0, 1, 2, 3, 4], [0, 1, .nan, 1, 0])])
    #expect(seriesPath(of: broken).filter { $0 == "M" }.count == 2)
  }

  @Test func `a straight curve needs two points however many it has`() {
    let many = (0...10_000).map(Double.init)
    let path = seriesPath(of: Plot(series: [.line("", many, many)]))
    #expect(path.split(separator: " ").count == 4)
  }

  @Test func `a long noisy series becomes short and keeps its extremes`() {
    var generator = SeededGenerator(state: 1)
    let steps = (0..<100_000).map(Double.init)
    var noise = steps.map { _ in Double(generator.next() % 1000) / 1000 }
    noise[50_321] = 9
    let path = seriesPath(of: Plot(series: [.line("", steps, noise)]))
    #expect(path.utf8.count < 60_000)
    let top = seriesPath(of: Plot(series: [.line("", [0, 1], [0, 9])], y: Axis(lower: 0, upper: 9)))
    #expect(!top.isEmpty && isWellFormed(Plot(series: [.line("", steps, noise)]).svg(id: "n")))
  }

  @Test func `a curve outside of the axes is cut at their edge`() {
    let steep = Plot(series: [.line("", [0, 1], [0, 1e300])], y: Axis(lower: 0, upper: 1))
    let numbers = seriesPath(of: steep).split { "M ".contains($0) }.compactMap { Double($0) }
    #expect(numbers.count == 4 && numbers.allSatisfy { $0 >= 0 && $0 <= 440 })
  }

  @Test func `the words of a horizontal line stand beside the curves`() throws {
    let svg = Plot(series: [.line("", [0, 1, 2], [0, 9, 0])], marks: [.horizontal(at: 4, "target")]).svg(
      id: "f")
    let line = try #require(svg.firstMatch(of: /stroke-dasharray="2 3"[^>]* d="M[^H]*H([0-9.]+)"/))
    let words = try #require(svg.firstMatch(of: /<text x="([0-9.]+)"[^>]*>target</))
    #expect(try #require(Double(words.1)) > (try #require(Double(line.1))))
  }

  @Test func `a logarithmic axis shorter than a decade has at least two labels`() {
    for upper in [0.24, 0.5, 3, 11] {
      let axis = Axis(lower: 0.19, upper: upper, scale: .logarithmic)
      let svg = Plot(series: [.line("", [0, 1], [0.19, upper])], y: axis).svg(id: "f")
      let labels = svg.matches(of: /text-anchor="end">(.*?)<\/g>/).first.map {
        $0.1.split(separator: "</text>")
      }
      #expect((labels?.count ?? 0) > 1, "\(upper)")
    }
  }

  @Test func `plain characters are seven bits`() {
    for figure in [everyFigure, .plot(curves), .plot(errors), .text("\u{1B}[1m\t中\u{7F}\r\n")] {
      #expect(figure.ascii().utf8.allSatisfy { $0 == 0x0A || ($0 >= 0x20 && $0 < 0x7F) })
    }
  }

  @Test func `lines are as wide as they may be and no wider`() {
    for width in [20, 40, 80, 120] {
      let lines = Figure.plot(curves).ascii(width: width, unicode: true).split(separator: "\n")
      #expect(lines.dropLast().allSatisfy { $0.count <= max(width, 20) })
    }
  }

  @Test func `the colours of both palettes are three to one against their paper`() {
    for (colors, paper) in [(Figure.lightColors, 0xFFFFFF), (Figure.darkColors, 0x16181D)] {
      let series = colors.matches(of: /--series-\d:#([0-9a-f]{6})/).compactMap { Int($0.1, radix: 16) }
      #expect(series.count == 8)
      for color in series { #expect(contrast(color, paper) >= 3, "\(String(color, radix: 16))") }
    }
  }

  private func seriesPath(of plot: Plot) -> String {
    plot.svg(id: "f").firstMatch(of: /class="figure-series"[^>]* d="([^"]*)"/).map { String($0.1) } ?? ""
  }

  private func contrast(_ a: Int, _ b: Int) -> Double {
    let luminance = { (color: Int) -> Double in
      let channels = [16, 8, 0].map { Double((color >> $0) & 0xFF) / 255 }
      let linear = channels.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
      return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
    return (max(luminance(a), luminance(b)) + 0.05) / (min(luminance(a), luminance(b)) + 0.05)
  }
}

@Suite struct WordTests {
  @Test func `a plot says what it shows`() {
    let words = Figure.plot(curves).alternativeText()
    #expect(
      words == """
        A corner & a wave. x runs from −4 to 4. corner rises from 0 to 4; its slope jumps from 0 to 1 at 0. \
        wave goes from 2 to −2; minimum −2.18 at 3.3; maximum 2.18 at −3.3; crosses zero at 0. samples has 3 \
        points; goes from 1 to 2; minimum 0 at 0; maximum 2 at 3. A line “kink” marks 0. A line “one” marks 1.
        """)
  }

  @Test func `a plot says it in Chinese too`() {
    let plot = Plot(series: [.line("relu", xs, xs.map { max(0, $0) })])
    #expect(
      Figure.plot(plot).alternativeText(language: "zh")
        == "折线图：relu。x 从 −4 到 4。relu 从 0 上升到 4；斜率在 0 处由 0 跳到 1。")
  }

  @Test func `tables and checks say what they are`() {
    let table = Figure.table(Table(["x", "f(x)"], rows: [[1.0, 2.0], [2.0, 4.0]]))
    #expect(table.alternativeText() == "Table of 2 rows with the columns x, f(x).")
    let check = Check(
      name: "gelu", comparison: "", points: 161, worstPoint: 2.7, stated: 1, measured: 1.25, bound: 0.5,
      resolution: 1e-9, passed: true)
    #expect(
      Figure.check(check).alternativeText()
        == "Check of gelu: passed. 161 points compared; worst at 2.7, error 0.25, allowed 0.5.")
  }

  @Test func `a given description takes the place of the computed one`() {
    #expect(curves.svg(id: "f", description: "mine").contains(#"<desc id="f-desc">mine</desc>"#))
  }

  @Test func `a column of numbers stands right, a column of words left`() {
    let table = Table(["name", "value", "both"], rows: [["a", 1.5, 1], ["b", -2, "x"]])
    #expect(table.alignment == [.leading, .trailing, .leading])
    #expect(table.rows == [["a", "1.5", "1"], ["b", "-2", "x"]])
  }

  @Test func `powers are written with one caret where only seven bits are at hand`() {
    let text = Figure.text("10⁻¹², x², eˣ and 2⁵³ · 10⁰").ascii(width: 80, unicode: false)
    #expect(text.hasPrefix("10^-12, x^2, e^x and 2^53 * 10^0"))
  }
}
