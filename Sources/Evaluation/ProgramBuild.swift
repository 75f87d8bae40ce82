import CourseModel

/// A program on its way through the compiler: which of its parts are still in it, and what was found.
struct ProgramBuild {
  private let unit: Unit
  /// The parts that are in the program, by index.
  private(set) var active: [Int]
  /// Whether the compiler has accepted these parts.
  private(set) var isAccepted = false
  /// How often the compiler may still be asked: each time there is less that can be wrong.
  private(set) var triesLeft = 4
  private(set) var result: UnitResult

  init(_ unit: Unit) {
    self.unit = unit
    active = Array(unit.pieces.indices)
    result = UnitResult(count: unit.pieces.count)
    // Code that is not Swift would make the parts after it look wrong.
    if let broken = active.first(where: { unit.pieces[$0].analysis.firstProblem != nil }) {
      active = Array(0...broken)
    }
  }

  /// Reports names that are declared twice, and leaves out the first such part and all after it.
  mutating func leaveOutRedeclarations() {
    let redeclarations = Redeclaration.find(in: unit.pieces)
    for redeclaration in redeclarations where !isContext(redeclaration.place) {
      result.problems.append(redeclaration.problem)
    }
    leaveOut(Set(redeclarations.map(\.place.piece)))
  }

  /// Notes what the compiler said, and leaves out what it refused.
  mutating func take(_ compiled: Compiler.Result) {
    triesLeft -= 1
    isAccepted = compiled.isAccepted
    let problems = CompilerReading(compiled, unit.pieces, active: active).problems
    for problem in problems where !isContext(problem.place) && !result.problems.contains(problem) {
      result.problems.append(problem)
    }
    guard !isAccepted else { return }
    let refused = Set(problems.filter { $0.severity == .error }.map(\.place.piece))
    if refused.isEmpty || compiled.secondsExceeded != nil { triesLeft = 0 }
    leaveOut(refused)
  }

  /// The result after a run.
  func result(with run: RunOutcome) -> UnitResult {
    var result = result
    for index in active { result.pieces[index] = run.results[index] }
    result.problems += run.problems.filter { !isContext($0.place) }
    return result
  }

  /// Values can be missing from a program; after a missing cell the later parts make no sense.
  private mutating func leaveOut(_ refused: Set<Int>) {
    for index in refused { result.pieces[index].state = .failed }
    let firstCell = refused.filter { unit.pieces[$0].cell != nil }.min() ?? unit.pieces.count
    active.removeAll { refused.contains($0) || $0 >= firstCell }
  }

  private func isContext(_ place: Place) -> Bool { unit.pieces[place.piece].isContext }
}
