import ContentStore
import Foundation

/// Reads blocks of code, each text once for all builds.
///
/// The parser is a program of its own, which a build starts only if there is a block it has never seen.
package struct BlockReader: Sendable {
  private let kit: Kit
  private let store: ContentStore
  private let version: String

  /// A reader that remembers in `store`; the answers belong to this parser and the compiler's `version`.
  package init(kit: Kit, store: ContentStore, version: String) {
    self.kit = kit
    self.store = store
    let parser = store.digest(ofFile: kit.parser).map { "\($0)" } ?? ""
    self.version = "1 \(version) \(parser)"
  }

  /// What the parser found in the blocks of each lesson.
  ///
  /// All answers for one lesson are stored together as well: where nothing changed, one file is read.
  package func analyses(of lessons: [[String]], jobs: Int = 1) throws(MissingTool) -> [[BlockAnalysis]] {
    let keys = lessons.map(key)
    var found = mapInParallel(lessons.count, jobs: jobs) { known(keys[$0], count: lessons[$0].count) }
    let missing = found.indices.filter { found[$0] == nil }
    let answers = try answers(for: Set(missing.flatMap { lessons[$0] }))
    for index in missing {
      let own = lessons[index].map { answers[$0] ?? [] }
      found[index] = own.map { (try? BlockAnalysis($0)) ?? BlockAnalysis() }
      var wire = WireEncoder()
      wire.write(own) { $0.write($1) }
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
  private func answers(for sources: Set<String>) throws(MissingTool) -> [String: [UInt8]] {
    var answers: [String: [UInt8]] = [:]
    for source in sources {
      if let known = store.content("block", key([source])), (try? BlockAnalysis(known)) != nil {
        answers[source] = known
      }
    }
    let unknown = sources.filter { answers[$0] == nil }.sorted()
    for (source, answer) in zip(unknown, try ask(unknown)) {
      answers[source] = answer
      store.store("block", key([source]), answer)
    }
    return answers
  }

  private func ask(_ sources: [String]) throws(MissingTool) -> [[UInt8]] {
    if sources.isEmpty { return [] }
    var request = WireEncoder()
    for source in sources { request.write(Array(source.utf8)) }
    guard let scratch = ScratchFolder() else { throw .noScratchFolder }
    defer { scratch.remove() }
    let files = ["input", "output", "errors"].map { "\(scratch.path)/\($0)" }
    guard FileBytes.write(request.bytes, to: files[0]),
      ChildProcess(arguments: [kit.parser], files: files).run() == .exited(0),
      let output = FileBytes.read(files[1])
    else {
      throw .parserFailed(kit.parser, String(decoding: FileBytes.read(files[2]) ?? [], as: UTF8.self))
    }
    var wire = WireDecoder(output)
    var answers: [[UInt8]] = []
    while !wire.isAtEnd, let answer = try? wire.slice() { answers.append(Array(answer)) }
    guard answers.count == sources.count, answers.allSatisfy({ (try? BlockAnalysis($0)) != nil }) else {
      throw .parserFailed(kit.parser, "its answers are not those of this version")
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
