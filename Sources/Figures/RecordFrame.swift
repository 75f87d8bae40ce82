/// One piece of the record that a run writes beside its standard output.
///
/// A frame is a header of 25 bytes and a payload, numbers with the little end first:
///
///     kind           1 byte
///     line           4 bytes   the line of the lesson, 0 for none
///     stdoutOffset   8 bytes   how much the run had written to its standard output
///     stderrOffset   8 bytes   the same for its standard error
///     length         4 bytes   of the payload
///     payload
public struct RecordFrame: Sendable, Hashable {
  /// What a frame says, and so what its payload is.
  public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
    /// A block begins; the payload is its number, 4 bytes.
    case beginCell = 1
    /// A block has ended; the payload is its number, 4 bytes.
    case endCell = 2
    /// A figure is shown; the payload is its bytes.
    case figure = 3
    /// A value for a sentence; the payload is its number, 4 bytes, and its text.
    case inlineValue = 4
    /// The run has reached this line; no payload.
    case marker = 5
    /// How far the run has come; the payload is a text.
    case progress = 6
  }

  /// What the frame says.
  public var kind: Kind
  /// The line of the lesson, 0 for none.
  public var line: UInt32
  /// How many bytes of standard output came before.
  public var stdoutOffset: UInt64
  /// How many bytes of standard error came before.
  public var stderrOffset: UInt64
  /// What belongs to the kind.
  public var payload: [UInt8]

  static let headerSize = 25

  /// A frame with a payload that is already bytes.
  public init(
    kind: Kind, line: UInt32 = 0, stdoutOffset: UInt64 = 0, stderrOffset: UInt64 = 0, payload: [UInt8] = []
  ) {
    self.kind = kind
    self.line = line
    self.stdoutOffset = stdoutOffset
    self.stderrOffset = stderrOffset
    self.payload = payload
  }

  /// How many bytes the frame has.
  public var encodedSize: Int { Self.headerSize + payload.count }

  /// The frame as bytes.
  public func encoded() -> [UInt8] {
    var writer = WireWriter()
    writer.bytes.reserveCapacity(Self.headerSize + payload.count)
    writer.write(kind.rawValue)
    writer.write(line)
    writer.write(stdoutOffset)
    writer.write(stderrOffset)
    writer.write(UInt32(payload.count))
    writer.bytes += payload
    return writer.bytes
  }

  /// The frames of a record, as far as they are whole.
  ///
  /// A run that was killed leaves half a frame behind: `isTruncated` says so. A byte that names no kind ends
  /// the reading the same way.
  public static func decode(stream: [UInt8]) -> (frames: [RecordFrame], isTruncated: Bool) {
    var reader = WireReader(stream[...])
    var frames: [RecordFrame] = []
    while reader.remaining > 0 {
      guard let frame = try? RecordFrame(from: &reader) else { return (frames, true) }
      frames.append(frame)
    }
    return (frames, false)
  }

  private init(from reader: inout WireReader) throws(WireError) {
    kind = try reader.choice(Kind.self)
    line = try reader.integer(UInt32.self)
    stdoutOffset = try reader.integer(UInt64.self)
    stderrOffset = try reader.integer(UInt64.self)
    payload = Array(try reader.take(Int(try reader.integer(UInt32.self))))
  }
}
