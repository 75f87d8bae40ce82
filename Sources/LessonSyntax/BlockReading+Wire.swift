extension BlockReading {
  /// The format's number; the tool refuses any other.
  private static let wireVersion = 1

  /// The reading as bytes: numbers seven bits a byte, low bits first; texts after their length.
  ///
  ///     version
  ///     items  (problem + 1, or 0)  readsItsPlace
  ///     shown expression: 0, or 1 start length
  ///     marked items:     count, offsets
  ///     declarations:     count, each kind name identity offset
  ///     spans:            count, each gap length kind
  func encoded() -> [UInt8] {
    var wire = Wire()
    wire.write(Self.wireVersion)
    wire.write(itemCount)
    wire.write(firstProblem.map { $0 + 1 } ?? 0)
    wire.write(readsItsPlace ? 1 : 0)
    wire.write(shownExpression == nil ? 0 : 1)
    if let shownExpression {
      wire.write(shownExpression.lowerBound)
      wire.write(shownExpression.count)
    }
    wire.write(markedItems.count)
    for item in markedItems { wire.write(item) }
    wire.write(declarations.count)
    for declaration in declarations { write(declaration, to: &wire) }
    writeSpans(to: &wire)
    return wire.bytes
  }

  private func write(_ declaration: Declaration, to wire: inout Wire) {
    wire.write(Int(declaration.kind.rawValue))
    wire.write(declaration.name)
    wire.write(declaration.identity)
    wire.write(declaration.offset)
  }

  private func writeSpans(to wire: inout Wire) {
    wire.write(spans.count)
    var end = 0
    for span in spans {
      wire.write(span.start - end)
      wire.write(span.length)
      wire.write(Int(span.kind.rawValue))
      end = span.start + span.length
    }
  }
}

/// Appends numbers, seven bits a byte with the low bits first, and texts after their length.
struct Wire {
  var bytes: [UInt8] = []

  mutating func write(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }

  mutating func write(_ content: [UInt8]) {
    write(content.count)
    bytes += content
  }
}
