import Foundation

/// PyTorch in a process of its own, which times what it is asked for.
public final class PyTorch {
  /// Its version.
  public let version: String
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()

  /// Starts `script`, a file of the package, with `python3`, or what the variable PYTHON names; nil where that has
  /// no PyTorch.
  public init?(running script: String) {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      ProcessInfo.processInfo.environment["PYTHON"] ?? "python3",
      package.appendingPathComponent(script).standardizedFileURL.path,
    ]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil, let version = Self.line(from: output), !version.isEmpty else {
      return nil
    }
    self.version = version
  }

  /// The seconds with which the script answers a line of these words; nil where it has no such number.
  public func time(_ words: String...) -> Double? {
    input.fileHandleForWriting.write(Data((words.joined(separator: " ") + "\n").utf8))
    return Self.line(from: output).flatMap(Double.init)
  }

  /// Ends the process.
  public func stop() {
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
