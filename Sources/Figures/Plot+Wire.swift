extension Plot {
  /// The least bytes that a plot takes.
  static let leastSize = 44

  func write(to writer: inout WireWriter) {
    writer.write(title)
    writer.write(layers) { $1.write(to: &$0) }
    writer.write(series) { $1.write(to: &$0) }
    x.write(to: &writer)
    y.write(to: &writer)
    writer.write(marks) { $1.write(to: &$0) }
    writer.write(annotations) { $1.write(to: &$0) }
  }

  init(from reader: inout WireReader) throws(WireError) {
    self.init(
      title: try reader.text(),
      layers: try reader.list(ofSize: 49) { (reader) throws(WireError) in try Layer(from: &reader) },
      series: try reader.list(ofSize: 18) { (reader) throws(WireError) in try Series(from: &reader) },
      x: try Axis(from: &reader), y: try Axis(from: &reader),
      marks: try reader.list(ofSize: 13) { (reader) throws(WireError) in try Mark(from: &reader) },
      annotations: try reader.list(ofSize: 20) { (reader) throws(WireError) in try Annotation(from: &reader) }
    )
  }
}

extension Series {
  fileprivate func write(to writer: inout WireWriter) {
    writer.write(label)
    writer.write(style.rawValue)
    writer.write(xs)
    writer.write(ys)
    writer.write(bases)
    writer.write(barWidth) { $0.write($1) }
  }

  fileprivate init(from reader: inout WireReader) throws(WireError) {
    let label = try reader.text()
    let style = try reader.choice(Style.self)
    self.init(
      label, try reader.numbers(), try reader.numbers(), style: style, bases: try reader.numbers(),
      barWidth: try reader.optional { (reader) throws(WireError) in try reader.number() })
  }
}

extension Axis {
  func write(to writer: inout WireWriter) {
    writer.write(label)
    writer.write(lower) { $0.write($1) }
    writer.write(upper) { $0.write($1) }
    writer.write(scale.rawValue)
    writer.write(categories) { $0.write($1) }
    writer.write(isReversed)
  }

  init(from reader: inout WireReader) throws(WireError) {
    self.init(
      try reader.text(),
      lower: try reader.optional { (reader) throws(WireError) in try reader.number() },
      upper: try reader.optional { (reader) throws(WireError) in try reader.number() },
      scale: try reader.choice(Scale.self), categories: try reader.texts(), isReversed: try reader.flag())
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

extension Annotation {
  fileprivate func write(to writer: inout WireWriter) {
    writer.write(text)
    writer.write(x)
    writer.write(y)
  }

  fileprivate init(from reader: inout WireReader) throws(WireError) {
    self.init(try reader.text(), x: try reader.number(), y: try reader.number())
  }
}
