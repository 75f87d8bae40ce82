import Foundation

/// Why what stands at a path is not read as a file.
public enum UnreadableFile: Error, Sendable, Hashable, CustomStringConvertible {
  /// Nothing stands there.
  case absent
  /// It is a link that leads to nothing, or round in circles.
  case danglingLink
  /// It is something else: a folder, a pipe, a socket or a device.
  case special(String)
  /// The system refuses, with this error number.
  case refused(Int32)
  /// It has more bytes than are read.
  case tooLarge(bytes: Int, limit: Int)

  /// What `open` meant by an error number.
  init(_ path: String, _ number: Int32) {
    var status = stat()
    switch number {
    case ENOENT, ENOTDIR, ELOOP:
      self = lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK ? .danglingLink : .absent
    case ENXIO: self = .special("a socket or a device")
    default: self = .refused(number)
    }
  }

  /// What a file's mode says it is, if that is no file.
  init?(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: return nil
    case S_IFDIR: self = .special("a folder")
    case S_IFIFO: self = .special("a pipe")
    case S_IFSOCK: self = .special("a socket")
    default: self = .special("a device")
    }
  }

  /// What is wrong, as the second half of a sentence: "is a folder, not a file".
  public var description: String {
    switch self {
    case .absent: "is not there"
    case .danglingLink: "is a link that leads to no file"
    case .special(let kind): "is \(kind), not a file"
    case .refused(let number): "cannot be read: \(String(cString: strerror(number)))"
    case .tooLarge(let bytes, let limit):
      "is too large: it has \(bytes) bytes, and at most \(limit) are read"
    }
  }

  /// What to do about it.
  public var help: String {
    switch self {
    case .absent, .special: "put a file in its place, or remove it"
    case .danglingLink: "correct the link, or remove it"
    case .refused: "look at its permissions and those of its folders"
    case .tooLarge: "split it"
    }
  }
}
