import ContentStore
import CourseModel
import Foundation
import Synchronization

/// A lesson with its translations, planned, with the results that were stored.
struct GroupTask: Sendable {
  var group: LessonGroup
  var plan: GroupPlan
  var runs: [PlannedRun]
  var results: [UnitResult?]

  /// Whether nothing is left to be done.
  var isComplete: Bool { !results.contains { $0 == nil } }
}

/// Something to run, and what its result depends on.
struct PlannedRun: Sendable {
  /// What is run.
  let unit: Unit
  /// The name under which its runs are remembered.
  let name: String
  /// What its result depends on.
  private(set) var ingredients: [Ingredient]
  /// The digests of what it needs out of the lessons folder, by name.
  private(set) var contents: [String: Digest]
  /// Where its result is found.
  private(set) var key: Digest

  /// A run of a part of `group`.
  init(_ unit: Unit, of group: LessonGroup, tools: [Ingredient], contents: [String: Digest]) {
    self.unit = unit
    self.contents = contents
    ingredients = unit.ingredients(tools: tools, contents: contents)
    let language = unit.target.map { group.lessons[$0.origin.lesson].language } ?? ""
    name = unit.name(lesson: group.id, language: language)
    key = Digest(ingredients)
  }

  /// The same run as it turned out: of files that had changed since it was planned.
  func with(_ contents: [String: Digest], tools: [Ingredient]) -> PlannedRun {
    guard contents != self.contents else { return self }
    var run = self
    run.contents = contents
    run.ingredients = unit.ingredients(tools: tools, contents: contents)
    run.key = Digest(run.ingredients)
    return run
  }

  /// What is remembered of the run.
  func record(hasFailed: Bool) -> RunRecord { RunRecord(ingredients, hasFailed: hasFailed) }
}

/// Something that still has to be compiled and run.
struct Job: Sendable {
  var run: PlannedRun
  fileprivate(set) var lesson: String
  fileprivate var group: Int
  fileprivate var index: Int

  /// The experiment that is run, if it is one.
  var experiment: String? {
    guard case .experiment(let name, _)? = run.unit.pieces.first?.cell?.kind else { return nil }
    return name
  }
}

/// Hands out the work in the lessons' order and gathers the results.
final class Schedule: Sendable {
  private struct State {
    var tasks: [GroupTask]
    var waiting: ArraySlice<Job>
    /// Jobs for the same program as one that is already handed out.
    var followers: [Digest: [Job]] = [:]
    var starts: [Int: ContinuousClock.Instant] = [:]
    var outcomes: [OutcomeKey: LessonOutcome] = [:]
    var missing: MissingTool?
    var isStopped = false
  }

  private let state: Mutex<State>
  private let hadJobs: [Bool]
  private let failFast: Bool
  private let progress: @Sendable (EvaluationEvent) -> Void

  /// The work that `tasks` leave to be done.
  init(_ tasks: [GroupTask], failFast: Bool, progress: @escaping @Sendable (EvaluationEvent) -> Void) {
    self.failFast = failFast
    self.progress = progress
    var jobs: [Job] = []
    var followers: [Digest: [Job]] = [:]
    for (group, task) in tasks.enumerated() {
      for index in task.results.indices where task.results[index] == nil {
        let job = Job(run: task.runs[index], lesson: task.group.id, group: group, index: index)
        if followers[job.run.key] == nil {
          followers[job.run.key] = []
          jobs.append(job)
        } else {
          followers[job.run.key]?.append(job)
        }
      }
    }
    hadJobs = tasks.map { $0.results.contains { $0 == nil } }
    state = Mutex(State(tasks: tasks, waiting: jobs[...], followers: followers))
    for group in tasks.indices where !hadJobs[group] { complete(group) }
  }

  /// Whether anything has to be run at all.
  var hasJobs: Bool { hadJobs.contains(true) }

  /// The next job, or nil if nothing is left.
  func next() -> Job? {
    let (job, isFirst) = state.withLock { state -> (Job?, Bool) in
      guard !state.isStopped, let job = state.waiting.popFirst() else { return (nil, false) }
      let isFirst = state.starts[job.group] == nil
      if isFirst { state.starts[job.group] = .now }
      return (job, isFirst)
    }
    if let job, isFirst { progress(.started(lesson: job.lesson)) }
    return job
  }

  /// Takes the result of a job.
  func finish(_ job: Job, _ result: Result<UnitResult, MissingTool>) {
    let completed = state.withLock { state -> [Int] in
      let jobs = [job] + (state.followers[job.run.key] ?? [])
      for job in jobs {
        switch result {
        case .success(let result): state.tasks[job.group].results[job.index] = result
        case .failure(let tool):
          state.missing = tool
          state.tasks[job.group].results[job.index] = UnitResult(count: job.run.unit.pieces.count)
        }
      }
      return Set(jobs.map(\.group)).sorted().filter { group in
        !state.tasks[group].results.contains { $0 == nil }
      }
    }
    for group in completed { complete(group) }
  }

  /// All outcomes; what was never begun counts as skipped.
  func outcomes() -> [OutcomeKey: LessonOutcome] {
    let open = state.withLock { state in
      state.tasks.indices.filter { state.tasks[$0].results.contains { $0 == nil } }
    }
    for group in open { complete(group) }
    return state.withLock { $0.outcomes }
  }

  /// Assembles the outcomes of a group whose results are there.
  private func complete(_ group: Int) {
    let (task, start, missing) = state.withLock { ($0.tasks[group], $0.starts[group], $0.missing) }
    let results = zip(task.plan.units, task.results).map { $1 ?? UnitResult(count: $0.pieces.count) }
    let source: LessonOutcome.Source =
      task.plan.units.isEmpty ? .empty : hadJobs[group] ? .run : .reused
    var outcomes = OutcomeAssembly(task.group, task.plan, results).outcomes(source: source)
    if let missing {
      for index in outcomes.indices {
        outcomes[index].diagnostics.append(missing.diagnostic(path: task.group.lessons[index].file.path))
      }
    }
    let hasErrors = outcomes.contains { $0.hasErrors }
    state.withLock { state in
      for (lesson, outcome) in zip(task.group.lessons, outcomes) { state.outcomes[lesson.key] = outcome }
      if hasErrors && failFast { state.isStopped = true }
    }
    let seconds = start.map { Self.seconds(since: $0) } ?? 0
    progress(.finished(lesson: task.group.id, hasErrors: hasErrors, source: source, seconds: seconds))
  }

  private static func seconds(since start: ContinuousClock.Instant) -> Double {
    let duration = start.duration(to: .now).components
    return Double(duration.seconds) + 1e-18 * Double(duration.attoseconds)
  }
}
