import ContentStore
import CourseSite
import Foundation
import Testing

@Suite struct SiteWriterTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "writer-\(UUID().uuidString)")
  private var output: String { folder.appending(path: "output").path }
  private var store: ContentStore { ContentStore(folder: folder.appending(path: "store").path) }
  private var writer: SiteWriter { SiteWriter(output: output, store: store) }

  private func site(_ text: String) -> [SiteFile] {
    [SiteFile(path: "index.html", bytes: Array(text.utf8)), SiteFile(path: "assets/a.css", bytes: [1])]
  }

  private func read(_ path: String) -> String? {
    try? String(contentsOfFile: output + "/" + path, encoding: .utf8)
  }

  private func names(in path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  private func clean() { try? FileManager.default.removeItem(at: folder) }

  @Test func `a site is written into a new folder, and nothing is left beside it`() throws {
    defer { clean() }
    #expect(try writer.write(site("one")) == .written(files: 2))
    #expect(read("index.html") == "one")
    #expect(names(in: folder.path) == ["output", "store"])
    #expect(names(in: output) == [".lessons-site", "assets", "index.html"])
  }

  @Test func `the same site again touches nothing`() throws {
    defer { clean() }
    _ = try writer.write(site("one"))
    #expect(try writer.write(site("one")) == .unchanged)
  }

  @Test func `only what has changed is written, what is gone is gone`() throws {
    defer { clean() }
    _ = try writer.write(site("one") + [SiteFile(path: "old.html", bytes: [])])
    #expect(try writer.write(site("two")) == .written(files: 1))
    #expect(read("index.html") == "two")
    #expect(read("old.html") == nil)
    #expect(names(in: folder.path) == ["output", "store"])
  }

  @Test func `a file that somebody changed is written again`() throws {
    defer { clean() }
    _ = try writer.write(site("one"))
    try "two".write(toFile: output + "/index.html", atomically: false, encoding: .utf8)
    #expect(try writer.write(site("one")) == .written(files: 1))
    #expect(read("index.html") == "one")
  }

  @Test func `without its memory the writer writes everything`() throws {
    defer { clean() }
    _ = try writer.write(site("one"))
    try FileManager.default.removeItem(atPath: store.folder)
    #expect(try writer.write(site("one")) == .written(files: 2))
    #expect(read("index.html") == "one")
  }

  @Test func `a folder with other files is left as it is`() throws {
    defer { clean() }
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    try "mine".write(toFile: output + "/thesis.txt", atomically: true, encoding: .utf8)
    #expect(throws: SiteWriter.Failure.foreignFolder(output)) { try writer.write(site("one")) }
    #expect(names(in: output) == ["thesis.txt"])
  }

  @Test func `a file in the output's place is left as it is`() throws {
    defer { clean() }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try "mine".write(toFile: output, atomically: true, encoding: .utf8)
    #expect(throws: SiteWriter.Failure.foreignFolder(output)) { try writer.write(site("one")) }
    #expect(try String(contentsOfFile: output, encoding: .utf8) == "mine")
  }

  @Test func `what git keeps in the folder stays`() throws {
    defer { clean() }
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    try "".write(toFile: output + "/.gitkeep", atomically: true, encoding: .utf8)
    for text in ["one", "two"] { _ = try writer.write(site(text)) }
    #expect(names(in: output) == [".gitkeep", ".lessons-site", "assets", "index.html"])
  }

  @Test func `a failure leaves the last good output and no remains`() throws {
    defer { clean() }
    _ = try writer.write(site("one"))
    let impossible = String(repeating: "x", count: 300)
    #expect(throws: SiteWriter.Failure.self) {
      try writer.write(site("two") + [SiteFile(path: impossible, bytes: [1])])
    }
    #expect(read("index.html") == "one")
    #expect(names(in: folder.path) == ["output", "store"])
  }

  @Test func `what a killed build left behind is removed by the next one`() throws {
    defer { clean() }
    // No process has this number: Linux ends at 2^22.
    let remains = folder.appending(path: ".output.2000000000.7.partial")
    try FileManager.default.createDirectory(at: remains, withIntermediateDirectories: true)
    _ = try writer.write(site("one"))
    #expect(names(in: folder.path) == ["output", "store"])
  }

  @Test func `builds into one output at the same time leave one whole site`() async throws {
    defer { clean() }
    let writer = self.writer
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<16 {
        group.addTask {
          let files = (0..<20).map { SiteFile(path: "page\($0).html", bytes: Array("\(number)".utf8)) }
          _ = try? writer.write(files)
        }
      }
    }
    let texts = Set((0..<20).map { read("page\($0).html") ?? "missing" })
    #expect(texts.count == 1)
    #expect(names(in: folder.path) == ["output", "store"])
    #expect(try writer.write(site("end")) == .written(files: 2))
    #expect(read("index.html") == "end")
  }

  @Test func `a link to a folder stays a link`() throws {
    defer { clean() }
    let real = folder.appending(path: "real")
    try FileManager.default.createDirectory(at: real, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: output, withDestinationPath: real.path)
    _ = try writer.write(site("one"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: output) == real.path)
    #expect(names(in: real.path) == [".lessons-site", "assets", "index.html"])
  }
}
