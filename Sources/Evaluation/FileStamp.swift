import ContentStore
import Foundation

/// Which state of a file this is, without reading it.
struct FileStamp {
  var path: String
  var size: Int
  var seconds: Int
  var nanoseconds: Int

  /// The state of the file at `path`, or nil if there is none.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.path = path
    size = Int(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }

  var text: String { "\(path) \(size) \(seconds).\(nanoseconds)" }
}

extension ContentStore {
  /// The digest of a file's content; a file that has not changed since is not read again.
  func digest(ofFile path: String) -> Digest? {
    guard let stamp = FileStamp(path) else { return nil }
    let key = Digest(["file": Array(stamp.text.utf8)])
    if let known = content("file", key), known.count == 64 {
      return Digest(["content": known])
    }
    guard let bytes = FileBytes.read(path) else { return nil }
    let hash = Array(Digest(of: bytes).description.utf8)
    store("file", key, hash)
    return Digest(["content": hash])
  }
}
