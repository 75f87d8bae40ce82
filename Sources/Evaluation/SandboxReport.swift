import ContentStore
import Foundation

/// What the kernel keeps the programs of lessons from doing, on this machine.
public struct SandboxReport: Sendable, Hashable {
  /// The version of Landlock's interface; 0 where the kernel has none.
  public var landlock: Int
  /// Whether sockets that reach beyond the machine are refused.
  public var deniesSockets: Bool

  /// Whether programs can write nowhere but in their scratch folder, and start no other program.
  public var confinesFiles: Bool { landlock > 0 }
  /// Whether programs cannot reach the network.
  public var deniesNetwork: Bool { deniesSockets }

  /// Asks the runner of `kit`; nil if it does not run.
  public init?(kit: Kit) {
    guard let output = ChildProcess.output(of: [kit.runner, "probe"]) else { return nil }
    var facts: [Substring: Int] = [:]
    for line in String(decoding: output, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 2 { facts[words[0]] = Int(words[1]) }
    }
    landlock = facts["landlock"] ?? 0
    deniesSockets = facts["sockets-denied"] == 1
  }

  /// One sentence for each thing that programs are kept from, or not.
  public var sentences: [String] {
    [
      confinesFiles
        ? "programs write only in their scratch folder and start no others (Landlock \(landlock))"
        : "programs can write wherever you can: this kernel has no Landlock (Linux 5.13 or later has)",
      deniesNetwork
        ? "programs cannot reach the network"
        : "programs can reach the network: this kernel has no seccomp filters",
    ]
  }
}
