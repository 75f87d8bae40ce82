import Figures
import Foundation

/// What is told how far a training has come.
typealias ProgressHandler = @Sendable (TrainingProgress) -> Void

/// Reads the record of a run while it grows, and tells what it says of progress.
///
/// It looks five times a second, on a thread of its own. A record that is not there yet is waited for.
final class RecordTail: Sendable {
  private let isStopped = DispatchSemaphore(value: 0)
  private let hasEnded = DispatchSemaphore(value: 0)

  /// Follows the record in the file at `path` from now on.
  init(of path: String, tell: @escaping ProgressHandler) {
    let thread = Thread { [isStopped, hasEnded] in
      var reader = RecordReader(path: path)
      while isStopped.wait(timeout: .now() + 0.2) == .timedOut {
        if let progress = reader.newProgress() { tell(progress) }
      }
      if let progress = reader.newProgress() { tell(progress) }
      hasEnded.signal()
    }
    thread.start()
  }

  /// Tells what is still to be told, and ends.
  func stop() {
    isStopped.signal()
    hasEnded.wait()
  }
}

/// The place in a growing record up to which it was read.
private struct RecordReader {
  let path: String
  private var offset: UInt64 = 0

  init(path: String) { self.path = path }

  /// The last progress in those frames that have come since the last call.
  mutating func newProgress() -> TrainingProgress? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    guard (try? file.seek(toOffset: offset)) != nil, let data = try? file.readToEnd() else { return nil }
    let frames = RecordFrame.decode(stream: Array(data)).frames
    offset += UInt64(frames.reduce(0) { $0 + $1.encodedSize })
    let last = frames.last { $0.kind == .progress }
    return last.flatMap { TrainingProgress(String(decoding: $0.payload, as: UTF8.self)) }
  }
}
