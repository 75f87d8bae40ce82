extension Table {
  func write(to writer: inout WireWriter) {
    writer.write(header) { $0.write($1) }
    writer.write(rows) { writer, row in writer.write(row) { $0.write($1) } }
    writer.write(alignment) { $0.write($1.rawValue) }
    writer.write(caption)
  }

  init(from reader: inout WireReader) throws(WireError) {
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
  func write(to writer: inout WireWriter) {
    writer.write(name)
    writer.write(comparison)
    writer.write(Int64(points))
    for number in [worstPoint, stated, measured, bound, resolution] { writer.write(number) }
    writer.write(passed)
    writer.write(notes) { $0.write($1) }
  }

  init(from reader: inout WireReader) throws(WireError) {
    self.init(
      name: try reader.text(), comparison: try reader.text(),
      points: Int(try reader.integer(Int64.self)), worstPoint: try reader.number(),
      stated: try reader.number(), measured: try reader.number(), bound: try reader.number(),
      resolution: try reader.number(), passed: try reader.flag(), notes: try reader.texts())
  }
}
