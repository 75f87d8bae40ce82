import Foundation
import Neural

/// A checkpoint on disk.
struct ModelFile {
  let path: String

  /// Its bytes and settings.
  func read() throws -> (bytes: [UInt8], settings: Settings) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure("cannot read '\(path)'")
    }
    let bytes = Array(data)
    guard let notes = try? Checkpoint.notes(in: bytes), let settings = Settings(notes: notes) else {
      throw Failure("'\(path)' is no checkpoint of train-gpt")
    }
    return (bytes, settings)
  }

  /// Writes what a training consists of, in one step: a checkpoint is never half there.
  func write(_ training: LanguageModelTraining, _ settings: Settings) throws {
    let bytes = Checkpoint.bytes(of: training.state, notes: settings.notes)
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure("cannot write '\(path)': \(error.localizedDescription)")
    }
  }

  /// Puts the numbers of the file into `parameters`.
  func restore(_ parameters: [Parameter], from bytes: [UInt8]) throws {
    do throws(Checkpoint.Failure) {
      try Checkpoint.restore(parameters, from: bytes)
    } catch {
      throw Failure("'\(path)' does not fit: \(error)")
    }
  }
}

/// A text to learn from.
struct TextFile {
  let path: String
  let text: String

  /// The text in the file at `path`, in UTF-8.
  init(path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure("cannot read '\(path)'")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw Failure("'\(path)' is not a text in UTF-8")
    }
    self.path = path
    self.text = text
  }

  /// Its length and a hash of its bytes (FNV-1a).
  var identity: String {
    let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return "\(text.utf8.count) \(String(hash, radix: 16))"
  }
}
