import Foundation

/// What one run of a command cost.
struct Cost {
  /// Seconds on the clock.
  var wall: Double
  /// Seconds of processor time, those of its children included.
  var processor: Double

  /// The cheaper of two runs, figure by figure.
  static func cheaper(_ a: Cost, _ b: Cost) -> Cost {
    Cost(wall: min(a.wall, b.wall), processor: min(a.processor, b.processor))
  }
}

/// A command could not be run, or failed.
struct CommandFailure: Error, CustomStringConvertible {
  let description: String
}

/// Runs `arguments` (the first is the program, found through PATH) in `folder`, its output thrown away.
func run(_ arguments: [String], in folder: String = ".", input: String? = nil) throws -> Cost {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 0, input ?? "/dev/null", O_RDONLY, 0)
  for descriptor in [Int32(1), 2] {
    posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
  }
  var words = arguments.map { strdup($0) } + [nil]
  defer { words.forEach { free($0) } }
  let home = FileManager.default.currentDirectoryPath
  guard chdir(folder) == 0 else { throw CommandFailure(description: "there is no folder \(folder)") }
  defer { chdir(home) }
  var process = pid_t()
  let start = DispatchTime.now().uptimeNanoseconds
  guard posix_spawnp(&process, arguments[0], &actions, nil, &words, environ) == 0 else {
    throw CommandFailure(description: "cannot start \(arguments[0])")
  }
  var status: Int32 = 0
  var usage = rusage()
  wait4(process, &status, 0, &usage)
  let wall = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
  guard status == 0 else {
    throw CommandFailure(
      description: "failed with status \(status >> 8): \(arguments.joined(separator: " "))")
  }
  return Cost(wall: wall, processor: seconds(usage.ru_utime) + seconds(usage.ru_stime))
}

/// The cheapest of `count` runs, each prepared by `prepare`.
func best(of count: Int, prepare: (Int) throws -> Void = { _ in }, run: () throws -> Cost) throws -> Cost {
  var result: Cost?
  for round in 0..<count {
    try prepare(round)
    let cost = try run()
    result = result.map { Cost.cheaper($0, cost) } ?? cost
  }
  guard let result else { throw CommandFailure(description: "nothing was measured") }
  return result
}

private func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
