import ContentStore
import Foundation

/// Asks the parser, a process of its own, about blocks of code; a block that it cannot bear costs that block alone.
///
/// The parser answers block by block, and limits its time for each. Where it ends before all are answered, the first
/// without an answer is the culprit: that one is refused, and the parser is asked about the rest anew.
struct BlockParser: Sendable {
  /// What is known of a block.
  struct Answer: Sendable {
    /// The parser's own words; none where the block is refused.
    var bytes: [UInt8] = []
    /// What they say.
    var analysis: BlockAnalysis
  }

  /// The parser's executable.
  let path: String

  /// The address space that the parser may take, in kilobytes.
  private static let memoryLimit = 4 << 20

  /// What the parser finds in each of `sources`.
  func answers(for sources: [String]) throws(MissingTool) -> [Answer] {
    var answers = sources.map { source in
      BlockAnalysis.Refusal(tooDeep: source).map { Answer(analysis: BlockAnalysis(refused: $0)) }
    }
    var waiting = sources.indices.filter { answers[$0] == nil }[...]
    while !waiting.isEmpty {
      let (found, ending) = try ask(waiting.map { sources[$0] })
      for (index, answer) in zip(waiting, found) { answers[index] = answer }
      waiting = waiting.dropFirst(found.count)
      guard let culprit = waiting.first else { break }
      if found.isEmpty { try checkThatItWorks(ending) }
      answers[culprit] = Answer(analysis: BlockAnalysis(refused: .init(ending: ending)))
      waiting = waiting.dropFirst()
    }
    return answers.compactMap { $0 }
  }

  /// Throws where the parser is at fault, not the block that it did not answer.
  private func checkThatItWorks(_ ending: ChildProcess.Ending) throws(MissingTool) {
    if try ask([""]).found.isEmpty { throw .parserFailed(path, "\(ending)") }
  }

  /// The answers up to the first block that the parser cannot bear, and how it ended.
  private func ask(
    _ sources: [String]
  ) throws(MissingTool) -> (found: [Answer], ending: ChildProcess.Ending) {
    var request = WireEncoder()
    for source in sources { request.write(Array(source.utf8)) }
    guard let scratch = ScratchFolder() else { throw .noScratchFolder }
    defer { scratch.remove() }
    let files = ["input", "output", "errors"].map { "\(scratch.path)/\($0)" }
    guard FileBytes.write(request.bytes, to: files[0]) else { throw .noScratchFolder }
    let ending = run(files)
    var wire = WireDecoder(FileBytes.read(files[1]) ?? [])
    var found: [Answer] = []
    while found.count < sources.count, let answer = try? wire.slice() {
      guard let analysis = try? BlockAnalysis(Array(answer)) else {
        throw .parserFailed(path, "its answers are not those of this version")
      }
      found.append(Answer(bytes: Array(answer), analysis: analysis))
    }
    if found.count < sources.count, !ending.isSignal {
      let errors = String(decoding: FileBytes.read(files[2]) ?? [], as: UTF8.self)
      throw .parserFailed(path, errors.isEmpty ? "\(ending)" : errors)
    }
    return (found, ending)
  }

  /// Runs the parser with limited memory.
  private func run(_ files: [String]) -> ChildProcess.Ending {
    let command = ["/bin/sh", "-c", "ulimit -c 0 -v \(Self.memoryLimit); exec \"$@\"", "sh", path]
    return ChildProcess(arguments: command, files: files).run()
  }
}

extension ChildProcess.Ending {
  fileprivate var isSignal: Bool { if case .signalled = self { true } else { false } }
}

extension BlockAnalysis.Refusal {
  private static let help = "make it simpler: give inner parts names of their own, or split the block"

  /// The refusal of code that nests too deeply; nil for other code.
  fileprivate init?(tooDeep source: String) {
    guard let excess = BracketDepth.excess(in: source) else { return nil }
    self.init(offset: excess.offset, message: excess.message, help: Self.help)
  }

  /// The refusal of a block at which the parser ended so.
  fileprivate init(ending: ChildProcess.Ending) {
    let isLate = ending == .signalled(SIGPROF) || ending == .signalled(SIGXCPU)
    self.init(
      offset: 0,
      message: "this block cannot be read: the Swift parser "
        + (isLate ? "takes too long" : "crashes, or needs too much memory"), help: Self.help)
  }
}
