import ContentStore
import Foundation

/// An output folder, seen as what this tool wrote and what others have put there.
struct SiteTree {
  /// The folder.
  let path: [UInt8]
  /// What this tool wrote.
  let manifest: SiteManifest

  /// What of others lies in the folder, as paths from it; a folder of theirs is named as a whole.
  var foreign: [[UInt8]] { foreign(in: [], manifest.folders) }

  /// What of others lies in the folder; what lies in `shared` folders is named by itself.
  private func foreign(in folder: [UInt8], _ shared: Set<[UInt8]>) -> [[UInt8]] {
    guard let entries = FolderEntry.all(in: path.appending(folder)) else {
      return folder.isEmpty ? [] : [folder]
    }
    return entries.flatMap { entry -> [[UInt8]] in
      let name = folder.appending(entry.name)
      if name.elementsEqual(SiteManifest.name.utf8) && entry.kind == .file { return [] }
      if entry.kind == .folder { return shared.contains(name) ? foreign(in: name, shared) : [name] }
      return manifest.files.contains(name) ? [] : [name]
    }
  }

  /// What of others stands where a site of the files of `new` has to stand.
  func obstacle(to new: SiteManifest) -> [UInt8]? {
    foreign(in: [], manifest.folders.union(new.folders)).first { path in
      new.files.contains(path) || new.folders.contains(path)
        || path.parentPaths.contains(where: new.files.contains)
        || path.elementsEqual(SiteManifest.name.utf8)
    }
  }

  /// Moves what others have put here into another folder, under the same names.
  ///
  /// Nothing there is replaced. Answers what could not be moved, which stays here.
  @discardableResult
  func moveForeign(to other: [UInt8]) -> (path: [UInt8], reason: String)? {
    var failure: (path: [UInt8], reason: String)?
    for name in foreign {
      for parent in name.parentPaths { mkdir(other.appending(parent).cString, 0o755) }
      if let reason = ForeignFile(path.appending(name)).move(to: other.appending(name)) {
        failure = failure ?? (name, reason)
      }
    }
    return failure
  }

  /// Removes the files that this tool wrote, and the folders that are empty then.
  ///
  /// Answers whether nothing is left. What others have put there stays, with the list that tells what is whose.
  func removeOwn() -> Bool {
    removeOwn(in: [])
    let list = path.appending(Array(SiteManifest.name.utf8))
    guard let left = FolderEntry.all(in: path) else { return access(path.cString, F_OK) != 0 }
    guard left.allSatisfy({ $0.name.elementsEqual(SiteManifest.name.utf8) }) else { return false }
    unlink(list.cString)
    if rmdir(path.cString) == 0 || errno == ENOENT { return true }
    _ = FileBytes.write(SiteManifest([String]()).bytes, to: String(decoding: list, as: UTF8.self))
    return false
  }

  private func removeOwn(in folder: [UInt8]) {
    let place = path.appending(folder)
    for entry in FolderEntry.all(in: place) ?? [] {
      let name = folder.appending(entry.name), whole = path.appending(name)
      if entry.kind == .folder && manifest.folders.contains(name) {
        removeOwn(in: name)
        rmdir(whole.cString)
      } else if entry.kind != .folder && manifest.files.contains(name), unlink(whole.cString) != 0,
        errno == EACCES
      {
        chmod(place.cString, 0o755)
        unlink(whole.cString)
      }
    }
  }
}
