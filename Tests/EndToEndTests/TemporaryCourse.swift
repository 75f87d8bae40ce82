import Foundation
import Testing

/// A course in a folder of its own, and the real executable to run on it.
final class TemporaryCourse {
  let folder: String

  /// A course of the given files, by path within its folder.
  init(_ files: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.path + "/course-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (path, text) in files { try write(path, text) }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Puts a file into the folder.
  func write(_ path: String, _ text: String) throws {
    let full = folder + "/" + path
    let parent = (full as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    try text.write(toFile: full, atomically: true, encoding: .utf8)
  }

  /// The text of a file in the folder, or nil where there is none.
  func read(_ path: String) -> String? {
    try? String(contentsOfFile: folder + "/" + path, encoding: .utf8)
  }

  /// All files below `path`, with their bytes.
  func bytes(below path: String) -> [String: Data] {
    let root = folder + "/" + path
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: root + "/" + name, isDirectory: &isFolder)
        return isFolder.boolValue
          ? nil : FileManager.default.contents(atPath: root + "/" + name).map { (name, $0) }
      })
  }

  /// What a run of the executable printed and answered.
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Runs `lessons`, or another executable of the package, with `arguments` in the folder.
  func run(executable: String = "lessons", _ arguments: String..., input: String = "") throws -> Result {
    try Self.run(executable: executable, arguments, in: folder, input: input)
  }

  /// Runs `lessons`, or another executable of the package, with `arguments` in `folder`.
  static func run(
    executable: String = "lessons", _ arguments: [String], in folder: String, input: String = ""
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(
      fileURLWithPath: executable.hasPrefix("/") ? executable : products + "/" + executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let names = ["in", "out", "err"].map { "\(folder)/.\($0)-\(UUID().uuidString)" }
    for name in names { _ = FileManager.default.createFile(atPath: name, contents: nil) }
    try input.write(toFile: names[0], atomically: false, encoding: .utf8)
    process.standardInput = FileHandle(forReadingAtPath: names[0])
    process.standardOutput = FileHandle(forWritingAtPath: names[1])
    process.standardError = FileHandle(forWritingAtPath: names[2])
    try process.run()
    process.waitUntilExit()
    let texts = try names.dropFirst().map { try String(contentsOfFile: $0, encoding: .utf8) }
    names.forEach { unlink($0) }
    return Result(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }

  /// The folder of the executables, which is that of the tests.
  static let products: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let beside = (tests as NSString).deletingLastPathComponent
    if FileManager.default.isExecutableFile(atPath: beside + "/lessons") { return beside }
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? tests
    return (bundle as NSString).deletingLastPathComponent
  }()
}

/// A small lesson with a title, given text after its front matter.
func lesson(_ title: String, _ body: String) -> String {
  "---\ntitle: \(title)\n---\n\n\(body)\n"
}

/// A fence of swift with the given words and code.
func swift(_ code: String, _ words: String = "") -> String {
  "```swift\(words.isEmpty ? "" : " " + words)\n\(code)\n```\n"
}
