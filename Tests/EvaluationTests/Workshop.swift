import ContentStore
import CourseModel
import Evaluation
import Figures
import Foundation
import Testing

/// A place to evaluate lessons in: the kit beside the tests, the toolchain, and a store of its own.
///
/// The module cache is shared by all tests and runs: it is the compiler's own, and slow to fill.
final class Workshop: Sendable {
  let folder: String
  let store: ContentStore
  let kit: Kit
  let toolchain: Toolchain
  let moduleCache: String

  init() throws {
    folder = NSTemporaryDirectory() + "/evaluation-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder + "/lessons", withIntermediateDirectories: true)
    kit = try Kit.find()
    moduleCache = kit.folder + "/EvaluationTests-modules"
    store = ContentStore(folder: folder + "/store")
    toolchain = try Toolchain.find(store: store)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  func settings(timeout: Double = 20, jobs: Int = 2) -> EvaluationSettings {
    EvaluationSettings(
      timeout: timeout, jobs: jobs, lessonsFolder: folder + "/lessons", moduleCache: moduleCache)
  }

  var reader: BlockReader { BlockReader(kit: kit, toolchain: toolchain, store: store) }

  func write(_ text: String, to path: String) throws {
    #expect(FileBytes.replace("\(folder)/\(path)", with: Array(text.utf8)))
  }

  func writeProgram(_ script: String, to path: String) throws {
    #expect(FileBytes.replace(path, with: Array("#!/bin/sh\n\(script)\n".utf8)))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  func evaluate(
    _ course: Course, settings: EvaluationSettings? = nil, toolchain: Toolchain? = nil
  ) -> [OutcomeKey: LessonOutcome] {
    Evaluator(
      kit: kit, toolchain: toolchain ?? self.toolchain, store: store, settings: settings ?? self.settings()
    ).evaluate(course)
  }

  /// The outcome of a course of this one lesson.
  func evaluate(
    _ lesson: Lesson, settings: EvaluationSettings? = nil, toolchain: Toolchain? = nil
  ) throws -> LessonOutcome {
    try #require(evaluate(Course(of: lesson), settings: settings, toolchain: toolchain)[lesson.key])
  }
}

extension LessonOutcome {
  /// The outcome in a few lines: the state and the outputs of each cell, the values, the headlines.
  var outline: String {
    let cells = cells.enumerated().flatMap { index, cell in
      ["\(index) \(cell.state)"] + cell.outputs.map { "  " + $0.outline }
    }
    let values = inlineValues.map { "= \($0 ?? "nothing")" }
    return (cells + values + diagnostics.map(\.headline)).joined(separator: "\n")
  }
}

extension CellOutput {
  var outline: String {
    switch self {
    case .standardOutput(let text): "prints \(text.quoted)"
    case .standardError(let text): "complains \(text.quoted)"
    case .figure(let figure): "shows \(figure.outline)"
    case .compilerMessage(let text): "compiler \(text.quoted)"
    case .trapMessage(let text): "trap \(text.quoted)"
    case .notice(let text): "notice \(text.quoted)"
    }
  }
}

extension Figure {
  var outline: String {
    switch self {
    case .text(let text): text.quoted
    case .plot: "a plot"
    case .smallMultiples: "small plots"
    case .imageGrid: "images"
    case .diagram: "a diagram"
    case .table: "a table"
    case .check(let check): check.passed ? "a passed check" : "a failed check"
    case .group(let figures): "[" + figures.map(\.outline).joined(separator: ", ") + "]"
    }
  }
}

extension String {
  /// The text on one line.
  fileprivate var quoted: String {
    "\"" + split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n") + "\""
  }
}
