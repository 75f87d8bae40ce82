import ContentStore
import CourseModel
import Figures
import Foundation
import Synchronization

/// What evaluation tells while it works.
public enum EvaluationEvent: Sendable, Hashable {
  /// Something of the lesson is compiled and run now; it was not stored.
  case started(lesson: String)
  /// A run of the lesson, or of an experiment in it, has come so far.
  case training(lesson: String, experiment: String?, TrainingProgress)
  /// All of the lesson, and of its translations, is done.
  case finished(lesson: String, hasErrors: Bool, source: LessonOutcome.Source, seconds: Double)
}

/// Evaluates the lessons of a course: in parallel, and only what has changed.
public struct Evaluator: Sendable {
  let store: ContentStore
  /// What this machine keeps programs from doing.
  public let confinement: SandboxReport
  private let settings: EvaluationSettings
  private let reader: BlockReader
  private let unitEvaluator: UnitEvaluator
  private let tools: [Ingredient]
  private let needed: NeededFiles
  /// What of the lessons folder the results were made from.
  public var filesRead: Set<ReadFiles.Reading> { needed.log.all }

  /// Changes whenever the same lesson would be evaluated to something else.
  private static let formatVersion = 3

  /// An evaluator that keeps results in `store`.
  public init(
    kit: Kit, toolchain: Toolchain, store: ContentStore, settings: EvaluationSettings = EvaluationSettings()
  ) {
    self.store = store
    self.settings = settings
    confinement = SandboxReport(kit: kit, toolchain: toolchain)
    needed = NeededFiles(folder: SourceFolder(settings.lessonsFolder), log: ReadFiles())
    reader = BlockReader(
      kit: kit, toolchain: toolchain, store: store, isConfinementRequired: confinement.isComplete)
    unitEvaluator = UnitEvaluator(
      compiler: Compiler(
        kit: kit, toolchain: toolchain, moduleCache: settings.moduleCache ?? store.moduleCache,
        isConfinementRequired: confinement.isComplete),
      // What was found to be refused once is relied on: a run that finds it otherwise does not begin.
      runner: Runner(
        kit: kit, toolchain: toolchain, settings: settings, isRequired: confinement.isComplete),
      settings: settings, needed: needed)
    let program = Digest([
      "format": Array("\(Self.formatVersion)".utf8),
      "options": Array(Compiler.options.joined(separator: " ").utf8),
    ])
    tools = [
      Ingredient(name: "the kit: LessonKit and all it stands on", digest: kit.digest(in: store)),
      Ingredient(name: "the compiler", digest: Digest(of: Array(toolchain.version.utf8))),
      Ingredient(confinement, settings.sandbox),
      Ingredient(name: "how this tool makes programs of blocks", digest: program),
    ]
  }

  /// What tells this machine's kit and compiler from others; nil where one of them is missing.
  public static func toolDigest(store: ContentStore) -> Digest? {
    guard let kit = try? Kit.find(), let toolchain = try? Toolchain.find(store: store) else { return nil }
    return Digest(["kit": kit.digest(in: store).bytes, "compiler": Array(toolchain.version.utf8)])
  }

  /// The outcomes of all lessons, or of those whose `id` is in `only`, with those of their translations.
  public func evaluate(
    _ course: Course, only: Set<String>? = nil,
    progress: @escaping @Sendable (EvaluationEvent) -> Void = { _ in }
  ) -> [OutcomeKey: LessonOutcome] {
    let groups = LessonGroup.groups(of: course, only: only)
    let tasks: [GroupTask]
    do throws(MissingTool) {
      tasks = try self.tasks(for: groups)
    } catch {
      return Self.outcomes(of: groups, missing: error)
    }
    let schedule = Schedule(tasks, failFast: settings.failFast, progress: progress)
    if schedule.hasJobs { ScratchFolder.removeAbandoned() }
    inParallel(schedule.hasJobs ? settings.jobs : 1) { [unitEvaluator, settings, store, tools] _ in
      while let job = schedule.next() {
        var unitEvaluator = unitEvaluator
        if settings.watchesTraining {
          unitEvaluator.progress = { progress(.training(lesson: job.lesson, experiment: job.experiment, $0)) }
        }
        let made = Swift.Result { () throws(MissingTool) in try unitEvaluator.evaluate(job.run.unit) }
        if case .success(let (result, contents)) = made {
          // A file that was needed may have changed since the run was planned.
          let run = job.run.with(contents, tools: tools)
          if result.isReusable { store.store("result", run.key, result.encoded()) }
          run.record(hasFailed: !result.isReusable).save(of: run.name, in: store)
        }
        schedule.finish(job, made.map(\.result))
      }
    }
    return schedule.outcomes()
  }

  /// The outcomes of those lessons that earlier runs evaluated as they stand; nothing is compiled or run.
  public func remembered(_ course: Course, except: Set<String>) -> [OutcomeKey: LessonOutcome] {
    let others = Set(course.lessons.map(\.id)).subtracting(except)
    guard let tasks = try? tasks(for: LessonGroup.groups(of: course, only: others)) else { return [:] }
    return Schedule(tasks.filter(\.isComplete), failFast: false, progress: { _ in }).outcomes()
  }

  /// Plans every group, and looks for what is stored.
  func tasks(for groups: [LessonGroup]) throws(MissingTool) -> [GroupTask] {
    let analyses = try reader.analyses(of: groups.map(\.sources), jobs: settings.jobs)
    return mapInParallel(groups.count, jobs: settings.jobs) { index in
      let plan = GroupPlan(groups[index], analyses: analyses[index])
      let runs = plan.units.map { unit in
        let contents = unit.needs.compactMap { need in
          needed.plannedDigest(of: need, in: store).map { (need, $0) }
        }
        return PlannedRun(
          unit, of: groups[index], tools: tools, contents: Dictionary(contents) { first, _ in first })
      }
      return GroupTask(
        group: groups[index], plan: plan, runs: runs,
        results: runs.map { settings.refresh ? nil : stored($0.key, for: $0.unit) })
    }
  }

  private func stored(_ key: Digest, for unit: Unit) -> UnitResult? {
    guard let content = store.content("result", key), let result = UnitResult(stored: content),
      result.fits(unit)
    else { return nil }
    return result
  }

  private static func outcomes(
    of groups: [LessonGroup], missing: MissingTool
  ) -> [OutcomeKey: LessonOutcome] {
    var outcomes: [OutcomeKey: LessonOutcome] = [:]
    for lesson in groups.flatMap(\.lessons) {
      outcomes[lesson.key] = LessonOutcome(
        cells: lesson.cells.map { _ in CellOutcome(state: .skipped) },
        inlineValues: lesson.inlineValues.map { _ in nil },
        diagnostics: [missing.diagnostic(path: lesson.file.path)])
    }
    return outcomes
  }
}

extension ContentStore {
  /// A folder for the compiler's own modules.
  ///
  /// Its name depends on its path: the compiler refuses modules that were moved with the whole store.
  fileprivate var moduleCache: String {
    let path = URL(fileURLWithPath: folder).path
    return "\(path)/modules/\(Digest(of: Array(path.utf8)).description.prefix(8))"
  }
}

extension MissingTool {
  /// The report for a lesson that could not be evaluated for want of this.
  func diagnostic(path: String) -> Diagnostic {
    Diagnostic(.error, "missing-tool", message, path: path, at: Position(line: 1), help: help)
  }
}

extension UnitResult {
  /// Whether the result, as it was stored, can be one of `unit`.
  fileprivate func fits(_ unit: Unit) -> Bool {
    let places = pieces.flatMap { $0.outputs.compactMap(\.place) }
    let all = places + problems.map(\.place) + problems.flatMap { $0.notes.map(\.place) }
    return pieces.count == unit.pieces.count && all.allSatisfy { unit.pieces.indices.contains($0.piece) }
  }
}
