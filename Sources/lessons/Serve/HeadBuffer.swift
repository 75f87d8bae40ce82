/// What a client has sent and nobody has read yet; every byte is looked at once.
struct HeadBuffer {
  private var bytes: [UInt8] = []
  private var scanned = 0
  private var lineStart = 0
  private var hasFirstLine = false

  /// Whether nothing has been sent.
  var isEmpty: Bool { bytes.isEmpty }

  /// Adds what has arrived.
  mutating func append(_ arrived: ArraySlice<UInt8>) { bytes += arrived }

  /// The next head without the empty line at its end; nil while it is not complete.
  mutating func next() throws(RequestHead.Refusal) -> ArraySlice<UInt8>? {
    while scanned < bytes.count {
      let byte = bytes[scanned]
      scanned += 1
      guard byte == UInt8(ascii: "\n") else {
        try checkLimits()
        continue
      }
      let line = bytes[lineStart..<scanned - 1]
      if !line.isEmpty && line != [UInt8(ascii: "\r")] {
        hasFirstLine = true
      } else if hasFirstLine {
        return take(upTo: lineStart)
      }
      lineStart = scanned
    }
    return nil
  }

  private func checkLimits() throws(RequestHead.Refusal) {
    if !hasFirstLine && scanned - lineStart > RequestHead.Limit.line {
      throw RequestHead.Refusal(414, "the address is longer than \(RequestHead.Limit.line) bytes")
    }
    if scanned > RequestHead.Limit.head {
      throw RequestHead.Refusal(431, "the head is longer than \(RequestHead.Limit.head) bytes")
    }
  }

  /// Takes the head that ends before `end`, and the empty line after it.
  private mutating func take(upTo end: Int) -> ArraySlice<UInt8> {
    let lineEnds = Set("\r\n".utf8)
    let head = Array(bytes[..<end].drop { lineEnds.contains($0) })
    bytes.removeFirst(scanned)
    (scanned, lineStart, hasFirstLine) = (0, 0, false)
    let last = head.lastIndex { !lineEnds.contains($0) } ?? -1
    return head[...last]
  }
}
