import ArgumentParser
import ContentStore
import CourseModel
import CourseSite

/// `lessons build`: evaluates the course and writes its pages.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Runs the lessons and writes the course.",
    discussion: """
      Every lesson is evaluated and reported, not only the first that fails. The output folder is replaced in one \
      step, and only by a course in which nothing failed; earlier output stays until then.
      """)

  @OptionGroup var folders: FolderOptions
  @OptionGroup var evaluation: EvaluationOptions
  @OptionGroup var reporting: ReportOptions
  @OptionGroup var pages: PageOptions

  @Flag(help: "Also print the course into course.pdf, by chromium; of each further language, too.")
  var pdf = false

  @Argument(help: "Lessons to evaluate, by id; default all. The others are taken from earlier runs.")
  var lessons: [String] = []

  func run() throws {
    let options = CourseBuild.Options(
      folders: folders, evaluation: evaluation, reporting: reporting, only: lessons, isDraft: pages.draft,
      usesEarlierRuns: true, isPrinted: pdf)
    let printer = pdf ? try PrintedCourse(store: ContentStore(folder: folders.cache)) : nil
    if try CourseBuild.isCurrent(options, output: pages.output) {
      Terminal.standardError("\(pages.output) is up to date\n")
      return reporting.format == .human ? () : try CourseBuild(options).report()
    }
    var build = try CourseBuild(options)
    _ = try build.publish(to: pages.output, printer)
    try build.report()
  }
}

/// `lessons check`: evaluates the course and writes nothing.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Does all that 'build' does, but writes no page.")

  @OptionGroup var folders: FolderOptions
  @OptionGroup var evaluation: EvaluationOptions
  @OptionGroup var reporting: ReportOptions

  @Argument(help: "Lessons to evaluate, by id; default all.")
  var lessons: [String] = []

  func run() throws {
    var build = try CourseBuild(
      .init(folders: folders, evaluation: evaluation, reporting: reporting, only: lessons))
    try build.evaluate()
    _ = build.render()
    try build.reportSelection()
  }
}
