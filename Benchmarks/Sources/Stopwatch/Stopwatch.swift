import Foundation

/// What one run of a command cost.
public struct Cost {
  /// Seconds on the clock.
  public var wall = 0.0
  /// Seconds of processor time, those of its children included.
  public var processor = 0.0
  /// Seconds of processor time without those of its children; the system counts them in hundredths.
  public var own = 0.0

  /// A cost to be filled in.
  public init(wall: Double = 0, processor: Double = 0, own: Double = 0) {
    self.wall = wall
    self.processor = processor
    self.own = own
  }

  /// The cheaper of two runs, figure by figure.
  public static func cheaper(_ a: Cost, _ b: Cost) -> Cost {
    Cost(wall: min(a.wall, b.wall), processor: min(a.processor, b.processor), own: min(a.own, b.own))
  }

  /// Both runs, one after the other.
  public static func + (a: Cost, b: Cost) -> Cost {
    Cost(wall: a.wall + b.wall, processor: a.processor + b.processor, own: a.own + b.own)
  }

  /// What is left of one run when the other is taken away.
  public static func - (a: Cost, b: Cost) -> Cost {
    Cost(wall: a.wall - b.wall, processor: a.processor - b.processor, own: a.own - b.own)
  }

  /// The share of one of `count` equal parts.
  public static func / (cost: Cost, count: Int) -> Cost {
    let count = Double(count)
    return Cost(wall: cost.wall / count, processor: cost.processor / count, own: cost.own / count)
  }
}

/// A command could not be run, or failed.
public struct CommandFailure: Error, CustomStringConvertible {
  /// What went wrong.
  public let description: String

  /// A failure in words.
  public init(description: String) { self.description = description }
}

/// Runs `arguments` (the first is the program, found through PATH) in `folder`, its output thrown away.
///
/// A status above `worst` is a failure.
public func run(_ arguments: [String], in folder: String = ".", worst: Int32 = 0) throws -> Cost {
  let start = DispatchTime.now().uptimeNanoseconds
  let process = try spawn(arguments, in: folder)
  var information = siginfo_t()
  waitid(P_PID, id_t(process), &information, WEXITED | WNOWAIT)
  let wall = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
  let own = processorTime(of: process)
  var status: Int32 = 0
  var usage = rusage()
  wait4(process, &status, 0, &usage)
  guard status & 0x7F == 0, status >> 8 <= worst else {
    throw CommandFailure(
      description: "failed with status \(status >> 8): \(arguments.joined(separator: " "))")
  }
  return Cost(wall: wall, processor: seconds(usage.ru_utime) + seconds(usage.ru_stime), own: own)
}

/// The cheapest of `count` runs, each prepared by `prepare`.
public func best(of count: Int, prepare: (Int) throws -> Void = { _ in }, run: () throws -> Cost) throws
  -> Cost
{
  var result: Cost?
  for round in 0..<count {
    try prepare(round)
    let cost = try run()
    result = result.map { Cost.cheaper($0, cost) } ?? cost
  }
  guard let result else { throw CommandFailure(description: "nothing was measured") }
  return result
}

private func spawn(_ arguments: [String], in folder: String) throws -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
  for descriptor in [Int32(1), 2] {
    posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
  }
  var words = arguments.map { strdup($0) } + [nil]
  defer { words.forEach { free($0) } }
  let home = FileManager.default.currentDirectoryPath
  guard chdir(folder) == 0 else { throw CommandFailure(description: "there is no folder \(folder)") }
  defer { chdir(home) }
  var process = pid_t()
  guard posix_spawnp(&process, arguments[0], &actions, nil, &words, environ) == 0 else {
    throw CommandFailure(description: "cannot start \(arguments[0])")
  }
  return process
}

/// The processor time of a process that has ended and was not yet waited for, without its children's.
private func processorTime(of process: pid_t) -> Double {
  let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
  let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
  guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else { return 0 }
  return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
}

private func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
