extension ImageGrid {
  func write(to writer: inout WireWriter) {
    writer.write(title)
    writer.write(images) { writer, image in
      writer.write(UInt32(image.width))
      writer.write(image.pixels)
      writer.write(image.caption)
    }
    writer.write(columns) { $0.write(Int64($1)) }
  }

  init(from reader: inout WireReader) throws(WireError) {
    self.init(
      title: try reader.text(),
      images: try reader.list(ofSize: 12) { (reader) throws(WireError) in try Image(from: &reader) },
      columns: try reader.optional { (reader) throws(WireError) in Int(try reader.integer(Int64.self)) })
  }
}

extension ImageGrid.Image {
  fileprivate init(from reader: inout WireReader) throws(WireError) {
    let width = try reader.count()
    let pixels = try reader.bytes()
    guard pixels.isEmpty || width > 0 && pixels.count % width == 0 else { throw .invalidShape }
    self.init(width: width, pixels: pixels, caption: try reader.text())
  }
}
