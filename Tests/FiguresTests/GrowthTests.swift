import Figures
import Foundation
import Testing

@Suite struct GrowthTests {
  @Test(arguments: ["", "plain", "激活函数", "e\u{301}a\u{300}", "wide mix of 激活 and i.l.t", "👩‍👩‍👧 and others"])
  func `a text is shortened to what trimming it sign by sign leaves`(text: String) {
    for room in stride(from: 0.0, through: text.width(size: 13) + 10, by: 3.7) {
      var kept = Substring(text)
      while !kept.isEmpty, (kept + "…").description.width(size: 13) > room { kept.removeLast() }
      #expect(text.shortened(to: room, size: 13) == (text.width(size: 13) > room ? kept + "…" : text))
    }
    for limit in 0...text.columns + 1 {
      var kept = Substring(text)
      while !kept.isEmpty, (kept + "…").description.columns > limit { kept.removeLast() }
      #expect(text.shortened(columns: limit) == (text.columns > limit ? kept + "…" : text))
    }
  }

  @Test func `a column is a column of numbers by its own cells, however long the rows are`() {
    let rows = [["1", "", "x"], ["2.5"], ["3", "", "4", "1e3"], []]
    #expect(Table(["a"], rows: rows).alignment == [.trailing, .leading, .leading, .trailing])
    #expect(Table(["a", "b"], rows: [[String]]()).alignment == [.leading, .leading])
  }

  @Test func `columns are narrowed one by one, the widest first, until they fit`() {
    for naturals in [[30, 30, 30], [80, 5, 5], [10, 50, 51], [12, 12, 90], [70]] {
      for width in [20, 40, 60, 80] {
        let cells = naturals.map {
          String(repeating: "ab ", count: $0 / 3) + String(repeating: "c", count: $0 % 3)
        }
        let text = Figure.table(Table(cells.map { _ in "h" }, rows: [cells])).ascii(width: width)
        let rule = text.split(separator: "\n")[1].split(separator: " ").map(\.count)
        #expect(rule == narrowed(cells.map(\.count), to: width), "\(naturals) \(width)")
      }
    }
  }

  private func narrowed(_ natural: [Int], to width: Int) -> [Int] {
    var (widths, limit) = (natural, natural.max() ?? 0)
    while limit > max(12, natural.min() ?? 0), widths.reduce(0, +) > width - 2 * (natural.count - 1) {
      limit -= 1
      widths = natural.map { min($0, limit) }
    }
    return widths
  }

  @Test func `bars over names are those of each series' first number there`() {
    let plot = Plot(
      series: [
        .bars("a", [1, 0, 1, 7, .nan, 0.5], [3, 1, 9, 9, 9, 9]), .bars("b", [2], [4]),
      ], x: Axis(categories: ["x", "y", "z"]))
    let lines = Figure.plot(plot).ascii().split(separator: "\n").prefix(3).map { $0.split(separator: " ") }
    #expect(lines.map { $0.last.map(String.init) } == ["1", "3", "4"])
    #expect(lines.map { $0.first.map(String.init) } == ["x", "y", "|%%%%%%%%%%"] || lines[2].first != "z")
  }

  @Test func `all of very many annotations are drawn`() {
    let notes = (0..<150).map { Annotation("note \($0)", x: Double($0 % 10), y: Double($0 % 7)) }
    let plot = Plot(series: [.line("a", [0, 9], [0, 6])], annotations: notes)
    let drawing = Figure.plot(plot).svg(id: "a")
    #expect(notes.allSatisfy { drawing.contains(">\($0.text)</text>") })
  }

  @Test func `panels share what their axes cover together`() {
    let panels = [1.0, 5, 3].map { Plot(series: [.line("a", [0, $0], [0, 2 * $0])]) }
    let shared = Figure.smallMultiples(SmallMultiples(panels: panels)).svg(id: "a")
    let alone = Plot(series: [.line("a", [0, 5], [0, 10])])
    let same = Figure.smallMultiples(SmallMultiples(panels: [alone, alone, alone])).svg(id: "a")
    let ticks = { (drawing: String) in
      drawing.components(separatedBy: "figure-ticks").dropFirst().map {
        $0.components(separatedBy: "</g>")[0]
      }
    }
    #expect(!ticks(shared).isEmpty && ticks(shared) == ticks(same))
  }
}
