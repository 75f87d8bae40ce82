import ContentStore
import CourseModel

/// Why something of a lesson would be run by the next build, or would not.
public struct Explanation: Sendable, Hashable {
  /// What the next build does with it.
  public enum Verdict: Sendable, Hashable {
    /// It takes the result of an earlier run of the very same.
    case reused
    /// It runs it: nothing is known of an earlier run.
    case isNew
    /// It runs it again: the last run failed.
    case failed
    /// It runs it again: nothing has changed, but the result is gone.
    case forgotten
    /// It runs it again: something is not as it was in the last run.
    case changed
  }

  /// What became of an ingredient since the last run.
  public enum Change: String, Sendable, Hashable {
    case same, changed, new, gone
  }

  /// What it is, such as "experiment gain".
  public var title: String
  /// The lesson's file.
  public var path: String
  /// Where it begins.
  public var line: Int
  /// The blocks it is about, by label, by `id=` and by number.
  public var names: Set<String>
  /// What the next build does with it.
  public var verdict: Verdict
  /// What the result depends on, and what became of it since the last run; nil where nothing is known of one.
  public var ingredients: [(name: String, change: Change?)] { zip(ingredientNames, changes).map { ($0, $1) } }
  private var ingredientNames: [String]
  private var changes: [Change?]

  /// The explanation of `unit`, which depends on `ingredients` and whose result is or is not in the store.
  init(_ unit: Unit, _ ingredients: [Ingredient], isStored: Bool, record: RunRecord?) {
    title = unit.title
    path = unit.target?.path ?? ""
    line = unit.target.map { $0.cell?.position.line ?? $0.firstLine } ?? 1
    names = unit.names
    let gone = record.map { Set($0.ingredients.keys).subtracting(ingredients.map(\.name)).sorted() } ?? []
    ingredientNames = ingredients.map(\.name) + gone
    changes = ingredients.map { ingredient in
      guard let record else { return nil }
      guard let earlier = record.ingredients[ingredient.name] else { return .new }
      return earlier == ingredient.digest.bytes ? .same : .changed
    }
    changes += gone.map { _ in .gone }
    verdict = isStored ? .reused : .isNew
    guard !isStored, let record else { return }
    verdict = changes.contains { $0 != .same } ? .changed : record.hasFailed ? .failed : .forgotten
  }
}

extension Evaluator {
  /// Why the next build would run what is in the lesson `id` and its translations, or would not.
  ///
  /// Nothing is compiled or run.
  public func explanations(of id: String, in course: Course) throws(MissingTool) -> [Explanation] {
    try tasks(for: LessonGroup.groups(of: course, only: [id])).flatMap { task in
      zip(task.runs, task.results).map { run, result in
        Explanation(
          run.unit, run.ingredients, isStored: result != nil, record: RunRecord(of: run.name, in: store))
      }
    }
  }
}
