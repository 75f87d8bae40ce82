import ContentStore
import Foundation
import Testing

@Suite struct FileStampTests {
  private func withFile(_ body: (String, ContentStore) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/file-stamp-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(FileBytes.write([1, 2, 3], to: folder + "/file"))
    try body(folder + "/file", ContentStore(folder: folder + "/store"))
  }

  @Test func `a file that is replaced has another stamp, although its size and time are the same`() throws {
    try withFile { path, _ in
      let before = try #require(FileStamp(path))
      #expect(FileStamp(path) == before)
      #expect(FileBytes.replace(path, with: [4, 5, 6]))
      var times = [timespec(tv_sec: before.seconds, tv_nsec: before.nanoseconds)]
      times.append(times[0])
      #expect(utimensat(AT_FDCWD, path, times, 0) == 0)
      let after = try #require(FileStamp(path))
      #expect(
        (after.size, after.seconds, after.nanoseconds) == (before.size, before.seconds, before.nanoseconds))
      #expect(after != before && after.description != before.description)
    }
  }

  @Test func `a file that is overwritten in place has another stamp, although its times were set back`()
    throws
  {
    try withFile { path, store in
      let before = try #require(FileStamp(path))
      let digest = store.digest(ofFile: path)
      #expect(FileBytes.write([4, 5, 6], to: path))
      let time = timespec(tv_sec: before.seconds, tv_nsec: before.nanoseconds)
      #expect(utimensat(AT_FDCWD, path, [time, time], 0) == 0)
      let after = try #require(FileStamp(path))
      #expect(after.inode == before.inode && after.size == before.size && after.modified == before.modified)
      #expect(after != before && after.description != before.description)
      #expect(store.digest(ofFile: path) != digest)
    }
  }

  @Test func `the digest of a file that has only just changed is not remembered`() throws {
    try withFile { path, store in
      #expect(FileStamp(path)?.isSettled == false)
      _ = store.digest(ofFile: path)
      #expect(FolderEntry.all(in: store.folder) == nil)
      sleep(4)
      #expect(FileStamp(path)?.isSettled == true)
      _ = store.digest(ofFile: path)
      #expect(FolderEntry.all(in: store.folder)?.map(\.text) == [CacheFolder.tagName, "file"])
    }
  }

  @Test func `what is not there has no stamp and no digest`() throws {
    try withFile { path, store in
      #expect(FileStamp(path + "x") == nil)
      #expect(store.digest(ofFile: path + "x") == nil)
    }
  }

  @Test func `the digest of a file is that of its content, wherever it lies and however often it is asked`()
    throws
  {
    try withFile { path, store in
      let digest = try #require(store.digest(ofFile: path))
      #expect(store.digest(ofFile: path) == digest)
      #expect(FileBytes.write([1, 2, 3], to: path + "2"))
      #expect(store.digest(ofFile: path + "2") == digest)
      #expect(FileBytes.replace(path, with: [1, 2, 4]))
      #expect(store.digest(ofFile: path) != digest)
    }
  }
}
