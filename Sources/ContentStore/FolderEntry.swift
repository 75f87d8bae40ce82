import Foundation

/// Something that lies in a folder; its name is bytes, since file systems ask for no encoding.
public struct FolderEntry: Sendable {
  /// What kinds of things lie in folders.
  public enum Kind: Sendable {
    /// A file of bytes.
    case file
    /// A folder.
    case folder
    /// A symbolic link.
    case link
    /// A pipe, a socket or a device.
    case other
  }

  /// The name, without a closing zero.
  public let name: [UInt8]
  /// What it is; a symbolic link is not followed.
  public let kind: Kind

  /// The name as text, in which bytes that are no UTF-8 are replaced.
  public var text: String { String(decoding: name, as: UTF8.self) }
  /// Whether the name is text as it stands.
  public var isText: Bool { Array(text.utf8) == name }

  /// What lies in the folder at `path`, in the order of the names; nil if it cannot be read or is a link.
  public static func all(in path: [UInt8]) -> [FolderEntry]? {
    let descriptor = open(path.cString, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard let stream = fdopendir(descriptor) else {
      close(descriptor)
      return nil
    }
    defer { closedir(stream) }
    var entries: [FolderEntry] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name == [0x2E] || name == [0x2E, 0x2E] { continue }
      entries.append(FolderEntry(name: name, kind: kind(entry.pointee.d_type, path + [0x2F] + name)))
    }
    return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  /// What lies in the folder at `path`, in the order of the names; nil if it cannot be read or is a link.
  public static func all(in path: String) -> [FolderEntry]? { all(in: Array(path.utf8)) }

  /// The kind that the folder's list tells, or where it tells none, the file itself.
  private static func kind(_ type: UInt8, _ path: [UInt8]) -> Kind {
    switch Int(type) {
    case Int(DT_REG): return .file
    case Int(DT_DIR): return .folder
    case Int(DT_LNK): return .link
    case Int(DT_UNKNOWN): break
    default: return .other
    }
    var status = stat()
    guard lstat(path.cString, &status) == 0 else { return .other }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }
}

extension [UInt8] {
  /// A path as the system's functions take it.
  public var cString: [CChar] { map { CChar(bitPattern: $0) } + [0] }
}
