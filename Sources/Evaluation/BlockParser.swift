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

  /// How the parser is run.
  let program: ConfinedProgram

  private var path: String { program.kit.parser }

  /// The address space that the parser may take, in megabytes.
  private static let memoryLimit = 4 << 10
  /// The seconds that all blocks together may take.
  private static let secondsLimit = 600.0

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
  private func checkThatItWorks(_ ending: ConfinedProgram.Result) throws(MissingTool) {
    if try ask([""]).found.isEmpty { throw .parserFailed(path, ending.stop ?? "it does not answer") }
  }

  /// The answers up to the first block that the parser cannot bear, and how it ended.
  private func ask(
    _ sources: [String]
  ) throws(MissingTool) -> (found: [Answer], ending: ConfinedProgram.Result) {
    var request = WireEncoder()
    for source in sources { request.write(Array(source.utf8)) }
    guard let scratch = ScratchFolder() else { throw .noScratchFolder }
    defer { scratch.remove() }
    let input = scratch.path + "/input"
    guard FileBytes.write(request.bytes, to: input) else { throw .noScratchFolder }
    let ending = program.run(
      [path], scratch: scratch.path, seconds: Self.secondsLimit, input: input, memory: Self.memoryLimit)
    var wire = WireDecoder(ending.output)
    var found: [Answer] = []
    while found.count < sources.count, let answer = try? wire.slice() {
      guard let analysis = try? BlockAnalysis(Array(answer)) else {
        throw .parserFailed(path, "its answers are not those of this version")
      }
      found.append(Answer(bytes: Array(answer), analysis: analysis))
    }
    if found.count < sources.count, ending.signal == nil, !ending.isTimedOut {
      let errors = String(decoding: ending.errors, as: UTF8.self)
      throw .parserFailed(path, errors.isEmpty ? ending.stop ?? "it gave no reason" : errors)
    }
    return (found, ending)
  }
}

extension BlockAnalysis.Refusal {
  private static let help = "make it simpler: give inner parts names of their own, or split the block"

  /// The refusal of code that nests too deeply; nil for other code.
  fileprivate init?(tooDeep source: String) {
    guard let excess = BracketDepth.excess(in: source) else { return nil }
    self.init(offset: excess.offset, message: excess.message, help: Self.help)
  }

  /// The refusal of a block at which the parser ended so.
  fileprivate init(ending: ConfinedProgram.Result) {
    let isLate = ending.isTimedOut || ending.signal == SIGPROF
    self.init(
      offset: 0,
      message: "this block cannot be read: the Swift parser "
        + (isLate ? "takes too long" : "crashes, or needs too much memory"), help: Self.help)
  }
}
