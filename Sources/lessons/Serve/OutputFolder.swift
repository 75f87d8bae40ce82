import Glibc

/// A file that is open for reading, until nobody holds it any longer.
final class OpenFile {
  /// The file's length.
  let count: Int
  private let descriptor: Int32

  /// Takes over `descriptor`; nil, the descriptor being closed, if it is not an ordinary file.
  init?(_ descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    count = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// At most `limit` bytes from `offset` on; nothing at the end or where the file cannot be read.
  func bytes(from offset: Int, limit: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, limit, off_t(offset)))
    }
  }

  /// The whole file.
  var bytes: [UInt8] {
    var all: [UInt8] = []
    while all.count < count {
      let next = bytes(from: all.count, limit: count - all.count)
      if next.isEmpty { break }
      all += next
    }
    return all
  }
}

/// The folder of the built course, as the server hands it out: no link is followed, nothing hidden is found.
struct OutputFolder: Sendable {
  /// The folder's path.
  let path: String

  /// What a name in the folder leads to.
  enum Entry {
    case file(OpenFile)
    case folder
  }

  /// What stands at the place that `names` lead to; nil where nothing is to be had.
  func entry(_ names: [String]) -> Entry? {
    guard !names.contains(where: { $0.hasPrefix(".") || $0.contains("/") }) else { return nil }
    var folder = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return nil }
    for (index, name) in names.enumerated() {
      // A pipe is not waited for.
      let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
      let next = openat(folder, name, flags | (index + 1 < names.count ? O_DIRECTORY : 0))
      close(folder)
      guard next >= 0 else { return nil }
      folder = next
    }
    var status = stat()
    guard fstat(folder, &status) == 0 else {
      close(folder)
      return nil
    }
    if status.st_mode & S_IFMT != S_IFDIR { return OpenFile(folder).map { .file($0) } }
    close(folder)
    return .folder
  }

  /// The file at the place that `names` lead to.
  func file(_ names: [String]) -> OpenFile? {
    if case .file(let file)? = entry(names) { file } else { nil }
  }
}
