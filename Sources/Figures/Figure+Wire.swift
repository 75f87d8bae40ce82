extension Figure {
  static let wireVersion: UInt8 = 2
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
    case .smallMultiples(let plots):
      writer.write(6 as UInt8)
      plots.write(to: &writer)
    case .imageGrid(let images):
      writer.write(7 as UInt8)
      images.write(to: &writer)
    case .diagram(let diagram):
      writer.write(8 as UInt8)
      diagram.write(to: &writer)
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
    case 6: self = .smallMultiples(try SmallMultiples(from: &reader))
    case 7: self = .imageGrid(try ImageGrid(from: &reader))
    case 8: self = .diagram(try Diagram(from: &reader))
    case let other: throw .unknownCase(other)
    }
  }

  private static func list(from reader: inout WireReader, depth: Int) throws(WireError) -> [Figure] {
    try reader.list(ofSize: 5) { (reader) throws(WireError) in try Figure(from: &reader, depth: depth + 1) }
  }
}
