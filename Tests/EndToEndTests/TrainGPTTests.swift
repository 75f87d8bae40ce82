import Foundation
import Testing

/// `train-gpt` as its user meets it.
@Suite struct TrainGPTTests {
  private let folder: TemporaryCourse

  init() throws {
    let words = ["one", "two", "three", "four", "five", "six", "seven"]
    let text = (0..<400).map { words[($0 * $0 + $0 / 7) % 7] }.joined(separator: " ")
    folder = try TemporaryCourse(["text.txt": text, "other.txt": String(text.uppercased().reversed()) + text])
  }

  private let sizes = ["--layers", "1", "--heads", "2", "--width", "8", "--context", "8", "--batch", "2"]

  private func train(_ arguments: String...) throws -> TemporaryCourse.Result {
    try TemporaryCourse.run(executable: "train-gpt", arguments, in: folder.folder)
  }

  private func train(sized arguments: String...) throws -> TemporaryCourse.Result {
    try TemporaryCourse.run(executable: "train-gpt", arguments + sizes, in: folder.folder)
  }

  @Test func `a training that Ctrl-C stops and that is resumed comes to the bits of one that was not`() throws
  {
    let steps = "3000"
    let whole = try train(sized: "--text", "text.txt", "--steps", steps, "--checkpoint", "whole.safetensors")
    #expect(whole.status == 0, "\(whole.errors)")
    let stopped = try interrupted(
      ["--text", "text.txt", "--steps", steps, "--every", "5", "--checkpoint", "stopped.safetensors"] + sizes)
    #expect(stopped.status == 130)
    #expect(stopped.errors.contains(", stopped\nresume with: train-gpt --text text.txt"), "\(stopped.errors)")
    let resumed = try train("--text", "text.txt", "--checkpoint", "stopped.safetensors", "--resume")
    #expect(resumed.status == 0 && resumed.errors.contains(", from step "), "\(resumed.errors)")
    #expect(resumed.errors.contains("step 3000/3000"))
    let files = folder.bytes(below: ".")
    #expect(files["whole.safetensors"] != nil && files["whole.safetensors"] == files["stopped.safetensors"])
  }

  /// Runs `train-gpt`, and sends it the signal of Ctrl-C as soon as it tells of a step.
  private func interrupted(_ arguments: [String]) throws -> TemporaryCourse.Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: TemporaryCourse.products + "/train-gpt")
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.folder)
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    var errors = Data()
    while !String(decoding: errors, as: UTF8.self).contains("step 5/") {
      let data = pipe.fileHandleForReading.availableData
      if data.isEmpty { break }
      errors += data
    }
    process.interrupt()
    errors += pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return TemporaryCourse.Result(
      status: process.terminationStatus, output: "", errors: String(decoding: errors, as: UTF8.self))
  }

  @Test func `a trained model writes, and the same seed the same`() throws {
    let arguments = ["--text", "text.txt", "--steps", "20", "--sample", "40", "--prompt", "one "]
    let first = try TemporaryCourse.run(executable: "train-gpt", arguments + sizes, in: folder.folder)
    let second = try TemporaryCourse.run(executable: "train-gpt", arguments + sizes, in: folder.folder)
    #expect(first.status == 0 && first.output.hasPrefix("one ") && first.output.count == 45)
    #expect(first.output == second.output)
    #expect(
      !first.errors.contains("\u{1B}") && first.errors.contains("validation"), "no status line in a file")
  }

  @Test func `adapters fine-tune a base and are resumed with it`() throws {
    #expect(try train(sized: "--text", "text.txt", "--steps", "10").status == 0)
    let tuned = try train(
      "--text", "other.txt", "--from", "model.safetensors", "--lora", "2", "--steps", "6", "--checkpoint",
      "tuned")
    #expect(tuned.status == 0, "\(tuned.errors)")
    // 2·(8 + 8) for each of four matrices, 2·(8 + 32) for each of two.
    #expect(tuned.errors.contains(", 288 of them trained"), "\(tuned.errors)")
    #expect(tuned.errors.contains("characters are left out: the model does not know them"))
    let more = try train("--text", "other.txt", "--checkpoint", "tuned", "--resume", "--steps", "9")
    #expect(more.status == 0 && more.errors.contains("from step 6") && more.errors.contains("step 9/9"))
  }

  @Test func `what cannot be is said in a sentence`() throws {
    #expect(try train(sized: "--text", "text.txt", "--steps", "2").status == 0)
    try folder.write("short.txt", "too short")
    try folder.write("no-model", "no model")
    let wrong: [([String], String)] = [
      (["--text", "nowhere.txt"], "cannot read 'nowhere.txt'"),
      (["--text", "short.txt"], "'short.txt' has 9 characters, but a context of 64 needs"),
      (["--text", "text.txt", "--heads", "3"], "--heads must divide --width, but 3 does not divide 128"),
      (["--text", "text.txt", "--steps", "0"], "--steps must lie between 1 and 1000000000, but is 0"),
      (["--text", "text.txt", "--lora", "2"], "--lora adapts a model: name it by --from"),
      (["--text", "text.txt", "--from", "no-model"], "'no-model' is no checkpoint of train-gpt"),
      (["--text", "text.txt", "--resume", "--checkpoint", "nowhere"], "cannot read 'nowhere'"),
      (["--text", "text.txt", "--resume", "--width", "16"], "was begun with --width 8, not 16"),
      (["--text", "other.txt", "--resume"], "'other.txt' is not the text that"),
      (
        ["--text", "text.txt", "--checkpoint", "no/folder", "--steps", "1"] + sizes,
        "cannot write 'no/folder'"
      ),
    ]
    for (arguments, message) in wrong {
      let result = try TemporaryCourse.run(executable: "train-gpt", arguments, in: folder.folder)
      #expect(result.status != 0 && result.errors.contains(message), "\(arguments): \(result.errors)")
    }
  }
}
