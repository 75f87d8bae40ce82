import ContentStore
import CourseModel
import Foundation

/// What the kernel keeps the programs of lessons from doing on this machine, found by trying.
public struct SandboxReport: Sendable, Hashable {
  /// Something that is tried, and has to be refused.
  public enum Attempt: String, Sendable, Hashable, CaseIterable {
    /// To change a file outside its folder.
    case writes
    /// To read a file that is none of its own.
    case reads
    /// To open a socket of any kind.
    case network
    /// To signal, limit or slow down another process, or to make one.
    case processes
    /// To start a program of this machine, or one that lies in memory.
    case programs
  }

  /// The version of Landlock's interface; 0 where the kernel has none.
  public var landlock: Int
  /// Whether a filter of system calls holds.
  public var filtersCalls: Bool
  /// What was tried and refused.
  public var refused: Set<Attempt>

  /// Whether everything that was tried was refused, by both means.
  public var isComplete: Bool { landlock > 0 && filtersCalls && refused.count == Attempt.allCases.count }

  /// A machine that refuses everything, or nothing.
  public init(isComplete: Bool) {
    landlock = isComplete ? 1 : 0
    filtersCalls = isComplete
    refused = isComplete ? Set(Attempt.allCases) : []
  }

  /// Lets the runner of `kit` try; a runner that does not answer refuses nothing.
  public init(kit: Kit, toolchain: Toolchain) {
    self.init(isComplete: false)
    guard let scratch = ScratchFolder() else { return }
    defer { scratch.remove() }
    let folder = scratch.path + "/files"
    guard mkdir(folder, 0o755) == 0 else { return }
    let confinement = Confinement(
      scratch: scratch.path, folder: folder, seconds: 10, processorSeconds: 10, memory: 0, output: 1,
      readable: SystemFiles.libraries(toolchain.architecture) + [kit.runner, toolchain.libraries])
    let answer = ChildProcess.output(of: [kit.runner, "probe"] + confinement.options) ?? []
    for line in String(decoding: answer, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 2, let number = Int(words[1]) else { continue }
      if words[0] == "landlock" { landlock = number }
      if words[0] == "filter" { filtersCalls = number == 1 }
      if number == 1, let attempt = Attempt(rawValue: String(words[0])) { refused.insert(attempt) }
    }
  }

  /// One sentence for each thing that was tried, and whether it was refused.
  public var findings: [(sentence: String, holds: Bool)] {
    Attempt.allCases.map { attempt in
      let holds = refused.contains(attempt)
      let sentence =
        holds ? "\(attempt.refusal) (\(means(of: attempt)))" : "\(attempt.permission): \(reason(attempt))"
      return (sentence, holds)
    }
  }

  /// What refuses it.
  private func means(of attempt: Attempt) -> String {
    switch attempt {
    case .writes, .reads, .programs: "Landlock \(landlock)"
    case .network, .processes: "a filter of system calls"
    }
  }

  /// What a person is told whose machine does not refuse everything; nil where it does.
  public var warning: String? {
    guard !isComplete else { return nil }
    let open = Attempt.allCases.filter { !refused.contains($0) }.map(\.permission)
    return "lessons run unconfined on this machine: " + open.joined(separator: "; ")
  }

  private func reason(_ attempt: Attempt) -> String {
    switch attempt {
    case .writes, .reads, .programs:
      landlock > 0
        ? "Landlock \(landlock) does not refuse it here" : "Landlock is not to be had (Linux 5.13 has it)"
    case .network, .processes:
      filtersCalls ? "it is not refused here" : "filters of system calls are not to be had"
    }
  }
}

extension SandboxReport.Attempt {
  /// What holds, in a sentence.
  fileprivate var refusal: String {
    switch self {
    case .writes: "programs write only in their scratch folder"
    case .reads: "programs read only their own files, the toolchain's and the system's libraries"
    case .network: "programs reach no network and no local service"
    case .processes: "programs reach no other process and make none"
    case .programs: "programs start no program of this machine"
    }
  }

  /// What is possible where it is not refused, in half a sentence.
  fileprivate var permission: String {
    switch self {
    case .writes: "programs can write wherever you can"
    case .reads: "programs can read whatever you can"
    case .network: "programs can reach the network"
    case .processes: "programs can reach your other processes"
    case .programs: "programs can start other programs"
    }
  }
}

extension Ingredient {
  /// How far programs are confined: a result from a machine that refuses less is another result.
  init(_ report: SandboxReport, _ sandbox: Sandbox) {
    var builder = DigestBuilder()
    for attempt in SandboxReport.Attempt.allCases {
      builder.add(attempt.rawValue, report.refused.contains(attempt) ? "refused" : "open")
    }
    for path in sandbox.readable { builder.add("read", path) }
    self.init(name: "how programs are confined", digest: builder.digest())
  }
}
