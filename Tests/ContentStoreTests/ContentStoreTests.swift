import ContentStore
import Foundation
import Testing

@Suite struct ContentStoreTests {
  private func withStore(_ body: (ContentStore) throws -> Void) rethrows {
    let folder = FileManager.default.temporaryDirectory.path + "/content-store-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(ContentStore(folder: folder))
  }

  private func entries(_ store: ContentStore) -> [String] {
    let files = FileManager.default.enumerator(atPath: store.folder)?.compactMap { $0 as? String } ?? []
    return files.filter { $0 != CacheFolder.tagName }.map { store.folder + "/" + $0 }
      .filter { FileBytes.read($0) != nil }
  }

  private let key = Digest(of: [1, 2, 3])

  @Test func `what was stored is found again under its key and no other`() {
    withStore { store in
      #expect(store.content("run", key) == nil)
      #expect(store.store("run", key, [4, 5, 6]))
      #expect(store.content("run", key) == [4, 5, 6])
      #expect(store.content("page", key) == nil)
      #expect(store.content("run", Digest(of: [])) == nil)
    }
  }

  @Test func `a damaged entry counts as absent and can be stored anew`() throws {
    try withStore { store in
      store.store("run", key, Array(repeating: 7, count: 100))
      let entry = try #require(entries(store).first)
      var bytes = try #require(FileBytes.read(entry))
      bytes[50] ^= 1
      #expect(FileBytes.replace(entry, with: bytes))
      #expect(store.content("run", key) == nil)
      #expect(FileBytes.replace(entry, with: Array(bytes.prefix(10))))
      #expect(store.content("run", key) == nil)
      store.store("run", key, [1])
      #expect(store.content("run", key) == [1])
    }
  }

  @Test func `many writers of one entry leave a whole one and no other file`() {
    withStore { store in
      DispatchQueue.concurrentPerform(iterations: 200) { _ in
        store.store("run", key, Array(repeating: 9, count: 10_000))
        if let content = store.content("run", key) { #expect(content.count == 10_000) }
      }
      #expect(entries(store).count == 1)
    }
  }

  @Test func `a folder that cannot be written loses the saving and nothing else`() {
    let store = ContentStore(folder: "/dev/null/nowhere")
    #expect(!store.store("run", key, [1]))
    #expect(store.content("run", key) == nil)
  }
}
