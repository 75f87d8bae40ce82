import Foundation
import Testing

/// Compares a text with the one kept in `Snapshots/`.
///
/// With `UPDATE_SNAPSHOTS=1` the kept text is rewritten. A missing one is recorded and fails, so that nobody
/// forgets to look at it.
func snapshot(_ text: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")
  let file = folder.appending(path: name)
  let kept = try? String(contentsOf: file, encoding: .utf8)
  if kept == text { return }
  let isUpdate = ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1"
  if isUpdate || kept == nil { try text.write(to: file, atomically: true, encoding: .utf8) }
  if kept == nil, !isUpdate {
    Issue.record(
      "the snapshot \(name) was missing; it is recorded now, look at it", sourceLocation: sourceLocation)
  } else if !isUpdate {
    #expect(text == kept, "UPDATE_SNAPSHOTS=1 rewrites \(name)", sourceLocation: sourceLocation)
  }
}
