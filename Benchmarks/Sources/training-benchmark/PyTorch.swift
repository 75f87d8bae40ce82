import Foundation

/// PyTorch in a process of its own, which trains what it is asked to.
final class PyTorch {
  /// Its version.
  let version: String
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()

  /// Starts `python3`, or what the variable PYTHON names; nil where that has no PyTorch.
  init?() {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../pytorch-training.py").standardizedFileURL.path
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [ProcessInfo.processInfo.environment["PYTHON"] ?? "python3", script]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil, let version = Self.line(from: output), !version.isEmpty else {
      return nil
    }
    self.version = version
  }

  /// The processor time of one step, in seconds, going on where the last block of the case ended.
  func time(_ name: String, steps: Int) -> Double? {
    input.fileHandleForWriting.write(Data("\(name) \(steps)\n".utf8))
    return Self.line(from: output).flatMap(Double.init)
  }

  /// Ends the process.
  func stop() {
    input.fileHandleForWriting.closeFile()
    process.waitUntilExit()
  }

  private static func line(from pipe: Pipe) -> String? {
    var bytes: [UInt8] = []
    while let byte = pipe.fileHandleForReading.readData(ofLength: 1).first, byte != UInt8(ascii: "\n") {
      bytes.append(byte)
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
