import Foundation
import FoundationNetworking

/// A course of one lesson in a folder of its own, served by the real `lessons serve`.
final class ServedCourse {
  /// Where browsers find it.
  private(set) var address = ""
  private let folder: URL
  private let process = Process()
  private let errors = Pipe()

  /// Serves a lesson of the given text, on any port that is free; `files` are more files of the lessons folder.
  init(_ text: String, _ options: String..., files: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "served-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "lessons"), withIntermediateDirectories: true)
    for (name, content) in files {
      try content.write(to: folder.appending(path: "lessons/" + name), atomically: true, encoding: .utf8)
    }
    try write(text)
    process.executableURL = Self.program
    process.arguments = ["serve", "--port", "0"] + options
    process.currentDirectoryURL = folder
    process.standardError = errors
    try process.run()
    address = try firstAddress()
  }

  deinit {
    // Tests run on threads that block signals, and a child inherits that.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Replaces the text of the lesson.
  func write(_ text: String) throws {
    let lesson = "---\ntitle: One\n---\n\n\(text)\n"
    try lesson.write(to: folder.appending(path: "lessons/01-one.md"), atomically: true, encoding: .utf8)
  }

  /// What the server answers to a request for `path`.
  func answer(to path: String, method: String = "GET") async throws -> (
    text: String, response: HTTPURLResponse
  ) {
    guard let url = URL(string: address + path) else { throw BrowserError("no address: \(path)") }
    var request = URLRequest(url: url)
    request.httpMethod = method
    let (data, response) = try await URLSession.shared.data(for: request)
    guard let response = response as? HTTPURLResponse else { throw BrowserError("no answer: \(path)") }
    return (String(decoding: data, as: UTF8.self), response)
  }

  /// Waits until the page of the lesson holds `words`, at most five minutes.
  func waitForPage(with words: String) async throws {
    for _ in 0..<6000 {
      if try await answer(to: "one.html").text.contains(words) { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw BrowserError("no page says \(words)")
  }

  /// The folder of the built course.
  var output: String { folder.path + "/output" }

  /// The port it listens on.
  var port: UInt16 { URL(string: address)?.port.map { UInt16($0) } ?? 0 }

  /// The seconds of processor time that the server has used.
  var processorSeconds: Double {
    let line = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)) ?? ""
    let fields = line.split(separator: ")").last?.split(separator: " ") ?? []
    guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else { return 0 }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// The page of the lesson as it was written.
  func pageOnDisk() throws -> String {
    try String(contentsOf: folder.appending(path: "output/one.html"), encoding: .utf8)
  }

  /// The address that the server prints first.
  private func firstAddress() throws -> String {
    var text = ""
    while !text.contains("/\n") {
      let data = errors.fileHandleForReading.availableData
      if data.isEmpty { throw BrowserError("lessons serve ended: \(text)") }
      text += String(decoding: data, as: UTF8.self)
    }
    guard let start = text.range(of: "http://"), let end = text.range(of: "/\n") else {
      throw BrowserError("no address: \(text)")
    }
    return String(text[start.lowerBound..<end.upperBound].dropLast())
  }

  /// The executable: `$LESSONS_PROGRAM`, or that which lies beside the tests.
  static let program: URL = {
    if let path = ProcessInfo.processInfo.environment["LESSONS_PROGRAM"] { return URL(fileURLWithPath: path) }
    let tests = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? ""
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appending(path: "lessons")
  }()
}
