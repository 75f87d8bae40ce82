import ArgumentParser
import CourseModel
import Evaluation

/// `lessons explain`: why something would be run, or would not.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Says why the next build runs a block again, or reuses its result.",
    discussion: """
      Examples:
        lessons explain gradient             all that is run for the lesson
        lessons explain gradient#fig-depth   what the result of one block depends on, and what of it has changed

      A block is named by its label, its id or its number. Blocks that run are one program: a change of one runs all of them.
      """)

  @OptionGroup var folders: FolderOptions

  @Option(help: ArgumentHelp("human or json.", valueName: "format"))
  var format = ListFormat.human

  @Argument(
    help: ArgumentHelp(
      "The lesson's id, and after # the name of one of its blocks.", valueName: "lesson[#block]"))
  var name: String

  func run() throws {
    let parts = name.split(separator: "#", maxSplits: 1).map(String.init)
    let build = try CourseBuild(
      .init(
        folders: folders, evaluation: EvaluationOptions.parse([]), reporting: ReportOptions.parse([]),
        only: parts.prefix(1) + [], isDraft: true))
    let all = try build.explanations()
    let chosen = parts.count < 2 ? all : try explanations(of: parts[1], among: all, of: parts[0])
    if format == .json { return Terminal.standardOutput(try JSON.text(chosen.map(Row.init))) }
    Terminal.standardOutput(parts.count < 2 ? overview(chosen) : chosen.map(details).joined(separator: "\n"))
  }

  private func explanations(
    of block: String, among all: [Explanation], of lesson: String
  ) throws -> [Explanation] {
    let chosen = all.filter { $0.names.contains(block) }
    guard chosen.isEmpty else { return chosen }
    let names = Set(all.flatMap(\.names)).filter { Int($0) == nil }.sorted()
    throw UsageFailure(
      message: "nothing called '\(block)' is run for '\(lesson)'; \(suggestion(for: block, among: names))")
  }

  private func overview(_ all: [Explanation]) -> String {
    columns(all.map { ["\($0.path):\($0.line)", $0.title, $0.sentence] })
  }

  private func details(_ explanation: Explanation) -> String {
    let place = "\(explanation.path):\(explanation.line)"
    let head = [place, explanation.title, explanation.sentence].map { $0.visibleLine + "\n" }.joined() + "\n"
    return head + columns(explanation.ingredients.map { ["  " + $0.name, $0.change?.rawValue ?? ""] })
  }

  /// An explanation, for programs.
  private struct Row: Encodable {
    struct Ingredient: Encodable {
      var name: String
      var change: String?
    }

    var path: String, line: Int, title: String, names: [String], runs: Bool, reason: String
    var ingredients: [Ingredient]

    init(_ explanation: Explanation) {
      path = explanation.path
      line = explanation.line
      title = explanation.title
      names = explanation.names.sorted()
      runs = explanation.verdict != .reused
      reason = explanation.sentence
      ingredients = explanation.ingredients.map { Ingredient(name: $0.name, change: $0.change?.rawValue) }
    }
  }
}

extension Explanation {
  /// What the next build does, and why.
  fileprivate var sentence: String {
    switch verdict {
    case .reused: "reused: all it depends on is as it was when it ran"
    case .isNew: "runs: no earlier run of it is known"
    case .failed: "runs: it failed when it last ran"
    case .forgotten: "runs: its result is no longer in the cache"
    case .changed: "runs: " + differences
    }
  }

  /// What has changed since the last run, such as "block 'relu' changed, the file data.csv is new".
  private var differences: String {
    let all = ingredients.compactMap { name, change -> String? in
      switch change {
      case .changed: "\(name) changed"
      case .new: "\(name) is new"
      case .gone: "\(name) is gone"
      case .same, nil: nil
      }
    }
    let rest = all.count > 3 ? " and \(all.count - 3) more" : ""
    return all.prefix(3).joined(separator: ", ") + rest
  }
}
