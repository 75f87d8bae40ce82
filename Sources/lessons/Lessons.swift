import ArgumentParser
import CourseModel
import Foundation

/// The command line: `lessons build`, `lessons check` and the rest.
@main
struct Lessons: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lessons",
    abstract: "Builds a course whose every number comes from a run.",
    discussion: """
      Lessons are Markdown files with Swift blocks. 'lessons build' compiles and runs the blocks, checks every \
      stated output and derivative, and writes an HTML course that opens from disk.

      Exit status: 0 all good, 1 the content failed, 2 wrong usage.
      """,
    version: Version.current,
    subcommands: [
      BuildCommand.self, CheckCommand.self, ServeCommand.self, NewCommand.self, ListCommand.self,
      RunCommand.self, ExperimentsCommand.self, ExplainCommand.self, RenderCommand.self, CleanCommand.self,
      DoctorCommand.self,
    ])

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as ContentFailure {
      Terminal.standardError(failure.message.visible)
      Foundation.exit(ExitStatus.contentFailed)
    } catch let failure as UsageFailure {
      Terminal.standardError("error: \(failure.message.visible)\n")
      Foundation.exit(ExitStatus.wrongUsage)
    } catch {
      let isUsage = exitCode(for: error) == .validationFailure
      if !isUsage { exit(withError: error) }
      Terminal.standardError(fullMessage(for: error).visible + "\n")
      Foundation.exit(ExitStatus.wrongUsage)
    }
  }
}

/// The version that `--version` prints.
enum Version {
  static let current = "0.1.0"
}

/// What the process answers to its caller.
enum ExitStatus {
  static let contentFailed: Int32 = 1
  static let wrongUsage: Int32 = 2
}

/// The lessons are at fault; everything about it has been, or is now, reported.
struct ContentFailure: Error {
  /// What is still to be said, with its line ending; may be empty.
  var message = ""
}

/// The command line is at fault.
struct UsageFailure: Error {
  var message: String
}
