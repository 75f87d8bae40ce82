import CourseModel

/// A diagnostic whose places are relative to the parts of a program.
package struct Problem: Sendable, Hashable {
  /// Another place that explains the problem.
  package struct Note: Sendable, Hashable {
    package var place: Place
    package var message: String
  }

  package var severity: Diagnostic.Severity
  package var rule: String
  package var message: String
  package var place: Place
  package var help: String?
  package var notes: [Note]

  /// A problem at a place.
  package init(
    _ severity: Diagnostic.Severity, _ rule: String, _ message: String, at place: Place, help: String? = nil,
    notes: [Note] = []
  ) {
    self.severity = severity
    self.rule = rule
    self.message = message
    self.place = place
    self.help = help
    self.notes = notes
  }

  /// The diagnostic, where the parts stand now.
  package func diagnostic(_ pieces: [Piece]) -> Diagnostic {
    let piece = pieces[place.piece]
    return Diagnostic(
      severity, rule, message, path: piece.path, at: place.position(in: piece), length: place.length,
      help: help,
      notes: notes.map { note in
        let piece = pieces[note.place.piece]
        return Diagnostic.Note(
          path: piece.path, position: note.place.position(in: piece), message: note.message)
      })
  }
}

extension Place {
  /// The place in the file in which the part stands.
  ///
  /// An experiment has no code: its place is its fence.
  package func position(in piece: Piece) -> Position {
    if let cell = piece.cell, cell.kind != .swift { return cell.position }
    let column = column > 0 ? column : firstColumn(in: piece)
    return Position(line: piece.firstLine + line, column: piece.indentation + column)
  }

  /// The column of the line's first letter.
  private func firstColumn(in piece: Piece) -> Int {
    let lines = piece.source.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard line < lines.count else { return 1 }
    let blanks = lines[line].prefix { $0 == 0x20 || $0 == 0x09 }
    return blanks.count == lines[line].count ? 1 : blanks.count + 1
  }
}
