import ArgumentParser
import Foundation

/// The command line of `lesson-fuzz`.
@main
struct LessonFuzz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson-fuzz",
    abstract:
      "Feeds parsers, readers and drawings with damaged input, and reports what crashes, hangs or lies.",
    discussion: """
      Input number n is a function of the seed and n alone. It is read in a process of its own, which is started anew \
      after a crash; the input is saved.

      Examples:
        lesson-fuzz --seed 1 --seconds 120
        lesson-fuzz --only diagram --seed 7
        lesson-fuzz --replay fuzz-findings/diagram-1-4711

      Exit status: 0 nothing was found, 1 something was, 2 wrong usage.
      """)

  @Option(help: ArgumentHelp("Which inputs.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("How long, from 1 to 604800 seconds.", valueName: "seconds"))
  var seconds = 120

  @Option(help: ArgumentHelp("The subjects to try, in commas; default all.", valueName: "names"))
  var only: String?

  @Option(help: ArgumentHelp("The folder of lessons from which inputs are made.", valueName: "dir"))
  var lessons = "lessons"

  @Option(help: ArgumentHelp("Where inputs are saved that something was found with.", valueName: "dir"))
  var findings = "fuzz-findings"

  @Option(help: ArgumentHelp("Try this saved input alone, in this process.", valueName: "file"))
  var replay: String?

  /// Of the process that reads the inputs: the first, and the file in which it notes which one it reads.
  @Option(help: .hidden) var first: UInt64 = 0
  @Option(help: .hidden) var note: String?

  func validate() throws {
    guard 1...604_800 ~= seconds else {
      throw ValidationError("--seconds must be from 1 to 604800, got \(seconds).")
    }
    _ = try subjects()
  }

  func run() throws {
    if let replay { return try tryAlone(replay) }
    let campaign = Campaign(subjects: try subjects(), seeds: Seeds(folder: lessons), seed: seed)
    if let note { return campaign.read(from: first, seconds: seconds, note: note) }
    let found = try Watch(command: self, campaign: campaign).run()
    if found > 0 { throw ExitCode(1) }
  }

  private func tryAlone(_ path: String) throws {
    let name = (path as NSString).lastPathComponent.split(separator: "-").first.map(String.init) ?? ""
    guard let subject = Subject.all.first(where: { $0.name == name }),
      let data = FileManager.default.contents(atPath: path)
    else { throw ValidationError("'\(path)' is no input that was saved") }
    subject.read(Array(data))
    print("\(path): nothing is wrong with it")
  }

  private func subjects() throws -> [Subject] {
    guard let only else { return Subject.all }
    return try only.split(separator: ",").map { name in
      guard let subject = Subject.all.first(where: { $0.name == name }) else {
        throw ValidationError(
          "there is no subject '\(name)'; there are \(Subject.all.map(\.name).joined(separator: ", "))")
      }
      return subject
    }
  }
}
