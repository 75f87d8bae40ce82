import Foundation

/// The folder of a store, as something that is marked, recognised and removed.
///
/// What the tool has put into it is known by name; everything else belongs to somebody else and stays.
public struct CacheFolder: Sendable {
  /// What a folder turned out to be.
  public enum Kind: Sendable {
    /// There is nothing.
    case absent
    /// A cache of this tool.
    case cache
    /// A folder or file of somebody else.
    case foreign
  }

  /// The name of the file that marks a folder as a cache, for this tool, for backups and for others.
  public static let tagName = "CACHEDIR.TAG"
  /// The kinds of content that are stored, each in a folder of its own.
  public static let kinds: Set = [
    "block", "blocks", "body", "build", "colours", "diagram", "file", "formula", "formulas", "output", "pdf",
    "print", "record", "reference", "references", "result", "sections", "site", "summary", "toolchain",
    "weight",
  ]

  private static let own =
    "# This folder holds results of earlier runs of lessons; `lessons clean` removes them.\n"
  private static let tagContent = Array(
    ("Signature: 8a477f597d28d172789f06886806bc55\n" + own + "# See https://bford.info/cachedir/\n").utf8)

  private let path: String

  /// The folder at `path`.
  public init(_ path: String) { self.path = path }

  /// What the folder is; one without the mark counts if nothing else lies in it than the tool's own.
  public var kind: Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .absent }
    guard let entries = FolderEntry.all(in: real) else { return .foreign }
    if isTagged { return .cache }
    return !entries.isEmpty && sweep(removing: false) == 0 ? .cache : .foreign
  }

  /// Removes what the tool has put into the folder, and the folder if nothing else lies in it.
  ///
  /// Answers whether nothing is left. A folder that is reached by a symbolic link is emptied and stays.
  public func remove() -> Bool {
    let left = sweep(removing: true)
    return left == 0 && (isLink || rmdir(path) == 0)
  }

  /// Marks the folder, unless it is marked or others have put something into it.
  func tag() {
    let tag = path + "/" + Self.tagName
    guard access(tag, F_OK) != 0 else { return }
    let entries = FolderEntry.all(in: real) ?? []
    if entries.allSatisfy({ Self.isOwn([$0.text], $0.kind) }) {
      _ = FileBytes.replace(tag, with: Self.tagContent)
    }
  }

  private var isTagged: Bool {
    let content = FileBytes.read(path + "/" + Self.tagName) ?? []
    return content.starts(with: Self.tagContent.prefix(43))
      && !content.ranges(of: Array(Self.own.utf8)).isEmpty
  }

  private var isLink: Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  private var real: String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }

  /// Goes through the folder; answers how many things in it are not the tool's, or could not be removed.
  private func sweep(removing: Bool) -> Int {
    sweep(Array(real.utf8), [], removing)
  }

  private func sweep(_ folder: [UInt8], _ names: [String], _ removing: Bool) -> Int {
    guard let entries = FolderEntry.all(in: folder) else { return 1 }
    var left = 0
    for entry in entries {
      let names = names + [entry.text], path = folder + [0x2F] + entry.name
      guard entry.isText, Self.isOwn(names, entry.kind) else {
        left += 1
        continue
      }
      let isFolder = entry.kind == .folder
      let inside = isFolder ? sweep(path, names, removing) : 0
      left += inside
      guard removing, inside == 0 else { continue }
      if (isFolder ? rmdir(path.cString) : unlink(path.cString)) != 0, errno != ENOENT { left += 1 }
    }
    return left
  }

  /// Whether the tool gives such names: `KIND/ab/cdef…`, the compiler's `modules/abcdef01/…`, and the tag.
  private static func isOwn(_ names: [String], _ kind: FolderEntry.Kind) -> Bool {
    let isModule = names[0] == "modules"
    switch names.count {
    case 1 where kind == .folder: return isModule || kinds.contains(names[0])
    case 1:
      return kind == .file && (names[0] == ".probe" || isEntry(names[0], tagName.utf8.count, of: tagName))
    case 2: return kind == .folder && isHexadecimal(names[1], isModule ? 8 : 2)
    case 3 where !isModule: return kind == .file && isEntry(names[2], 62)
    default: return isModule
    }
  }

  /// Whether this is the name of a stored file, or of one that was being written.
  private static func isEntry(_ name: String, _ length: Int, of only: String? = nil) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let stem = only ?? String(parts[0])
    guard only == nil ? isHexadecimal(stem, length) : name.hasPrefix(stem) else { return false }
    let rest = name.dropFirst(stem.count)
    return rest.isEmpty || (rest.hasPrefix(".") && rest.hasSuffix(".partial"))
  }

  private static func isHexadecimal(_ text: String, _ length: Int) -> Bool {
    text.utf8.count == length
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
