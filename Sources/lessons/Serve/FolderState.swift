import ContentStore
import Foundation

/// The files of a folder, as they are at one moment.
struct FolderState {
  private let folder: String
  private let stamps: [String: FileStamp]

  /// How often a folder is looked at, in seconds.
  private static let interval = 0.15

  /// The state of `folder` now; hidden files do not count.
  init(_ folder: String) {
    self.folder = folder
    let stamps = CourseFolder.files(in: folder).compactMap { name in
      FileStamp("\(folder)/\(name)").map { (name, $0) }
    }
    self.stamps = Dictionary(stamps) { first, _ in first }
  }

  /// Waits until a file is another one than here, and then until nothing has changed for a moment: editors and
  /// version control write several files.
  ///
  /// The folder is looked at several times a second, which finds changes on every file system, also on those
  /// that report none.
  func waitForChange() {
    var last = self
    var isChanged = false
    while true {
      Thread.sleep(forTimeInterval: Self.interval)
      let now = FolderState(folder)
      if isChanged && now.stamps == last.stamps { return }
      isChanged = now.stamps != stamps
      last = now
    }
  }
}
