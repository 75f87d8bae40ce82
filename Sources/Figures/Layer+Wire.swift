extension Plot.Layer {
  func write(to writer: inout WireWriter) {
    switch self {
    case .heatMap(let map):
      writer.write(1 as UInt8)
      map.grid.write(to: &writer)
      map.color.write(to: &writer)
      writer.write(map.palette.rawValue)
      writer.write(map.showsNumbers)
    case .contour(let contour):
      writer.write(2 as UInt8)
      contour.grid.write(to: &writer)
      writer.write(contour.levels)
      writer.write(contour.label)
    case .vectorField(let field):
      writer.write(3 as UInt8)
      field.dx.write(to: &writer)
      field.dy.write(to: &writer)
      writer.write(field.label)
    }
  }

  init(from reader: inout WireReader) throws(WireError) {
    switch try reader.byte() {
    case 1: self = .heatMap(try HeatMap(from: &reader))
    case 2:
      let grid = try Grid(from: &reader)
      self = .contour(Contour(grid, levels: try reader.numbers(), label: try reader.text()))
    case 3: self = .vectorField(try VectorField(from: &reader))
    case let other: throw .unknownCase(other)
    }
  }
}

extension HeatMap {
  fileprivate init(from reader: inout WireReader) throws(WireError) {
    self.init(
      try Grid(from: &reader), color: try Axis(from: &reader), palette: try reader.choice(Palette.self),
      showsNumbers: try reader.flag())
  }
}

extension VectorField {
  fileprivate init(from reader: inout WireReader) throws(WireError) {
    let (dx, dy) = (try Grid(from: &reader), try Grid(from: &reader))
    guard dx.columns == dy.columns, dx.rows == dy.rows else { throw .invalidShape }
    self.init(dx: dx, dy: dy, label: try reader.text())
  }
}

extension Grid {
  fileprivate func write(to writer: inout WireWriter) {
    writer.write(UInt32(columns))
    writer.write(values)
    writer.write(x)
    writer.write(y)
  }

  fileprivate init(from reader: inout WireReader) throws(WireError) {
    let columns = try reader.count()
    let values = try reader.numbers()
    guard values.isEmpty || columns > 0 && values.count % columns == 0 else { throw .invalidShape }
    self.init(columns: columns, values: values, x: try reader.range(), y: try reader.range())
  }
}
