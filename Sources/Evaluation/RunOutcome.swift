import CourseModel

/// What a run came to: the results of the parts, and the fault that ended it, with its place.
struct RunOutcome {
  private(set) var results: [PieceResult]
  /// Why it did not come to its end, if it did not.
  private(set) var fault: Fault?
  /// The part in which it ended.
  private(set) var faultPiece: Int?
  /// The fault, and what else was wrong.
  private(set) var problems: [Problem] = []

  /// How much of a flood of text is kept.
  private static let keptOfFlood = 4096

  /// Interprets the trace of a run of those of the unit's parts that `active` names.
  init(
    _ trace: RunTrace, _ unit: Unit, active: [Int], _ settings: EvaluationSettings, lines: LineTable? = nil
  ) {
    var reading = RunReading(trace, unit.pieces, active: active)
    var crash = CrashReport(reading.lastWords)
    reading.addErrors(crash.written)
    results = reading.results
    let ended = trace.report.tellsSuccess
    guard reading.unfinished != nil || !ended else {
      addOrphans(trace, active)
      return
    }
    let seconds = unit.limit(of: reading.unfinished, settings)
    var fault = Fault(trace, crash: crash, seconds: seconds, settings: settings)
    if case .exit(2) = fault, unit.kind == .experiment { fault = .refused(reading.lastProgress ?? "") }
    if let lines, case .timeout = fault { crash.findLines(in: lines, of: unit.pieces.map(\.path)) }
    let place = Self.place(crash, reading, unit.pieces, active)
    self.fault = fault
    faultPiece = reading.unfinished ?? place.piece
    problems.append(Problem(.error, fault.rule, fault.message, at: place, help: fault.help))
    markFailure(fault)
    addOrphans(trace, active)
  }

  private mutating func markFailure(_ fault: Fault) {
    guard let faultPiece else { return }
    results[faultPiece].state = .failed
    if case .flood = fault { cutOutput(of: faultPiece) }
  }

  private mutating func cutOutput(of piece: Int) {
    for index in results[piece].outputs.indices {
      guard case .standardOutput(let text) = results[piece].outputs[index].output,
        text.utf8.count > Self.keptOfFlood
      else { continue }
      let kept = String(decoding: text.utf8.prefix(Self.keptOfFlood), as: UTF8.self)
      results[piece].outputs[index].output = .standardOutput(kept)
    }
    results[piece].outputs.append(
      PlacedOutput(output: .notice("the run printed too much: the rest is left out, and the run was stopped"))
    )
  }

  private mutating func addOrphans(_ trace: RunTrace, _ active: [Int]) {
    guard let count = trace.report["orphans"], let last = faultPiece ?? active.last else { return }
    problems.append(
      Problem(
        .error, "left-process", "the run left \(count) process\(count == 1 ? "" : "es") behind; ended now",
        at: Place(piece: last, line: 0, column: 0), help: "wait for every process that a block starts"))
    results[last].state = .failed
  }

  /// The innermost line of a lesson that was being executed, else the last line that the run noted.
  private static func place(
    _ crash: CrashReport, _ reading: RunReading, _ pieces: [Piece], _ active: [Int]
  ) -> Place {
    for frame in crash.frames where frame.line > 0 {
      let found = active.last {
        pieces[$0].contains(line: frame.line, column: frame.column, path: frame.file)
      }
      guard let found else { continue }
      let column = frame.column == 0 ? 0 : max(1, frame.column - pieces[found].indentation)
      return Place(piece: found, line: frame.line - pieces[found].firstLine, column: column)
    }
    let piece = reading.unfinished ?? active.last ?? 0
    if let line = reading.lastLine, pieces[piece].contains(line: line, path: pieces[piece].path) {
      return Place(piece: piece, line: line - pieces[piece].firstLine, column: 0)
    }
    return Place(piece: piece, line: 0, column: 0)
  }
}

extension CrashReport {
  /// Gives the innermost frame that belongs to a lesson a line, if it has none.
  fileprivate mutating func findLines(in table: LineTable, of paths: [String]) {
    guard let inner = frames.firstIndex(where: { paths.contains($0.file) }), frames[inner].line == 0 else {
      return
    }
    if let found = table.nearestLine(to: frames[inner]) { frames[inner] = found }
  }
}

extension Unit {
  /// The seconds that a part may take.
  fileprivate func limit(of piece: Int?, _ settings: EvaluationSettings) -> Double {
    piece.flatMap { pieces[$0].cell?.options.timeout } ?? seconds(settings)
  }
}
