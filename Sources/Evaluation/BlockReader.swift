import ContentStore
import Foundation

/// Reads blocks of code, each text once for all builds.
///
/// The parser is a program of its own, which a build starts only if there is a block it has never seen.
package struct BlockReader: Sendable {
  private let parser: BlockParser
  private let store: ContentStore
  private let version: String

  /// A reader that remembers in `store`; the answers belong to this parser and this compiler.
  package init(kit: Kit, toolchain: Toolchain, store: ContentStore, isConfinementRequired: Bool = false) {
    self.store = store
    parser = BlockParser(
      program: ConfinedProgram(kit: kit, toolchain: toolchain, isRequired: isConfinementRequired))
    let program = store.digest(ofFile: kit.parser).map { "\($0)" } ?? ""
    version = "2 \(toolchain.version) \(program)"
  }

  /// What the parser found in the blocks of each lesson.
  ///
  /// All answers for one lesson are stored together as well: where nothing changed, one file is read. A block that
  /// cannot be read has a refusal in place of an answer, which is not stored.
  package func analyses(of lessons: [[String]], jobs: Int = 1) throws(MissingTool) -> [[BlockAnalysis]] {
    let keys = lessons.map(key)
    var found = mapInParallel(lessons.count, jobs: jobs) { known(keys[$0], count: lessons[$0].count) }
    let missing = found.indices.filter { found[$0] == nil }
    let answers = try answers(for: Set(missing.flatMap { lessons[$0] }))
    for index in missing {
      let own = lessons[index].compactMap { answers[$0] }
      found[index] = own.map(\.analysis)
      guard !own.contains(where: { $0.analysis.refusal != nil }) else { continue }
      var wire = WireEncoder()
      wire.write(own) { $0.write($1.bytes) }
      store.store("blocks", keys[index], wire.bytes)
    }
    return found.map { $0 ?? [] }
  }

  private func key(_ sources: [String]) -> Digest {
    var builder = DigestBuilder()
    builder.add("version", version)
    for source in sources { builder.add("block", source) }
    return builder.digest()
  }

  private func known(_ key: Digest, count: Int) -> [BlockAnalysis]? {
    if count == 0 { return [] }
    guard let content = store.content("blocks", key) else { return nil }
    var wire = WireDecoder(content)
    let analyses = try? wire.list { (wire) throws(WireDamage) in try BlockAnalysis(Array(try wire.slice())) }
    return analyses?.count == count ? analyses : nil
  }

  /// The parser's answers: those that are stored, and for the other blocks new ones, asked for all at once.
  private func answers(for sources: Set<String>) throws(MissingTool) -> [String: BlockParser.Answer] {
    var answers: [String: BlockParser.Answer] = [:]
    for source in sources {
      if let known = store.content("block", key([source])), let analysis = try? BlockAnalysis(known) {
        answers[source] = BlockParser.Answer(bytes: known, analysis: analysis)
      }
    }
    let unknown = sources.filter { answers[$0] == nil }.sorted()
    for (source, answer) in zip(unknown, try parser.answers(for: unknown)) {
      answers[source] = answer
      if answer.analysis.refusal == nil { store.store("block", key([source]), answer.bytes) }
    }
    return answers
  }
}

extension MissingTool {
  static let noScratchFolder = MissingTool(
    message: "no folder can be made for temporary files",
    help: "set TMPDIR to a folder that can be written and has space")

  static func parserFailed(_ path: String, _ reason: String) -> MissingTool {
    MissingTool(
      message: "the Swift parser \(path) does not run: \(reason.prefix(300))",
      help: "build the project again with the toolchain that PATH leads to")
  }
}
