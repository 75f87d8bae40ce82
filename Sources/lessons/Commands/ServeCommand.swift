import ArgumentParser
import Foundation

/// `lessons serve`: shows the course in a browser, and builds it again whenever one of its files changes.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Shows the course in a browser and builds it again as you write.",
    discussion: """
      Open the address that it prints. A page reloads when a build has changed the course; when a build fails, it \
      stays as it was, and what failed is shown on it, too. Only what has changed is run. Ctrl-C ends.
      """)

  @OptionGroup var folders: FolderOptions
  @OptionGroup var evaluation: EvaluationOptions
  @OptionGroup var reporting: ReportOptions
  @OptionGroup var pages: PageOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The port; 0 for any that is free; default 3000, or the next one that is free.", valueName: "port"))
  var port: UInt16?

  @Option(
    help: ArgumentHelp("The IPv4 address to listen on; 0.0.0.0 for all networks.", valueName: "address"))
  var host = "127.0.0.1"

  @Flag(help: "Open the course in the browser.")
  var open = false

  func run() throws {
    try FolderPlaces(
      lessons: folders.lessonsFolder, output: pages.output, cache: folders.cache
    ).check()
    _ = try CourseFolder(at: folders.lessonsFolder)
    let state = LiveState()
    let files = CourseFiles(
      folder: OutputFolder(path: pages.output), state: state, names: ServedNames(host: host))
    let server = try CourseServer(files, host: host, ports: port.map { $0...$0 } ?? 3000...3009)
    Terminal.standardError("serving \(pages.output) at \(server.address)\n")
    if open { Browser.open(server.address) }
    var options = CourseBuild.Options(
      folders: folders, evaluation: evaluation, reporting: reporting, isDraft: pages.draft)
    while true {
      let folder = FolderState(folders.lessonsFolder)
      state.begin()
      state.finish(build(options))
      options.evaluation.refresh = false
      folder.waitForChange()
    }
  }

  /// Builds once, reports to the terminal, and answers what the open pages are told.
  private func build(_ options: CourseBuild.Options) -> LiveState.Ending {
    do {
      if try CourseBuild.isCurrent(options, output: pages.output) {
        Terminal.standardError("\(pages.output) is up to date\n")
        return LiveState.Ending()
      }
      var build = try CourseBuild(options)
      let outcome = try build.publish(to: pages.output)
      try? build.report()
      return LiveState.Ending(
        hasChanged: outcome != nil && outcome != .unchanged, hasFailed: build.hasFailed,
        summary: build.summary, problems: build.problems)
    } catch {
      let message = "error: " + ((error as? UsageFailure)?.message ?? "\(error)")
      Terminal.standardError(message + "\n")
      return LiveState.Ending(hasFailed: true, summary: "1 error", problems: [message])
    }
  }
}

/// The reader's browser.
private enum Browser {
  /// Asks the desktop to show `address`; says so where there is none.
  static func open(_ address: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["xdg-open", address]
    process.standardError = FileHandle.nullDevice
    process.terminationHandler = { process in
      if process.terminationStatus != 0 { Terminal.standardError("no browser was found for \(address)\n") }
    }
    try? process.run()
  }
}
