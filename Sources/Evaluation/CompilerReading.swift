import CourseModel

/// The compiler's messages, each with its place in the parts of the program.
struct CompilerReading {
  /// A message, and where it belongs; nil where it is about none of the parts.
  typealias PlacedMessage = (message: CompilerMessage, place: Place?)

  private let messages: [PlacedMessage]
  private let pieces: [Piece]
  private let active: [Int]

  /// Places what the compiler said of those of `pieces` that `active` names.
  init(_ result: Compiler.Result, _ pieces: [Piece], active: [Int]) {
    self.pieces = pieces
    self.active = active
    var messages: [PlacedMessage] = result.messages.map { message in
      let place = Self.place(of: message, pieces, active)
      // A warning about the tool's own lines, such as those after `fatalError()`, is no concern of the lesson.
      let isOwn = place == nil && message.severity == .warning
      return (message, isOwn ? nil : place ?? Self.placeOfNotes(message, pieces, active))
    }
    if let seconds = result.secondsExceeded {
      messages.append((CompilerMessage(secondsExceeded: seconds), nil))
    } else if !result.isAccepted, !messages.contains(where: { $0.message.severity == .error }) {
      messages.append((CompilerMessage(complaint: result.complaint ?? "no reason given"), nil))
    }
    self.messages = messages
  }

  private var errors: [PlacedMessage] { messages.filter { $0.message.severity == .error } }

  /// The errors about `target`, and those about no part but still about the program: about its end.
  func errors(of target: Int) -> [CompilerMessage] {
    let own = errors.filter { error in
      error.place.map { $0.piece == target } ?? (error.message.path.hasSuffix("/main.swift"))
    }
    return own.map(\.message)
  }

  /// The errors, and those warnings that are about a part, as problems.
  ///
  /// An error about no part is one about a part that ends too early, if there is such a part.
  var problems: [Problem] {
    messages.compactMap { message, place in
      switch message.severity {
      case .error: problem("compile-error", .error, message, place ?? unreadablePlace)
      case .warning: place.map { problem("swift-warning", .warning, message, $0) }
      case .note, .remark: nil
      }
    }
  }

  private func problem(
    _ rule: String, _ severity: Diagnostic.Severity, _ message: CompilerMessage, _ place: Place
  ) -> Problem {
    let notes = message.notes.compactMap { note in
      Self.place(of: note, pieces, active).map { Problem.Note(place: $0, message: note.text) }
    }
    let isSlow = message.text.hasPrefix("the compiler was still at work")
    return Problem(
      severity, isSlow ? "compile-timeout" : rule, message.text, at: place, help: help(for: message),
      notes: notes)
  }

  private func help(for message: CompilerMessage) -> String? {
    if message.text.contains("module compiled with Swift") {
      return "run `swift build` with the compiler that PATH leads to"
    }
    guard message.text.hasPrefix("the compiler was still at work") else { return nil }
    return
      "give long expressions a type, or take them apart; or give the lesson more time by `timeout` at its head"
  }

  private var unreadablePlace: Place {
    for index in active {
      if let offset = pieces[index].analysis.firstProblem {
        return Place(piece: index, offset: offset, length: 1, in: pieces[index].source)
      }
    }
    return Place(piece: active.first ?? 0, line: 0, column: 0)
  }

  private static func place(of message: CompilerMessage, _ pieces: [Piece], _ active: [Int]) -> Place? {
    let isOurs = message.column > ProgramText.ownColumn
    let line = isOurs ? message.line + 1 : message.line
    let column = isOurs ? 0 : message.column
    for index in active where pieces[index].contains(line: line, column: column, path: message.path) {
      let piece = pieces[index]
      return Place(
        piece: index, line: line - piece.firstLine, column: column == 0 ? 0 : column - piece.indentation,
        length: message.length)
    }
    return nil
  }

  private static func placeOfNotes(_ message: CompilerMessage, _ pieces: [Piece], _ active: [Int]) -> Place? {
    for note in message.notes {
      if let place = place(of: note, pieces, active) { return place }
    }
    return nil
  }
}

extension CompilerMessage {
  fileprivate init(secondsExceeded seconds: Double) {
    self.init(
      severity: .error, path: "", line: 0, column: 0, length: 1,
      text: "the compiler was still at work on this lesson after \(Int(seconds)) seconds", excerpt: [],
      notes: [])
  }

  fileprivate init(complaint: String) {
    self.init(
      severity: .error, path: "", line: 0, column: 0, length: 1, text: "the compiler failed: \(complaint)",
      excerpt: [], notes: [])
  }
}

extension Piece {
  /// Whether the place is in the code of this part; of several values on a line the column chooses one.
  func contains(line: Int, column: Int, path: String) -> Bool {
    guard contains(line: line, path: path) else { return false }
    guard case .value = content, column > 0 else { return true }
    return column > indentation && column <= indentation + source.utf8.count + 1
  }
}
