import ContentStore
import Foundation
import Synchronization

/// The parser, in a library that is loaded on the first block never read before.
final class SyntaxLibrary: Sendable {
  private typealias Read = @convention(c) (UnsafePointer<UInt8>?, Int, UnsafeMutablePointer<Int>)
    -> UnsafeMutablePointer<UInt8>?
  private typealias Free = @convention(c) (UnsafeMutablePointer<UInt8>?) -> Void

  private struct Entries {
    var read: Read
    var free: Free
  }

  private let path: String
  private let entries = Mutex<Result<Entries, MissingTool>?>(nil)

  /// The library at `path`; nothing is loaded yet.
  init(path: String) {
    self.path = path
  }

  /// What LessonSyntax says of `source`.
  func answer(_ source: [UInt8]) throws(MissingTool) -> [UInt8] {
    let entries = try self.entries.withLock { known in
      let loaded = known ?? Self.load(path)
      known = loaded
      return loaded
    }.get()
    var count = 0
    let answer = source.withUnsafeBufferPointer { entries.read($0.baseAddress, $0.count, &count) }
    defer { entries.free(answer) }
    return Array(UnsafeBufferPointer(start: answer, count: count))
  }

  private static func load(_ path: String) -> Result<Entries, MissingTool> {
    guard let library = dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
      let reason = dlerror().map { String(cString: $0) } ?? "no reason given"
      return .failure(
        MissingTool(
          message: "the Swift parser cannot be loaded: \(reason)",
          help: "build the project again with the toolchain that PATH leads to"))
    }
    guard let read = dlsym(library, "lesson_syntax"), let free = dlsym(library, "lesson_syntax_free") else {
      return .failure(
        MissingTool(message: "\(path) is not the Swift parser", help: "build the project again"))
    }
    return .success(
      Entries(read: unsafeBitCast(read, to: Read.self), free: unsafeBitCast(free, to: Free.self)))
  }
}

/// Reads blocks of code, each text once for all builds.
package struct BlockReader: Sendable {
  private let library: SyntaxLibrary
  private let store: ContentStore
  private let version: String

  /// A reader that remembers in `store`; the answers belong to the compiler's `version`.
  package init(kit: Kit, store: ContentStore, version: String) {
    library = SyntaxLibrary(path: kit.syntaxLibrary)
    self.store = store
    self.version = version
  }

  /// What the parser found in each of the blocks.
  ///
  /// All answers for one lesson are stored together as well: a build in which nothing changed reads one file.
  package func analyses(of sources: [String]) throws(MissingTool) -> [BlockAnalysis] {
    if sources.isEmpty { return [] }
    var builder = DigestBuilder()
    for source in sources { builder.add("block", digest(of: source)) }
    let key = builder.digest()
    if let known = store.content("blocks", key), let analyses = Self.decode(known, count: sources.count) {
      return analyses
    }
    var answers: [[UInt8]] = []
    var analyses: [BlockAnalysis] = []
    for source in sources {
      let answer = try self.answer(source)
      answers.append(answer)
      analyses.append((try? BlockAnalysis(answer)) ?? BlockAnalysis())
    }
    var wire = WireEncoder()
    wire.write(answers) { $0.write($1) }
    store.store("blocks", key, wire.bytes)
    return analyses
  }

  private func digest(of source: String) -> Digest {
    Digest(["version": Array("1 \(version)".utf8), "source": Array(source.utf8)])
  }

  private func answer(_ source: String) throws(MissingTool) -> [UInt8] {
    let key = digest(of: source)
    if let known = store.content("block", key), (try? BlockAnalysis(known)) != nil { return known }
    let answer = try library.answer(Array(source.utf8))
    store.store("block", key, answer)
    return answer
  }

  private static func decode(_ content: [UInt8], count: Int) -> [BlockAnalysis]? {
    var wire = WireDecoder(content)
    let analyses = try? wire.list { (wire) throws(WireDamage) in
      try BlockAnalysis(Array(try wire.slice()))
    }
    return analyses?.count == count ? analyses : nil
  }
}
