import ContentStore
import CourseModel
import Foundation

/// Compiles and runs one program, and tells what became of its parts.
struct UnitEvaluator: Sendable {
  let compiler: Compiler
  let runner: Runner
  let settings: EvaluationSettings
  let needed: NeededFiles
  /// Told how far trainings have come, if anybody wants to know.
  var progress: ProgressHandler?

  /// Evaluates `unit`; only a machine that cannot hold a scratch folder keeps it from doing so.
  ///
  /// Answers also the digests of what it needed, as it was given to the program.
  func evaluate(_ unit: Unit) throws(MissingTool) -> (result: UnitResult, contents: [String: Digest]) {
    guard let scratch = ScratchFolder(), mkdir(scratch.path + "/files", 0o755) == 0 else {
      throw .noScratchFolder
    }
    defer { scratch.remove() }
    var contents: [String: Digest] = [:]
    do throws(NeededFiles.Fault) {
      for need in unit.needs { contents[need] = try needed.copy(need, into: scratch.path + "/files") }
    } catch {
      var result = UnitResult(count: unit.pieces.count)
      result.problems = [Problem(error, of: unit, copied: contents)]
      return (result, contents)
    }
    return (evaluate(unit, in: scratch.path), contents)
  }

  private func evaluate(_ unit: Unit, in folder: String) -> UnitResult {
    switch unit.kind {
    case .program: return program(unit, in: folder)
    case .rejection: return rejection(unit, in: folder)
    case .compilation: return compilation(unit, in: folder)
    case .trap: return trap(unit, in: folder)
    case .experiment: return experiment(unit, in: folder)
    }
  }
}

extension UnitEvaluator {
  /// By when the compiler has to be done with a program, however often it is asked: what a run may take, and not
  /// less than half a minute, since a machine may be slow.
  private func compilerDeadline(_ unit: Unit) -> Deadline {
    Deadline(after: max(30, unit.seconds(settings)))
  }

  /// Compiles the parts; those after a part with faults are left out, so that the others can run.
  private func program(_ unit: Unit, in folder: String) -> UnitResult {
    var build = ProgramBuild(unit)
    build.leaveOutRedeclarations()
    let deadline = compilerDeadline(unit)
    while build.triesLeft > 0, !build.active.isEmpty {
      let compiled = compile(unit, build.active, in: folder, by: deadline)
      build.take(compiled)
      if compiled.isAccepted { break }
    }
    guard build.isAccepted, !build.active.isEmpty else { return build.result }
    let trace = runner.runProgram(in: folder, seconds: unit.seconds(settings), progress: progress)
    let lines = LineTable(program: compiler.program, scratch: folder)
    let run = RunOutcome(trace, unit, active: build.active, settings, lines: lines)
    return build.result(with: run)
  }

  private func compile(
    _ unit: Unit, _ active: [Int], in folder: String, by deadline: Deadline
  ) -> Compiler.Result {
    let pieces = active.map { (index: $0, piece: unit.pieces[$0]) }
    let text = ProgramText(pieces, seed: unit.frontMatter.seed).text
    guard FileBytes.write(Array(text.utf8), to: folder + "/main.swift") else { return .unwritable }
    return compiler.makeLibrary(in: folder, optimize: unit.frontMatter.optimize, by: deadline)
  }

  private func check(_ unit: Unit, bareTarget: Bool, in folder: String) -> Compiler.Result {
    let pieces = unit.pieces.enumerated().map { (index: $0.offset, piece: $0.element) }
    let text = ProgramText(pieces, seed: unit.frontMatter.seed, bareTarget: bareTarget).text
    guard FileBytes.write(Array(text.utf8), to: folder + "/main.swift") else { return .unwritable }
    return compiler.check(in: folder, optimize: unit.frontMatter.optimize, by: compilerDeadline(unit))
  }

  /// The last part has to be refused by the compiler.
  private func rejection(_ unit: Unit, in folder: String) -> UnitResult {
    var result = UnitResult(count: unit.pieces.count)
    let target = unit.pieces.count - 1
    guard !unit.hasUnreadableContext else { return result }
    let checked = check(unit, bareTarget: true, in: folder)
    let messages = CompilerReading(checked, unit.pieces, active: Array(unit.pieces.indices))
    let own = messages.errors(of: target)
    if checked.isAccepted {
      result.pieces[target].state = .failed
      result.problems = [.unexpected(.rejection, at: target)]
    } else if !own.isEmpty {
      result.pieces[target].state = .rejected
      let text = own.map(\.report).joined(separator: "\n")
      result.pieces[target].outputs = [PlacedOutput(output: .compilerMessage(text))]
    }
    return result
  }

  /// The last part has to be accepted by the compiler.
  private func compilation(_ unit: Unit, in folder: String) -> UnitResult {
    var result = UnitResult(count: unit.pieces.count)
    let target = unit.pieces.count - 1
    guard !unit.hasUnreadableContext else { return result }
    let checked = check(unit, bareTarget: false, in: folder)
    let messages = CompilerReading(checked, unit.pieces, active: Array(unit.pieces.indices))
    result.problems = messages.problems.filter { $0.place.piece == target }
    result.pieces[target].state =
      checked.isAccepted ? .compiled : result.problems.contains { $0.severity == .error } ? .failed : .skipped
    return result
  }

  /// The last part has to trap.
  private func trap(_ unit: Unit, in folder: String) -> UnitResult {
    let target = unit.pieces.count - 1
    var result = UnitResult(count: unit.pieces.count)
    guard !unit.hasUnreadableContext else { return result }
    let compiled = compile(unit, Array(unit.pieces.indices), in: folder, by: compilerDeadline(unit))
    guard compiled.isAccepted else {
      let messages = CompilerReading(compiled, unit.pieces, active: Array(unit.pieces.indices))
      result.problems = messages.problems.filter { $0.place.piece == target }
      if !result.problems.isEmpty { result.pieces[target].state = .failed }
      return result
    }
    let trace = runner.runProgram(in: folder, seconds: unit.seconds(settings))
    let run = RunOutcome(trace, unit, active: Array(unit.pieces.indices), settings)
    result.pieces[target] = run.results[target]
    if run.fault == nil {
      result.pieces[target].state = .failed
      result.problems = [.unexpected(.trap, at: target)]
    } else if run.faultPiece == target, let fault = run.fault, fault.isTrap {
      result.pieces[target].state = .trapped
      result.pieces[target].outputs.append(PlacedOutput(output: .trapMessage(fault.shownText)))
    } else if run.faultPiece == target {
      result.problems = run.problems
    }
    return result
  }

  private func experiment(_ unit: Unit, in folder: String) -> UnitResult {
    var result = UnitResult(count: unit.pieces.count)
    guard let cell = unit.pieces[0].cell, case .experiment(let name, let parameters) = cell.kind else {
      return result
    }
    let seed = cell.options.seed ?? unit.frontMatter.seed
    let request = ExperimentRequest(name, parameters, seed: seed).encoded()
    guard FileBytes.write(request, to: folder + "/request") else { return result }
    let trace = runner.runExperiment(in: folder, seconds: unit.seconds(settings), progress: progress)
    let run = RunOutcome(trace, unit, active: [0], settings)
    result.pieces = run.results
    result.problems = run.problems
    return result
  }
}

extension Unit {
  /// Whether a part that only prepares the last one is not Swift: its own program reports that.
  fileprivate var hasUnreadableContext: Bool {
    pieces.contains { $0.isContext && $0.analysis.firstProblem != nil }
      || Redeclaration.find(in: pieces).contains { pieces[$0.place.piece].isContext }
  }
}

extension Compiler.Result {
  static let unwritable = Compiler.Result(
    isAccepted: false, messages: [], complaint: "the scratch folder cannot be written")
}

extension Problem {
  fileprivate static func unexpected(_ kind: Unit.Kind, at piece: Int) -> Problem {
    let place = Place(piece: piece, line: 0, column: 0)
    return kind == .trap
      ? Problem(
        .error, "no-trap", "this block runs to its end, although it is marked `traps`", at: place,
        help: "remove `traps`, or make the block trap")
      : Problem(
        .error, "no-rejection", "this block compiles, although it is marked `fails`", at: place,
        help: "remove `fails`, or make the block fail to compile")
  }
}
