import Foundation

/// Starts the process that reads the inputs, again and again, and gathers what it dies of.
struct Watch {
  let command: LessonFuzz
  let campaign: Campaign

  /// Watches until the time is over; the number of inputs that something was found with.
  func run() throws -> Int {
    try FileManager.default.createDirectory(atPath: command.findings, withIntermediateDirectories: true)
    let end = Date(timeIntervalSinceNow: Double(command.seconds))
    let note = NSTemporaryDirectory() + "/lesson-fuzz-\(getpid())"
    defer { unlink(note) }
    var next = command.first
    var found = 0
    while end.timeIntervalSinceNow > 1 {
      let (status, errors) = try child(from: next, seconds: Int(end.timeIntervalSinceNow), note)
      let number = Self.number(in: note) ?? next
      if status == 0 {
        next = number
        break
      }
      found += 1
      try save(number, status, errors)
      next = number + 1
    }
    let names = campaign.subjects.map(\.name).joined(separator: ", ")
    print("\(next - command.first) inputs for \(names), seed \(command.seed): \(found) findings")
    if found == 0 { rmdir(command.findings) }
    return found
  }

  /// Reads inputs in a process of its own; how that ended, and what it said.
  private func child(from first: UInt64, seconds: Int, _ note: String) throws -> (
    status: Int32, errors: String
  ) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = [
      "--seed", "\(command.seed)", "--seconds", "\(max(1, seconds))", "--first", "\(first)", "--note", note,
      "--lessons", command.lessons,
    ]
    if let only = command.only { process.arguments?.append(contentsOf: ["--only", only]) }
    process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let isSignal = process.terminationReason == .uncaughtSignal
    let status = isSignal ? 128 + process.terminationStatus : process.terminationStatus
    return (status, String(decoding: said, as: UTF8.self))
  }

  private func save(_ number: UInt64, _ status: Int32, _ errors: String) throws {
    let name = campaign.subject(of: number).name
    let path = "\(command.findings)/\(name)-\(command.seed)-\(number)"
    try Data(campaign.input(number)).write(to: URL(fileURLWithPath: path))
    let isHang = [SIGPROF, SIGALRM].contains(status - 128)
    let lines = errors.split(separator: "\n")
    let line = lines.first { $0.contains("atal error") } ?? lines.last
    let reason = line.map { ": \($0.prefix(400))" } ?? ""
    print("\(path): \(isHang ? "hangs" : "crashes, status \(status)")\(reason)")
    print("  lesson-fuzz --replay \(path)")
  }

  private static func number(in note: String) -> UInt64? {
    guard let data = FileManager.default.contents(atPath: note), data.count == 8 else { return nil }
    return data.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
  }
}
