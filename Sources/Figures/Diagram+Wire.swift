extension Diagram {
  func write(to writer: inout WireWriter) {
    writer.write(title)
    writer.write(nodes) { writer, node in
      writer.write(node.label)
      writer.write(node.note)
      writer.write(node.shape.rawValue)
      writer.write(node.layer) { $0.write(Int64($1)) }
    }
    writer.write(edges) { writer, edge in
      writer.write(Int64(edge.from))
      writer.write(Int64(edge.to))
      writer.write(edge.label)
      writer.write(edge.isDashed)
    }
    writer.write(direction.rawValue)
  }

  init(from reader: inout WireReader) throws(WireError) {
    self.init(
      title: try reader.text(),
      nodes: try reader.list(ofSize: 10) { (reader) throws(WireError) in
        Node(
          try reader.text(), note: try reader.text(), shape: try reader.choice(Node.Shape.self),
          layer: try reader.optional { (reader) throws(WireError) in Int(try reader.integer(Int64.self)) })
      },
      edges: try reader.list(ofSize: 21) { (reader) throws(WireError) in
        Edge(
          Int(try reader.integer(Int64.self)), Int(try reader.integer(Int64.self)), try reader.text(),
          isDashed: try reader.flag())
      },
      direction: try reader.choice(Direction.self))
  }
}
