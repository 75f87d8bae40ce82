import Foundation

/// Whole files as bytes.
public enum FileBytes {
  /// The largest file that is read unless a caller says otherwise: 1 GB.
  public static let limit = 1 << 30

  /// The content of the file at `path`, or nil if it cannot be read.
  public static func read(_ path: String, atMost limit: Int = limit) -> [UInt8]? {
    try? content(of: path, atMost: limit)
  }

  /// The content of the file at `path`, or why there is none.
  ///
  /// Nothing is waited for: a pipe, a socket or a device is no file, whether or not somebody writes into it.
  public static func content(of path: String, atMost limit: Int = limit) throws(UnreadableFile) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw UnreadableFile(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw UnreadableFile(path, errno) }
    if let special = UnreadableFile(mode: status.st_mode) { throw special }
    if status.st_size > limit { throw .tooLarge(bytes: Int(status.st_size), limit: limit) }
    guard let bytes = read(descriptor, expecting: Int(status.st_size)) else { throw .refused(errno) }
    return bytes
  }

  /// Puts `content` at `path` in one step, creating folders as needed; answers whether that succeeded.
  ///
  /// The file appears whole or not at all, whatever happens meanwhile.
  public static func replace(_ path: String, with content: [UInt8]) -> Bool {
    let temporary = "\(path).\(getpid()).\(UInt32.random(in: 0 ... .max)).partial"
    if write(content, to: temporary), rename(temporary, path) == 0 { return true }
    unlink(temporary)
    return false
  }

  /// Makes the folder at `path` and those above it, where there are none; answers whether it is there.
  ///
  /// If it is not, `errno` says why.
  public static func makeFolder(_ path: String) -> Bool {
    if path.isEmpty || mkdir(path, 0o755) == 0 { return true }
    if errno == EEXIST {
      var status = stat()
      if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return true }
      errno = ENOTDIR
      return false
    }
    let parent = (path as NSString).deletingLastPathComponent
    guard errno == ENOENT, parent != path, makeFolder(parent) else { return false }
    return mkdir(path, 0o755) == 0 || errno == EEXIST
  }

  /// Writes `content` to a new file at `path`, creating folders as needed; answers whether that succeeded.
  ///
  /// If it did not, `errno` says why.
  public static func write(_ content: [UInt8], to path: String) -> Bool {
    var descriptor = create(path)
    if descriptor < 0, errno == ENOENT {
      guard makeFolder((path as NSString).deletingLastPathComponent) else { return false }
      descriptor = create(path)
    }
    guard descriptor >= 0 else { return false }
    let isWritten = content.withUnsafeBytes { writeAll($0, to: descriptor) }
    return close(descriptor) == 0 && isWritten
  }

  private static func create(_ path: String) -> Int32 {
    open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  }

  private static func read(_ descriptor: Int32, expecting size: Int) -> [UInt8]? {
    var isBroken = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let step = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
        if step == 0 { break }
        if step < 0 && errno != EINTR {
          isBroken = true
          break
        }
        count += max(0, step)
      }
    }
    return isBroken ? nil : bytes
  }

  private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let step = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
      if step < 0 && errno != EINTR { return false }
      done += max(0, step)
    }
    return true
  }
}
