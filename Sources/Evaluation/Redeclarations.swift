import CourseModel

/// A name that two cells of one program declare.
struct Redeclaration {
  var name: String
  var place: Place
  var earlier: Place

  /// The first redeclaration of each name, in the program's order.
  static func find(in pieces: [Piece]) -> [Redeclaration] {
    var known: [String: Place] = [:]
    var found: [Redeclaration] = []
    for (index, piece) in pieces.enumerated() where piece.cell != nil {
      var own: [String: Place] = [:]
      for declaration in piece.analysis.declarations where declaration.name != "_" {
        let place = Place(
          piece: index, offset: declaration.offset, length: declaration.name.utf8.count, in: piece.source)
        if let earlier = known[declaration.identity] {
          found.append(Redeclaration(name: declaration.name, place: place, earlier: earlier))
        } else {
          own[declaration.identity] = own[declaration.identity] ?? place
        }
      }
      known.merge(own) { earlier, _ in earlier }
    }
    return found
  }

  /// The report.
  var problem: Problem {
    Problem(
      .error, "redeclared-name", "'\(name)' is already declared in an earlier block", at: place,
      help: "give it another name, or make this block a program of its own: ```swift isolated",
      notes: [Problem.Note(place: earlier, message: "'\(name)' is declared here")])
  }
}
