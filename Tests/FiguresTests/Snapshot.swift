import Foundation
import Testing

/// Compares a text with the one kept under `Snapshots/`.
///
/// `UPDATE_SNAPSHOTS=1` rewrites what is kept; what is missing is recorded, and fails once.
func snapshot(_ text: String, named name: String, file: String = #filePath) throws {
  let folder = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Snapshots")
  let place = folder.appendingPathComponent(name)
  let kept = try? String(contentsOf: place, encoding: .utf8)
  if kept == nil || ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(to: place, atomically: true, encoding: .utf8)
  }
  if let kept {
    #expect(
      text == kept || ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1", "\(name) has changed")
  } else {
    Issue.record("\(name) was missing and has been recorded")
  }
}
