import ContentStore
import Foundation
import Synchronization

/// The files and folders that programs need, as the lessons folder has them.
struct NeededFiles: Sendable {
  /// Why something that is needed cannot be given to a program.
  enum Fault: Error, Hashable {
    /// There is no such file, or it cannot be read.
    case unreadable(String)
    /// It can be read, but no copy of it can be written.
    case uncopied(String)
    /// The name, or a link of that name, leads out of the lessons folder.
    case outside(String)
    /// The name begins with a dot.
    case hidden(String)
    /// The name is that of a link to a folder, inside a folder that is needed.
    case linkedFolder(String)
  }

  /// A file or folder under the name by which the program finds it.
  struct Item: Hashable {
    /// Its path from the folder in which the program runs.
    var name: String
    /// Its path in the lessons folder, without links.
    var source: String
    var isFolder: Bool
  }

  /// The lessons folder.
  let folder: SourceFolder
  /// Told what was read.
  let log: ReadFiles

  /// The digest by which results are found, of the content as it is now; files that have not changed are not read.
  func plannedDigest(of need: String, in store: ContentStore) -> Digest? {
    try? digest(of: need) { item throws(Fault) in
      guard !item.isFolder else { return nil }
      guard let digest = store.digest(ofFile: folder.path(of: item.source)) else {
        throw .unreadable(item.name)
      }
      return digest
    }
  }

  /// Copies something needed into the folder `target`; answers the digest of the bytes that were copied.
  func copy(_ need: String, into target: String) throws(Fault) -> Digest {
    try digest(of: need) { item throws(Fault) in
      let path = "\(target)/\(item.name)"
      if item.isFolder {
        guard FileBytes.makeFolder(path) else { throw .uncopied(item.name) }
        return nil
      }
      // Something else that is needed may have brought it along.
      if let copy = FileBytes.read(path) { return Digest(of: copy) }
      guard let bytes = FileBytes.read(folder.path(of: item.source)) else { throw .unreadable(item.name) }
      guard FileBytes.write(bytes, to: path), chmod(path, 0o444) == 0 else { throw .uncopied(item.name) }
      return Digest(of: bytes)
    }
  }

  /// The digest of something needed: of a file's content, or of a folder's names and contents.
  ///
  /// `visit` gives the digest of a file; it is told of folders before what lies in them.
  private func digest(of need: String, _ visit: (Item) throws(Fault) -> Digest?) throws(Fault) -> Digest {
    let items = try items(of: need)
    var builder = DigestBuilder()
    for item in items {
      guard let digest = try visit(item) else {
        builder.add("folder", item.name)
        continue
      }
      log.add(item.source, digest)
      if !items[0].isFolder { return digest }
      builder.add(item.name, digest)
    }
    log.add(
      folder: items[0].source,
      items.dropFirst().map { items[0].source + $0.name.dropFirst(items[0].name.count) })
    return builder.digest()
  }

  /// What is needed by that name: one file, or a folder followed by all that lies in it, hidden files left out.
  private func items(of need: String) throws(Fault) -> [Item] {
    let name = need.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    if need.hasPrefix("/") { throw .outside(need) }
    if name.isEmpty { throw .unreadable(need) }
    var items = [try item(name, at: name)]
    var next = 0
    while next < items.count {
      let parent = items[next]
      next += 1
      guard parent.isFolder else { continue }
      guard let entries = FolderEntry.all(in: folder.path(of: parent.source)) else {
        throw .unreadable(parent.name)
      }
      for entry in entries where !entry.text.hasPrefix(".") {
        let name = "\(parent.name)/\(entry.text)"
        guard entry.isText, entry.kind != .other else { throw .unreadable(name) }
        let item = try item(name, at: parent.source.isEmpty ? entry.text : "\(parent.source)/\(entry.text)")
        if item.isFolder && entry.kind == .link { throw .linkedFolder(name) }
        items.append(item)
      }
    }
    return items
  }

  private func item(_ name: String, at path: String) throws(Fault) -> Item {
    switch folder.place(of: path) {
    case .inside(let source, let isFolder): return Item(name: name, source: source, isFolder: isFolder)
    case .outside: throw .outside(name)
    case .hidden: throw .hidden(name)
    case .absent: throw .unreadable(name)
    }
  }
}

/// What programs were given of the lessons folder, as it was when they were given it.
public final class ReadFiles: Sendable {
  /// Something that was read.
  public enum Reading: Sendable, Hashable {
    /// A file of that name, and its content's digest.
    case file(String, Digest)
    /// A folder of that name, and the names of all that lay in it.
    case folder(String, [String])
  }

  private let readings = Mutex<Set<Reading>>([])

  /// Nothing yet.
  public init() {}

  /// All that was read.
  public var all: Set<Reading> { readings.withLock { $0 } }

  func add(_ file: String, _ digest: Digest) { readings.withLock { _ = $0.insert(.file(file, digest)) } }

  func add(folder: String, _ names: [String]) {
    readings.withLock { _ = $0.insert(.folder(folder, names.sorted())) }
  }
}
