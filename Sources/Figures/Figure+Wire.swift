extension Figure {
  static let wireVersion: UInt8 = 1
  private static let deepestGroup = 32

  /// The figure as bytes, the bits of its numbers kept.
  public func encoded() -> [UInt8] {
    var writer = WireWriter()
    writer.write(Self.wireVersion)
    write(to: &writer)
    return writer.bytes
  }

  /// The figure that `encoded()` wrote.
  ///
  /// No bytes, however damaged, do worse than throw.
  public static func decode(_ bytes: [UInt8]) throws(WireError) -> Figure {
    try decode(bytes[...])
  }

  /// The figure that `encoded()` wrote, out of a part of some bytes.
  public static func decode(_ bytes: ArraySlice<UInt8>) throws(WireError) -> Figure {
    var reader = WireReader(bytes)
    let version = try reader.byte()
    guard version == wireVersion else { throw .unknownVersion(version) }
    let figure = try Figure(from: &reader, depth: 0)
    guard reader.remaining == 0 else { throw .trailingBytes(reader.remaining) }
    return figure
  }

  private func write(to writer: inout WireWriter) {
    switch self {
    case .text(let text):
      writer.write(1 as UInt8)
      writer.write(text)
    case .plot(let plot):
      writer.write(2 as UInt8)
      plot.write(to: &writer)
    case .table(let table):
      writer.write(3 as UInt8)
      table.write(to: &writer)
    case .check(let check):
      writer.write(4 as UInt8)
      check.write(to: &writer)
      writer.write(check.figures) { $1.write(to: &$0) }
    case .group(let figures):
      writer.write(5 as UInt8)
      writer.write(figures) { $1.write(to: &$0) }
    }
  }

  private init(from reader: inout WireReader, depth: Int) throws(WireError) {
    guard depth < Self.deepestGroup else { throw .tooDeep }
    switch try reader.byte() {
    case 1: self = .text(try reader.text())
    case 2: self = .plot(try Plot(from: &reader))
    case 3: self = .table(try Table(from: &reader))
    case 4:
      var check = try Check(from: &reader)
      check.figures = try Self.list(from: &reader, depth: depth)
      self = .check(check)
    case 5: self = .group(try Self.list(from: &reader, depth: depth))
    case let other: throw .unknownCase(other)
    }
  }

  private static func list(from reader: inout WireReader, depth: Int) throws(WireError) -> [Figure] {
    try reader.list(ofSize: 5) { (reader) throws(WireError) in try Figure(from: &reader, depth: depth + 1) }
  }
}

extension Plot {
  fileprivate func write(to writer: inout WireWriter) {
    writer.write(title)
    writer.write(series) { $1.write(to: &$0) }
    x.write(to: &writer)
    y.write(to: &writer)
    writer.write(marks) { $1.write(to: &$0) }
  }

  fileprivate init(from reader: inout WireReader) throws(WireError) {
    self.init(
      title: try reader.text(),
      series: try reader.list(ofSize: 13) { (reader) throws(WireError) in try Series(from: &reader) },
      x: try Axis(from: &reader), y: try Axis(from: &reader),
      marks: try reader.list(ofSize: 13) { (reader) throws(WireError) in try Mark(from: &reader) })
  }
}

extension Series {
  fileprivate func write(to writer: inout WireWriter) {
    writer.write(label)
    writer.write(style.rawValue)
    writer.write(xs)
    writer.write(ys)
  }

  fileprivate init(from reader: inout WireReader) throws(WireError) {
    let label = try reader.text()
    let style = try reader.choice(Style.self)
    self.init(label, try reader.numbers(), try reader.numbers(), style: style)
  }
}

extension Axis {
  fileprivate func write(to writer: inout WireWriter) {
    writer.write(label)
    writer.write(lower) { $0.write($1) }
    writer.write(upper) { $0.write($1) }
    writer.write(scale.rawValue)
  }

  fileprivate init(from reader: inout WireReader) throws(WireError) {
    self.init(
      try reader.text(),
      lower: try reader.optional { (reader) throws(WireError) in try reader.number() },
      upper: try reader.optional { (reader) throws(WireError) in try reader.number() },
      scale: try reader.choice(Scale.self))
  }
}

extension Mark {
  fileprivate func write(to writer: inout WireWriter) {
    writer.write(direction.rawValue)
    writer.write(position)
    writer.write(label)
  }

  fileprivate init(from reader: inout WireReader) throws(WireError) {
    self.init(try reader.choice(Direction.self), at: try reader.number(), try reader.text())
  }
}

extension Table {
  fileprivate func write(to writer: inout WireWriter) {
    writer.write(header) { $0.write($1) }
    writer.write(rows) { writer, row in writer.write(row) { $0.write($1) } }
    writer.write(alignment) { $0.write($1.rawValue) }
    writer.write(caption)
  }

  fileprivate init(from reader: inout WireReader) throws(WireError) {
    self.init(
      try reader.texts(),
      rows: try reader.list(ofSize: 4) { (reader) throws(WireError) in try reader.texts() },
      alignment: try reader.list(ofSize: 1) { (reader) throws(WireError) in
        try reader.choice(Alignment.self)
      },
      caption: try reader.text())
  }
}

extension Check {
  fileprivate func write(to writer: inout WireWriter) {
    writer.write(name)
    writer.write(comparison)
    writer.write(Int64(points))
    for number in [worstPoint, stated, measured, bound, resolution] { writer.write(number) }
    writer.write(passed)
    writer.write(notes) { $0.write($1) }
  }

  fileprivate init(from reader: inout WireReader) throws(WireError) {
    self.init(
      name: try reader.text(), comparison: try reader.text(),
      points: Int(try reader.integer(Int64.self)), worstPoint: try reader.number(),
      stated: try reader.number(), measured: try reader.number(), bound: try reader.number(),
      resolution: try reader.number(), passed: try reader.flag(), notes: try reader.texts())
  }
}

extension WireReader {
  fileprivate mutating func texts() throws(WireError) -> [String] {
    try list(ofSize: 4) { (reader) throws(WireError) in try reader.text() }
  }
}
