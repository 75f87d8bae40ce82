/// The page under a lesson's blocks: what they show is recorded here, in the order it happens.
///
/// The program made of a lesson calls this between the blocks' own lines; a block calls `show(_:)`.
public enum Notebook {
  /// Set once, by the process that runs the lesson and before any of its code.
  private nonisolated(unsafe) static var recorder: Recorder?

  /// Where the record goes: functions of the process that runs the lesson, so that nothing here needs a
  /// C library.
  struct Recorder {
    /// Saves buffered output and tells how many bytes of standard output and error there are.
    var outputPositions: @convention(c) (UnsafeMutablePointer<UInt64>) -> Void
    /// Appends to the record.
    var write: @convention(c) (UnsafePointer<UInt8>, Int) -> Void
    /// Stops the run after that many seconds; after 0 seconds, never.
    var limit: @convention(c) (Double) -> Void
  }

  static func attach(_ recorder: Recorder) {
    self.recorder = recorder
  }

  /// Records a figure that is shown at `line`; where nothing records, prints it.
  public static func record(_ figure: Figure, line: Int) {
    guard recorder != nil else { return print(figure.ascii(width: 80, unicode: true), terminator: "") }
    write(.figure, line: line, figure.encoded())
  }

  /// Records how far a long run has come.
  public static func record(progress text: String) {
    write(.progress, line: 0, Array(text.utf8))
  }

  /// Begins the block of that number, which may take `seconds` if they are not 0.
  public static func begin(_ block: Int, seconds: Double = 0) {
    write(.beginCell, line: 0, bytes(of: UInt32(block)))
    recorder?.limit(seconds)
  }

  /// Ends the block of that number.
  public static func end(_ block: Int) {
    recorder?.limit(0)
    write(.endCell, line: 0, bytes(of: UInt32(block)))
  }

  /// Notes that the run has reached `line`.
  public static func mark(_ line: Int) {
    write(.marker, line: line, [])
  }

  /// Shows the value of a block's last expression.
  public static func show<Value>(line: Int, _ value: Value) {
    if let figure = figure(for: value) { record(figure, line: line) }
  }

  /// Puts a value into a sentence.
  public static func fill<Value>(_ index: Int, _ value: Value) {
    write(.inlineValue, line: 0, bytes(of: UInt32(index)) + Array(sentenceText(of: value).utf8))
  }

  private static func write(_ kind: RecordFrame.Kind, line: Int, _ payload: [UInt8]) {
    guard let recorder else { return }
    var positions: [UInt64] = [0, 0]
    recorder.outputPositions(&positions)
    let frame = RecordFrame(
      kind: kind, line: UInt32(clamping: line), stdoutOffset: positions[0], stderrOffset: positions[1],
      payload: payload
    ).encoded()
    frame.withUnsafeBufferPointer { buffer in
      if let start = buffer.baseAddress { recorder.write(start, buffer.count) }
    }
  }

  private static func bytes(of number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func sentenceText<Value>(of value: Value) -> String {
    if let text = value as? String { return text }
    if case .text(let text)? = figure(for: value) { return text }
    return "\(value)"
  }
}

/// Called by the process that runs a lesson, before the lesson.
@_cdecl("lesson_attach")
public func lessonAttach(
  _ outputPositions: @convention(c) (UnsafeMutablePointer<UInt64>) -> Void,
  _ write: @convention(c) (UnsafePointer<UInt8>, Int) -> Void,
  _ limit: @convention(c) (Double) -> Void
) {
  Notebook.attach(Notebook.Recorder(outputPositions: outputPositions, write: write, limit: limit))
}
