import ContentStore
import Foundation
import Testing

@Suite struct CacheFolderTests {
  private let root = FileManager.default.temporaryDirectory.path + "/cache-folder-\(UUID().uuidString)"
  private var path: String { root + "/cache" }
  private var tag: String { path + "/" + CacheFolder.tagName }

  private func withCache(_ body: (CacheFolder) throws -> Void) throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    let store = ContentStore(folder: path)
    for kind in CacheFolder.kinds { #expect(store.store(kind, Digest(of: Array(kind.utf8)), [1])) }
    #expect(FileBytes.write([1], to: path + "/modules/0123abcd/Swift-1.pcm"))
    try body(CacheFolder(path))
  }

  private func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

  @Test func `a cache is marked and can be removed`() throws {
    try withCache { cache in
      #expect(FileBytes.read(tag)?.starts(with: "Signature: 8a477f597d28d172789f06886806bc55\n".utf8) == true)
      #expect(cache.kind == .cache)
      #expect(cache.remove())
      #expect(cache.kind == .absent && !isThere(path))
    }
  }

  @Test(arguments: [
    "notes.txt", "result/notes.txt", "result/ab/notes.txt", "mine/ab/\(String(repeating: "c", count: 62))",
    "modules/mine/a", "build/ab/cd/\(String(repeating: "c", count: 62))",
    "objects/ab/\(String(repeating: "c", count: 62))",
    ".git/config",
  ])
  func `files of others in a cache stay`(name: String) throws {
    try withCache { cache in
      #expect(FileBytes.write([7], to: path + "/" + name))
      #expect(!cache.remove())
      #expect(FileBytes.read(path + "/" + name) == [7])
      let left = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
      #expect(left.filter { FileBytes.read(path + "/" + $0) != nil } == [name])
    }
  }

  @Test func `a folder without the mark is foreign if anything in it is, and a cache if nothing is`() throws {
    try withCache { cache in
      unlink(tag)
      #expect(cache.kind == .cache)
      #expect(FileBytes.write([7], to: path + "/notes.txt"))
      #expect(cache.kind == .foreign)
      #expect(
        FileBytes.write(Array("Signature: 8a477f597d28d172789f06886806bc55\n# Of cargo.\n".utf8), to: tag))
      #expect(cache.kind == .foreign)
    }
  }

  @Test func `an empty folder and a file are no caches`() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    #expect(FileBytes.makeFolder(path) && CacheFolder(path).kind == .foreign)
    #expect(FileBytes.write([1], to: root + "/file") && CacheFolder(root + "/file").kind == .foreign)
    #expect(CacheFolder(root + "/gone").kind == .absent)
  }

  @Test func `a folder that somebody uses otherwise gets no mark`() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    #expect(FileBytes.write([7], to: path + "/thesis.txt"))
    #expect(ContentStore(folder: path).store("result", Digest(of: []), [1]))
    #expect(!isThere(tag) && CacheFolder(path).kind == .foreign)
  }

  @Test func `links in a cache are not followed, and a cache behind a link is emptied`() throws {
    try withCache { _ in
      #expect(FileBytes.write([7], to: root + "/other/ab/\(String(repeating: "c", count: 62))"))
      #expect(symlink("../other", path + "/pdf2") == 0 && rename(path + "/weight", root + "/weight") == 0)
      #expect(symlink("../other", path + "/weight") == 0)
      #expect(symlink("cache", root + "/link") == 0)
      #expect(CacheFolder(root + "/link").kind == .cache)
      #expect(!CacheFolder(root + "/link").remove())
      #expect(FolderEntry.all(in: path)?.map(\.text) == ["pdf2", "weight"])
      #expect(FolderEntry.all(in: root + "/other/ab")?.count == 1)
    }
  }

  @Test func `every kind that is stored is known to cleaning`() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources").path
    var kinds: Set<String> = []
    for name in FileManager.default.enumerator(atPath: sources)?.compactMap({ $0 as? String }) ?? []
    where name.hasSuffix(".swift") {
      let text = try String(contentsOfFile: sources + "/" + name, encoding: .utf8)
      for match in text.matches(of: /\bstore\("([a-z]+)",|\bstore\.store\(\s*"([a-z]+)"/) {
        kinds.insert(String(match.1 ?? match.2 ?? ""))
      }
    }
    #expect(kinds.count > 10 && kinds.subtracting(CacheFolder.kinds).isEmpty, "\(kinds)")
  }
}
