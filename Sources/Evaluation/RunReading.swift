import CourseModel
import Figures

/// Puts what a run has left together again: which part printed and showed what, and where the run ended.
struct RunReading {
  private let trace: RunTrace
  private let pieces: [Piece]
  private let active: [Int]
  private(set) var results: [PieceResult]
  /// The part that was running when the run ended; nil if all parts came to their ends.
  private(set) var unfinished: Int?
  /// The line that the run noted last within that part.
  private(set) var lastLine: Int?
  /// The last text that was recorded as progress.
  private(set) var lastProgress: String?

  private var outputEnd = 0
  private var errorEnd = 0

  /// Reads the trace of a run of those of `pieces` that `active` names.
  init(_ trace: RunTrace, _ pieces: [Piece], active: [Int]) {
    self.trace = trace
    self.pieces = pieces
    self.active = active
    results = Array(repeating: PieceResult(state: .skipped), count: pieces.count)
    var current = active.first
    for frame in trace.frames { read(frame, &current) }
    unfinished = active.first { results[$0].state != .ran }
    addOutput(upTo: trace.standardOutput.count, errors: errorEnd, to: unfinished ?? active.last)
  }

  /// What the run wrote to standard error after its last frame.
  var lastWords: ArraySlice<UInt8> { trace.standardError.dropFirst(errorEnd) }

  /// Adds what the crashed program itself had written to standard error.
  mutating func addErrors(_ written: [UInt8]) {
    guard !written.isEmpty, let piece = unfinished ?? active.last else { return }
    results[piece].outputs.append(
      PlacedOutput(output: .standardError(String(decoding: written, as: UTF8.self))))
  }

  private mutating func read(_ frame: RecordFrame, _ current: inout Int?) {
    // Progress is told between two pieces of one text, which stay one.
    if case .progress = frame.kind {
      lastProgress = String(decoding: frame.payload, as: UTF8.self)
      return
    }
    addOutput(upTo: Int(clamping: frame.stdoutOffset), errors: Int(clamping: frame.stderrOffset), to: current)
    switch frame.kind {
    case .beginCell:
      current = piece(in: frame) ?? current
      lastLine = nil
    case .endCell:
      if let piece = piece(in: frame) { results[piece].state = .ran }
      lastLine = nil
    case .figure:
      guard let current, let figure = try? Figure.decode(frame.payload) else { return }
      results[current].outputs.append(
        PlacedOutput(output: .figure(figure), place: place(of: Int(frame.line), current)))
    case .inlineValue:
      guard let piece = piece(in: frame) else { return }
      results[piece].text = String(decoding: frame.payload.dropFirst(4), as: UTF8.self)
      results[piece].state = .ran
    case .marker:
      lastLine = Int(frame.line)
    case .progress: break
    }
  }

  private func piece(in frame: RecordFrame) -> Int? {
    guard frame.payload.count >= 4 else { return nil }
    let index = (0..<4).reduce(0) { $0 | Int(frame.payload[$1]) << (8 * $1) }
    return pieces.indices.contains(index) ? index : nil
  }

  /// The place of a line that a frame names: in the running part, or in an earlier one that it calls.
  private func place(of line: Int, _ current: Int) -> Place? {
    let candidates = [current] + active.reversed()
    guard line > 0,
      let piece = candidates.first(where: { pieces[$0].contains(line: line, path: pieces[$0].path) })
    else { return nil }
    return Place(piece: piece, line: line - pieces[piece].firstLine, column: 0)
  }

  private mutating func addOutput(upTo end: Int, errors: Int, to piece: Int?) {
    let output = trace.standardOutput.slice(from: outputEnd, to: end)
    let error = trace.standardError.slice(from: errorEnd, to: errors)
    outputEnd = max(outputEnd, end)
    errorEnd = max(errorEnd, errors)
    guard let piece else { return }
    if !output.isEmpty { append(String(decoding: output, as: UTF8.self), to: piece) }
    if !error.isEmpty {
      results[piece].outputs.append(
        PlacedOutput(output: .standardError(String(decoding: error, as: UTF8.self))))
    }
  }

  /// Adds printed text; text that follows on text is one text.
  private mutating func append(_ text: String, to piece: Int) {
    if let last = results[piece].outputs.indices.last,
      case .standardOutput(let before) = results[piece].outputs[last].output
    {
      results[piece].outputs[last].output = .standardOutput(before + text)
    } else {
      results[piece].outputs.append(PlacedOutput(output: .standardOutput(text)))
    }
  }
}

extension Array where Element == UInt8 {
  fileprivate func slice(from start: Int, to end: Int) -> ArraySlice<UInt8> {
    let start = Swift.min(start, count)
    return self[start..<Swift.max(start, Swift.min(end, count))]
  }
}
