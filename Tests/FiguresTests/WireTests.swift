import Figures
import Testing

/// One figure with everything in it.
let everyFigure = Figure.group([
  .text("multiplikation: 3 × 4\n中文"),
  .plot(
    Plot(
      title: "a “title”", series: [.line("ƒ", [0, 1, .nan], [1, -0.0, .infinity]), .points("", [0.5], [])],
      x: Axis("x", lower: -1, upper: nil, scale: .linear),
      y: Axis("y", lower: nil, upper: 7, scale: .logarithmic),
      marks: [.vertical(at: 0.25, "here"), .horizontal(at: -1)])),
  .table(Table(["a", "b"], rows: [["1", "x"], ["2"]], alignment: [.center, .trailing], caption: "c")),
  .check(
    Check(
      name: "n", comparison: "c", points: 3, worstPoint: 0.1, stated: 1, measured: 2, bound: 0.5,
      resolution: 1e-9, passed: false, notes: ["one", "two"], figures: [.text("inner"), .group([])])),
])

@Suite struct WireTests {
  @Test func `a figure comes back from its bytes as it was`() throws {
    let bytes = everyFigure.encoded()
    #expect(try Figure.decode(bytes).encoded() == bytes)
    let plain = Figure.table(Table(["a"], rows: [["1"]]))
    #expect(try Figure.decode(plain.encoded()) == plain)
  }

  @Test func `numbers keep every bit`() throws {
    let patterns: [UInt64] = [
      0, 1, 1 << 63, 0x7FF0_0000_0000_0000, 0x7FF8_0000_0000_1234, 0x3FF0_0000_0000_0001,
    ]
    let xs = patterns.map(Double.init(bitPattern:))
    guard case .plot(let plot) = try Figure.decode(Figure.plot(Plot(series: [Series("", xs, xs)])).encoded())
    else {
      Issue.record("a plot became something else")
      return
    }
    #expect(plot.series[0].xs.map(\.bitPattern) == patterns)
  }

  @Test func `bytes that end early are refused, at every length`() {
    let bytes = everyFigure.encoded()
    for length in 0..<bytes.count {
      #expect(throws: WireError.self) { try Figure.decode(Array(bytes[..<length])) }
    }
    #expect(throws: WireError.trailingBytes(1)) { try Figure.decode(bytes + [0]) }
  }

  @Test func `damaged bytes never do worse than throw`() {
    let bytes = everyFigure.encoded()
    for index in bytes.indices {
      for damage: UInt8 in [0x01, 0x7F, 0x80, 0xFF] {
        var damaged = bytes
        damaged[index] ^= damage
        guard let figure = try? Figure.decode(damaged) else { continue }
        _ = figure.svg(id: "f").utf8.count + figure.ascii().utf8.count + figure.alternativeText().utf8.count
      }
    }
  }

  @Test(arguments: gallery.map(\.name)) func `every kind comes back, and its damage only throws`(name: String)
    throws
  {
    let figure = try #require(gallery.first { $0.name == name }).figure
    let bytes = figure.encoded()
    let back = try Figure.decode(bytes)
    #expect(back.encoded() == bytes)
    #expect(back.svg(id: "f") == figure.svg(id: "f"))
    var generator = SeededGenerator(state: UInt64(bytes.count))
    for _ in 0..<150 {
      var damaged = bytes
      for _ in 0...Int(generator.next() % 3) {
        damaged[Int(generator.next() % UInt64(min(bytes.count, 400)))] = UInt8(
          truncatingIfNeeded: generator.next())
      }
      guard let figure = try? Figure.decode(damaged) else { continue }
      _ = figure.svg(id: "f").utf8.count + figure.ascii().utf8.count + figure.ascii(unicode: true).utf8.count
      _ = figure.alternativeText().utf8.count + (figure.dataTable?.rows.count ?? 0)
    }
    for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 60)) {
      #expect(throws: WireError.self) { try Figure.decode(Array(bytes[..<length])) }
    }
  }

  @Test func `numbers that fill no rectangle are refused`() {
    let grid = Grid(columns: 2, values: [1, 2, 3, 4])
    let bytes = Figure.plot(Plot(layers: [.contour(Contour(grid))])).encoded()
    var damaged = bytes
    // Version, case, empty title, count of layers, case of the layer: then comes the number of columns.
    damaged[11] = 3
    #expect(bytes[11] == 2)
    #expect(throws: WireError.invalidShape) { try Figure.decode(damaged) }
  }

  @Test func `groups nested without end are refused`() {
    var figure = Figure.text("")
    for _ in 0..<100 { figure = .group([figure]) }
    #expect(throws: WireError.tooDeep) { try Figure.decode(figure.encoded()) }
  }

  @Test func `errors say what is wrong`() {
    #expect(throws: WireError.unknownVersion(9)) { try Figure.decode([9, 1]) }
    #expect(throws: WireError.unknownCase(77)) { try Figure.decode([2, 77]) }
    #expect(throws: WireError.invalidText) { try Figure.decode([2, 1, 1, 0, 0, 0, 0xFF]) }
    #expect(WireError.unknownVersion(9).description == "the figure has format 9, known is 2")
  }
}

@Suite struct RecordFrameTests {
  static let frames = [
    RecordFrame(kind: .beginCell, line: 12, payload: [3, 0, 0, 0]),
    RecordFrame(
      kind: .figure, line: 14, stdoutOffset: 1 << 40, stderrOffset: 7, payload: everyFigure.encoded()),
    RecordFrame(kind: .marker, line: .max), RecordFrame(kind: .progress, payload: Array("step 7".utf8)),
    RecordFrame(kind: .endCell, line: 20, stdoutOffset: .max, payload: [3, 0, 0, 0]),
  ]

  @Test func `a record comes back frame by frame`() {
    let (frames, isTruncated) = RecordFrame.decode(stream: Self.frames.flatMap { $0.encoded() })
    #expect(frames == Self.frames)
    #expect(!isTruncated)
  }

  @Test func `the header has the documented bytes`() {
    let frame = RecordFrame(
      kind: .inlineValue, line: 0x0102, stdoutOffset: 3, stderrOffset: 4, payload: [9, 8])
    #expect(
      frame.encoded() == [4, 2, 1, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 9, 8])
  }

  @Test func `a record that was cut off keeps its whole frames`() {
    let stream = Self.frames.flatMap { $0.encoded() }
    for length in 1..<30 {
      let (frames, isTruncated) = RecordFrame.decode(stream: Array(stream[..<length]))
      #expect(frames.count == (length < 29 ? 0 : 1))
      #expect(isTruncated == (length != 29))
    }
    #expect(RecordFrame.decode(stream: [0, 1, 2]).isTruncated)
    #expect(RecordFrame.decode(stream: []).frames.isEmpty)
  }
}
