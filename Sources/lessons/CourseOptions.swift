import ArgumentParser
import CourseModel
import Foundation

/// Where the course lies, and where results are kept; shared by every command that evaluates it.
struct FolderOptions: ParsableArguments {
  @OptionGroup private var source: SourceOptions
  @OptionGroup private var results: CacheOptions

  /// The folder of lessons.
  var lessonsFolder: String { source.lessonsFolder }
  /// The folder for results of earlier runs.
  var cache: String { results.cache }
}

/// Where the course lies.
struct SourceOptions: ParsableArguments {
  /// The folder of lessons where none is named.
  static let standardFolder = "lessons"

  @Option(name: .customLong("lessons"), help: ArgumentHelp("The folder of lessons.", valueName: "dir"))
  var lessonsFolder = Self.standardFolder
}

/// Where results of earlier runs are kept.
struct CacheOptions: ParsableArguments {
  @Option(
    name: .customLong("cache"),
    help: ArgumentHelp("The folder for results of earlier runs; default .lessons-cache.", valueName: "dir"))
  var cacheFolder: String?

  /// The cache's folder: the one named, else `.lessons-cache` here, else the user's cache folder.
  var cache: String {
    if let cacheFolder { return cacheFolder }
    if FileManager.default.isWritableFile(atPath: ".") { return ".lessons-cache" }
    let home = Terminal.environment("HOME") ?? NSTemporaryDirectory()
    return (Terminal.environment("XDG_CACHE_HOME") ?? home + "/.cache") + "/lessons"
  }
}

/// Where the pages go, and which there are; shared by `build` and `serve`.
struct PageOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: ArgumentHelp("The folder for the pages.", valueName: "dir"))
  var output = "output"

  @Flag(
    help: "Write the course even if lessons failed, each with a page that says what failed; include drafts.")
  var draft = false
}

/// How lessons are evaluated; shared by `build`, `check` and `run`.
struct EvaluationOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Lessons evaluated at a time, \(Limits.jobs.words); default the cores.", valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp("Seconds that a lesson's run may take, \(Limits.seconds.words).", valueName: "seconds")
  )
  var timeout = 30.0

  @Flag(help: "Run nothing on a machine that cannot confine lessons.")
  var requireSandbox = false

  @Flag(help: "Run everything anew instead of reusing earlier results.")
  var refresh = false

  func validate() throws {
    try require("--jobs", jobs, in: Limits.jobs, words: Limits.jobs.words)
    try require("--timeout", timeout, in: Limits.seconds, words: Limits.seconds.words)
  }
}

/// Refuses an option whose number lies outside its range.
func require<Number>(
  _ option: String, _ number: Number?, in range: ClosedRange<Number>, words: String
) throws {
  guard let number, !range.contains(number) else { return }
  throw ValidationError("\(option) must be a number \(words), got \(number).")
}

/// What counts as a problem, how problems are reported, and what is done about them.
struct ReportOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How problems are printed: human, json or github.", valueName: "format"))
  var format = ReportFormat.human

  @Flag(help: "Let warnings fail, too.")
  var strict = false

  @Flag(help: "Start no further lesson after one has failed.")
  var failFast = false

  @Flag(help: "Rewrite 'output' fences that differ from what was printed.")
  var accept = false
}

/// How problems are printed.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people: source lines and carets on standard error.
  case human
  /// For programs: one JSON document on standard output.
  case json
  /// For GitHub: workflow commands on standard output.
  case github
}

/// How lists are printed.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people: aligned columns.
  case human
  /// For programs: one JSON document.
  case json
}
