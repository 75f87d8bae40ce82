import ArgumentParser
import ContentStore
import Foundation

/// `lessons clean`: forgets earlier results.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Removes the results of earlier runs; the built course stays.",
    discussion: """
      Only a folder that this tool has marked as its cache is touched, and only what the tool has put there is \
      removed.
      """)

  @OptionGroup var results: CacheOptions

  func run() throws {
    let path = results.cache
    let cache = CacheFolder(path)
    switch cache.kind {
    case .absent:
      Terminal.standardError("nothing to remove: there is no \(path)\n")
    case .foreign:
      throw UsageFailure(
        message: "'\(path)' is no folder of results: it has no mark of this tool (\(CacheFolder.tagName)); "
          + "nothing was removed; name the folder that builds were given by --cache")
    case .cache:
      try checkHarmless(path)
      let isGone = cache.remove()
      Terminal.standardError(isGone ? "removed \(path)\n" : "emptied \(path), except for files of others\n")
    }
  }

  /// Throws `UsageFailure` if somebody's work lies in the folder, whatever mark it carries.
  private func checkHarmless(_ path: String) throws {
    let folder = FolderPlaces.real(path)
    let here = FolderPlaces.real(FileManager.default.currentDirectoryPath)
    let holdsHere = [here, FolderPlaces.real(SourceOptions.standardFolder)].contains {
      $0 == folder || FolderPlaces.lies($0, in: folder)
    }
    let names = (FolderEntry.all(in: folder) ?? []).map(\.text)
    let holdsWork = names.contains { name in
      [".git", "course.yml"].contains(name) || (name.hasSuffix(".md") && name.first?.isNumber == true)
    }
    if holdsHere || holdsWork {
      throw UsageFailure(
        message:
          "'\(path)' holds more than results: lessons, a repository or the current folder; nothing was removed; "
          + "remove what is not wanted by hand")
    }
  }
}
