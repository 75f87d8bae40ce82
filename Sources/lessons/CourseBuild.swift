import ContentStore
import CourseModel
import CourseSite
import Evaluation
import Foundation

/// One build of a course, phase by phase.
struct CourseBuild {
  private let options: Options
  private let folder: CourseFolder
  private let store: ContentStore
  private let tool: Digest
  private var course: Course
  private let phrasebooks: [String: Phrasebook]
  private var outcomes: [OutcomeKey: LessonOutcome] = [:]
  private var compilerVersion = ""
  private var confinement: SandboxReport?
  private var inputs: CourseInputs?
  private var filesRead: Set<ReadFiles.Reading> = []
  private var diagnostics: [Diagnostic]

  /// What the command line asks for.
  struct Options {
    var folders: FolderOptions
    var evaluation: EvaluationOptions
    var reporting: ReportOptions
    var only: [String] = []
    var isDraft = false
    var usesEarlierRuns = false
    var isPrinted = false

    /// The settings by which a build differs from another of the same files.
    var stampSettings: String { "draft: \(isDraft)" + (isPrinted ? ", printed" : "") }
  }

  /// Reads and parses the course.
  init(_ options: Options) throws {
    self.options = options
    folder = try CourseFolder(at: options.folders.lessonsFolder)
    store = ContentStore(folder: options.folders.cache)
    tool = Tool.digest
    let parsed = folder.parse()
    course = parsed.value
    let phrases = folder.phrasebooks(for: course.configuration)
    phrasebooks = phrases.value
    diagnostics =
      parsed.diagnostics + phrases.diagnostics + ExperimentChecks.diagnostics(for: course)
      + ActivationLinks.diagnostics(for: course)
    try checkSelection()
    if !options.isDraft { course.lessons = course.lessons.filter { !isDraft($0) } }
    if options.only.isEmpty { diagnostics += course.unjudgedClaims }
  }

  /// Whether anything that fails the build has been found so far.
  var hasFailed: Bool { diagnostics.contains(where: reporter.isFatal) }

  /// Whether the very same build has been made without a complaint, and `output` still holds what it wrote.
  ///
  /// The files' bytes decide: nothing is parsed.
  static func isCurrent(_ options: Options, output: String) throws -> Bool {
    try FolderPlaces(
      lessons: options.folders.lessonsFolder, output: output, cache: options.folders.cache
    ).check()
    guard !options.evaluation.refresh, options.only.isEmpty else { return false }
    let folder = try CourseFolder(at: options.folders.lessonsFolder)
    guard folder.unreadable.isEmpty else { return false }
    let store = ContentStore(folder: options.folders.cache)
    let inputs = CourseInputs(folder, in: store)
    return BuildStamp(inputs, settings: options.stampSettings, tool: Tool.digest, store: store)
      .isCurrent(output: output)
  }

  /// Compiles and runs what has not been run before, and compares stated outputs.
  ///
  /// With `--accept`, `output` fences that differ are rewritten, and the course is read and evaluated again.
  mutating func evaluate() throws {
    try evaluateOnce()
    guard options.reporting.accept, try acceptOutputs() else { return }
    self = try CourseBuild(options)
    try evaluateOnce()
  }

  /// Renders all files of the site.
  mutating func render() -> [SiteFile] {
    let settings = SiteSettings(
      lessonsFolder: folder.path, toolDigest: tool, toolVersion: Version.current,
      compilerVersion: compilerVersion, isConfined: confinement?.isComplete,
      readable: course.configuration.sandbox.readable, problems: diagnostics, isDraft: options.isDraft,
      reference: course.configuration.reference.map { _ in .catalog(phrasebooks: phrasebooks) },
      experiments: .catalog(phrasebooks: phrasebooks))
    let site = Site(course: course, outcomes: translatedOutcomes, settings: settings, store: store).files()
    diagnostics += site.diagnostics
    return site.value
  }

  /// Evaluates, renders and writes the course; answers nil, `output` being left as it was, if something failed.
  ///
  /// A draft is written all the same. With a `printer`, the course is printed, too.
  mutating func publish(to output: String, _ printer: PrintedCourse? = nil) throws -> SiteWriter.Outcome? {
    try evaluate()
    var files = render()
    guard !hasFailed || options.isDraft else {
      Terminal.standardError("\(output) is left as it was\n")
      return nil
    }
    if let printer { files += try printer.files(of: files) }
    return try write(files, to: output)
  }

  /// Writes the files in the place of `output`, in one step.
  private func write(_ files: [SiteFile], to output: String) throws -> SiteWriter.Outcome {
    let outcome: SiteWriter.Outcome
    let site: WrittenSite
    do {
      (outcome, site) = try SiteWriter(output: output, store: store).writeSite(files)
    } catch {
      throw UsageFailure(message: "\(error)")
    }
    record(site)
    switch outcome {
    case .unchanged: Terminal.standardError("\(output) is up to date\n")
    case .written(let count):
      Terminal.standardError("wrote \(output)/index.html (\(count) of \(files.count) files changed)\n")
    }
    return outcome
  }

  /// Records what the build came to, unless it was made from files that changed meanwhile, or ran unconfined: that is
  /// told of at each build.
  private func record(_ site: WrittenSite) {
    guard confinement?.warning == nil, diagnostics.isEmpty, options.only.isEmpty else { return }
    guard let inputs, inputs.account(for: filesRead, and: site) else { return }
    BuildStamp(inputs, settings: options.stampSettings, tool: tool, store: store).record(site)
  }

  /// Reports every problem; throws `ContentFailure` if one of them fails the build.
  func report() throws {
    try reporter.report(diagnostics, lessons: verdicts(of: course.lessons))
  }

  /// Every problem as the terminal prints it, without colours.
  var problems: [String] {
    let sources = folder.sources
    return reporter.ordered(diagnostics).map { $0.report { sources[$0] } }
  }

  /// How many errors and warnings there are, in words.
  var summary: String { reporter.summary(of: reporter.ordered(diagnostics)) }

  /// Reports the problems of the lessons that were asked for; of all, if none was.
  func reportSelection() throws {
    guard !options.only.isEmpty else { return try report() }
    let chosen = course.lessons.filter { options.only.contains($0.id) }
    let paths = Set(chosen.map(\.file.path))
    try reporter.report(diagnostics.filter { paths.contains($0.path) }, lessons: verdicts(of: chosen))
  }

  /// The outcomes, what figures say being in the language of the page.
  private var translatedOutcomes: [OutcomeKey: LessonOutcome] {
    var translated = outcomes
    for key in outcomes.keys {
      if let book = phrasebooks[key.language] { translated[key] = outcomes[key]?.translated(by: book) }
    }
    return translated
  }

  private var reporter: Reporter { Reporter(options: options.reporting, sources: folder.sources) }
}

extension CourseBuild {
  private mutating func evaluateOnce() throws {
    let (evaluator, toolchain) = try evaluator()
    compilerVersion = toolchain.version
    confinement = evaluator.confinement
    try checkConfinement()
    inputs = CourseInputs(folder, in: store)
    let total = options.only.isEmpty ? course.lessons(in: course.baseLanguage).count : options.only.count
    let progress = Progress(total: total, isQuiet: options.reporting.format != .human)
    let only = options.only.isEmpty ? nil : Set(options.only)
    outcomes = evaluator.evaluate(course, only: only) { progress.show($0) }
    progress.close()
    diagnostics += outcomes.keys.sorted().flatMap { outcomes[$0]?.diagnostics ?? [] }
    if let only, options.usesEarlierRuns { addEarlierRuns(evaluator.remembered(course, except: only)) }
    filesRead = evaluator.filesRead
  }

  /// Says where lessons cannot be confined; refuses to run them there, if that is wanted.
  private func checkConfinement() throws {
    guard let warning = confinement?.warning else { return }
    guard options.evaluation.requireSandbox || course.configuration.sandbox.isRequired else {
      return Terminal.standardError("warning: \(warning)\n")
    }
    throw UsageFailure(
      message:
        "\(warning)\nhelp: `lessons doctor` says what is missing; without `sandbox: required` in course.yml "
        + "and `--require-sandbox` they run all the same")
  }

  /// Takes the lessons that were not asked for from earlier runs; one that never ran cannot be published.
  private mutating func addEarlierRuns(_ earlier: [OutcomeKey: LessonOutcome]) {
    outcomes.merge(earlier) { asked, _ in asked }
    diagnostics += earlier.keys.sorted().flatMap { earlier[$0]?.diagnostics ?? [] }
    for lesson in course.lessons where outcomes[lesson.key] == nil {
      diagnostics.append(
        Diagnostic(
          .error, "not-evaluated", "'\(lesson.id)' has not been run as it stands", path: lesson.file.path,
          at: Position(line: 1), help: "name it, too, or build all lessons"))
    }
  }

  /// An evaluator with this machine's toolchain; a missing part of it is the user's to install.
  private func evaluator() throws -> (Evaluator, Toolchain) {
    let processors = ProcessInfo.processInfo.activeProcessorCount
    let settings = EvaluationSettings(
      timeout: options.evaluation.timeout, jobs: options.evaluation.jobs ?? processors,
      refresh: options.evaluation.refresh, failFast: options.reporting.failFast,
      watchesTraining: Terminal.isInteractive && options.reporting.format == .human,
      lessonsFolder: options.folders.lessonsFolder, sandbox: course.configuration.sandbox)
    do {
      let toolchain = try Toolchain.find(store: store)
      return (
        Evaluator(kit: try Kit.find(), toolchain: toolchain, store: store, settings: settings), toolchain
      )
    } catch {
      throw UsageFailure(message: "\(error)")
    }
  }

  /// Rewrites the `output` fences that differ; answers whether any file was changed.
  private func acceptOutputs() throws -> Bool {
    var isChanged = false
    for lesson in course.lessons {
      guard let outcome = outcomes[lesson.key], let bytes = Accept.revise(lesson, outcome) else { continue }
      guard FileBytes.replace(lesson.file.path, with: bytes) else {
        throw UsageFailure(message: "cannot write \(lesson.file.path): \(String(cString: strerror(errno)))")
      }
      Terminal.standardError("rewrote the outputs of \(lesson.file.path.visibleLine)\n")
      isChanged = true
    }
    return isChanged
  }

  private func checkSelection() throws {
    let ids = course.lessons(in: course.baseLanguage).map(\.id)
    for id in options.only where !ids.contains(id) {
      if let lesson = course.lessons.first(where: { [$0.file.path, $0.file.name].contains(id) }) {
        throw UsageFailure(message: "a lesson is named by its id: write '\(lesson.id)' instead of '\(id)'")
      }
      throw UsageFailure(message: "there is no lesson '\(id)'; \(suggestion(for: id, among: ids))")
    }
  }

  private func isDraft(_ lesson: Lesson) -> Bool {
    lesson.frontMatter.isDraft
      || course.lesson(lesson.id, in: course.baseLanguage)?.frontMatter.isDraft == true
  }

  private func verdicts(of lessons: [Lesson]) -> [LessonVerdict] {
    let failed = reporter.failedPaths(diagnostics)
    return lessons.map { lesson in
      LessonVerdict(
        id: lesson.id, language: lesson.language, path: lesson.file.path,
        state: failed.contains(lesson.file.path) ? "failed" : "ok")
    }
  }
}

/// This executable.
enum Tool {
  /// What tells this executable from its other versions.
  static var digest: Digest {
    Digest(["executable": Array(BuildStamp.identity("/proc/self/exe").utf8)])
  }
}

extension CourseBuild {
  /// Why the next build would run what is in the lessons asked for, or would not.
  func explanations() throws -> [Explanation] {
    let (evaluator, _) = try evaluator()
    do {
      return try options.only.flatMap { try evaluator.explanations(of: $0, in: course) }
    } catch {
      throw UsageFailure(message: "\(error)")
    }
  }

  /// The lesson `id` in the base language and what became of it.
  func evaluated(_ id: String) -> (Lesson, LessonOutcome)? {
    guard let lesson = course.lesson(id, in: course.baseLanguage) else { return nil }
    return outcomes[lesson.key].map { (lesson, $0) }
  }
}
