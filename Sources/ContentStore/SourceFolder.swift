import Foundation

/// A folder out of which nothing is read: neither by `..` nor through a symbolic link.
///
/// The folder itself may be a symbolic link.
public struct SourceFolder: Sendable {
  /// Where a name leads.
  public enum Place: Sendable, Hashable {
    /// To something in the folder; `name` is its path in it without any link.
    case inside(name: String, isFolder: Bool)
    /// Out of the folder.
    case outside
    /// To a file or folder whose name begins with a dot; these do not count.
    case hidden
    /// To nothing.
    case absent
  }

  /// The folder, as it was named.
  public let path: String
  private let root: String

  /// The folder at `path`.
  public init(_ path: String) {
    self.path = path
    root = Self.real(path) ?? path
  }

  /// The path of something in the folder whose place is known.
  public func path(of name: String) -> String { name.isEmpty ? root : "\(root)/\(name)" }

  /// Where `name`, a path from the folder, leads.
  public func place(of name: String) -> Place {
    let parts = name.split(separator: "/").filter { $0 != "." }
    if name.hasPrefix("/") || parts.contains("..") { return .outside }
    if parts.contains(where: { $0.hasPrefix(".") }) { return .hidden }
    guard let real = Self.real(([root[...]] + parts).joined(separator: "/")) else { return .absent }
    let prefix = root == "/" ? "/" : root + "/"
    guard real.utf8.elementsEqual(root.utf8) || real.utf8.starts(with: prefix.utf8) else { return .outside }
    var status = stat()
    guard stat(real, &status) == 0 else { return .absent }
    let inside = String(decoding: real.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
    return .inside(name: inside, isFolder: status.st_mode & S_IFMT == S_IFDIR)
  }

  /// The content of the file `name`; nil if it cannot be read, is hidden or lies outside.
  public func read(_ name: String) -> [UInt8]? {
    guard case .inside(let name, isFolder: false) = place(of: name) else { return nil }
    return FileBytes.read(path(of: name))
  }

  /// The names of what lies in the folder and its subfolders, in no order, and of symbolic links that lead outside.
  ///
  /// Hidden files do not count; a symbolic link to a folder is named and not followed.
  public func names() -> (inside: [String], outside: [String]) {
    let entries = entries()
    let outside = entries.filter { $0.isLink && place(of: $0.name) == .outside }.map(\.name)
    let leaving = Set(outside)
    return (entries.map(\.name).filter { !leaving.contains($0) }, outside)
  }

  private func entries() -> [(name: String, isLink: Bool)] {
    var found: [(name: String, isLink: Bool)] = []
    var open = [""]
    while let folder = open.popLast() {
      for entry in FolderEntry.all(in: path(of: folder)) ?? [] where !entry.text.hasPrefix(".") {
        let name = folder.isEmpty ? entry.text : "\(folder)/\(entry.text)"
        found.append((name, entry.kind == .link))
        if entry.kind == .folder { open.append(name) }
      }
    }
    return found
  }

  /// The path without links, or nil if it leads nowhere or in a circle.
  private static func real(_ path: String) -> String? {
    guard let real = realpath(path.isEmpty ? "." : path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
