extension SmallMultiples {
  func write(to writer: inout WireWriter) {
    writer.write(title)
    writer.write(panels) { $1.write(to: &$0) }
    writer.write(columns) { $0.write(Int64($1)) }
    writer.write(sharesX)
    writer.write(sharesY)
  }

  init(from reader: inout WireReader) throws(WireError) {
    self.init(
      title: try reader.text(),
      panels: try reader.list(ofSize: Plot.leastSize) { (reader) throws(WireError) in
        try Plot(from: &reader)
      },
      columns: try reader.optional { (reader) throws(WireError) in Int(try reader.integer(Int64.self)) },
      sharesX: try reader.flag(), sharesY: try reader.flag())
  }
}
