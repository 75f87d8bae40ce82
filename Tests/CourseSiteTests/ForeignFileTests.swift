import ContentStore
import CourseSite
import Foundation
import Testing

/// What others put into the output folder stays there, whatever becomes of the pages.
@Suite struct ForeignFileTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "foreign-\(UUID().uuidString)")
    .path
  private var output: String { folder + "/output" }
  private var store: ContentStore { ContentStore(folder: folder + "/store") }
  private var writer: SiteWriter { SiteWriter(output: output, store: store) }

  private func site(_ text: String, and more: String...) -> [SiteFile] {
    (["index.html", "assets/a.css"] + more).map { SiteFile(path: $0, bytes: Array(text.utf8)) }
  }

  private func read(_ path: String) -> String? {
    FileBytes.read(output + "/" + path).map { String(decoding: $0, as: UTF8.self) }
  }

  private func put(_ text: String, at path: String) {
    #expect(FileBytes.write(Array(text.utf8), to: output + "/" + path))
  }

  private func names(_ path: String) -> [String] { (FolderEntry.all(in: path) ?? []).map(\.text) }

  private func clean() { try? FileManager.default.removeItem(atPath: folder) }

  @Test func `files, folders and links of others stay, in every folder, whatever pages there are`() throws {
    defer { clean() }
    _ = try writer.write(site("one", and: "zh/index.html"))
    for path in ["CNAME", ".git/objects/ab/c", "assets/logo.png", "zh/notes.txt", "deep/er/x", ".nojekyll"] {
      put("mine", at: path)
    }
    #expect(mkdir(output + "/empty", 0o755) == 0 && mkdir(output + "/closed", 0o500) == 0)
    #expect(symlink("/nowhere", output + "/link") == 0)
    let odd: [UInt8] = Array(output.utf8) + [0x2F, 0xE9]
    close(open(odd.cString, O_WRONLY | O_CREAT, 0o600))
    for (text, more) in [("two", "new.html"), ("two", "new.html"), ("three", "zh/one.html")] {
      _ = try writer.write(site(text, and: more))
      for path in ["CNAME", ".git/objects/ab/c", "assets/logo.png", "zh/notes.txt", "deep/er/x", ".nojekyll"]
      {
        #expect(read(path) == "mine", "\(path) after \(text)")
      }
      #expect(names(output).contains("empty") && access(odd.cString, F_OK) == 0)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: output + "/link") == "/nowhere")
      var status = stat()
      #expect(stat(output + "/closed", &status) == 0 && status.st_mode & 0o777 == 0o500)
      #expect(read("index.html") == text && read(more) == text)
    }
    #expect(read("new.html") == nil && read("zh/index.html") == nil)
    #expect(names(folder) == ["output", "store"])
  }

  @Test func `without the store's memory the list in the folder still tells what is whose`() throws {
    defer { clean() }
    _ = try writer.write(site("one", and: "old.html"))
    put("mine", at: "CNAME")
    try FileManager.default.removeItem(atPath: store.folder)
    #expect(try writer.write(site("two")) == .written(files: 2))
    #expect(read("CNAME") == "mine" && read("old.html") == nil && read("index.html") == "two")
  }

  @Test(arguments: ["new.html", "new.html/inside", "zh", "zh/x/y", "zh/index.html"])
  func `a file of others where a page belongs is an error before anything is changed`(path: String) throws {
    defer { clean() }
    _ = try writer.write(site("one"))
    put("mine", at: path)
    #expect(throws: SiteWriter.Failure.self) {
      try writer.write(site("two", and: "new.html", "zh/x/y", "zh/index.html"))
    }
    #expect(read(path) == "mine" && read("index.html") == "one")
    #expect(names(folder) == ["output", "store"])
    unlink(output + "/" + path)
  }

  @Test func `a link of others in the place of a folder of pages is no way out`() throws {
    defer { clean() }
    _ = try writer.write(site("one"))
    #expect(rename(output + "/assets", folder + "/theirs") == 0)
    #expect(symlink("../theirs", output + "/assets") == 0)
    #expect(throws: SiteWriter.Failure.foreignFile(output + "/assets")) { try writer.write(site("two")) }
    #expect(names(folder + "/theirs") == ["a.css"])
  }

  @Test func `a site without a list loses no file of others`() throws {
    defer { clean() }
    put("A site made by lessons; building again replaces this folder.\n", at: ".lessons-site")
    for path in ["index.html", "CNAME"] { put("old", at: path) }
    _ = try writer.write(site("two"))
    #expect(read("index.html") == "two" && read("CNAME") == "old")
  }

  @Test func `the list is the same for the same site, and what it says of names outside has no power`() throws
  {
    defer { clean() }
    _ = try writer.write(site("one", and: "b\nc.html", "a\\n.html"))
    let list = try #require(read(".lessons-site"))
    _ = try SiteWriter(output: folder + "/second", store: store).write(
      site("one", and: "a\\n.html", "b\nc.html"))
    #expect(FileBytes.read(folder + "/second/.lessons-site") == Array(list.utf8))
    #expect(FileBytes.write([7], to: folder + "/precious"))
    put(list.replacingOccurrences(of: "index.html", with: "../precious"), at: ".lessons-site")
    unlink(output + "/index.html")
    _ = try writer.write(site("two"))
    #expect(FileBytes.read(folder + "/precious") == [7])
    #expect(names(output) == [".lessons-site", "assets", "index.html"])
  }

  @Test func `two names that only look alike are two files`() throws {
    defer { clean() }
    _ = try writer.write(site("one", and: "caf\u{E9}.html"))
    put("mine", at: "cafe\u{301}.html")
    _ = try writer.write(site("two"))
    #expect(names(output).count == 4 && read("cafe\u{301}.html") == "mine")
  }

  @Test func `what a build that was killed had set aside comes back with the next one`() throws {
    defer { clean() }
    for isUnchanged in [true, false] {
      _ = try writer.write(site("one"))
      // No process has this number: Linux ends at 2^22.
      let aside = folder + "/.output.2000000000.7.partial"
      let list = try #require(FileBytes.read(output + "/.lessons-site"))
      #expect(FileBytes.write(list, to: aside + "/.lessons-site"))
      for path in [".git/HEAD", "assets/logo.png"] { #expect(FileBytes.write([7], to: aside + "/" + path)) }
      #expect(FileBytes.write([1], to: aside + "/index.html"))
      _ = try writer.write(site(isUnchanged ? "one" : "two"))
      for path in [".git/HEAD", "assets/logo.png"] { #expect(FileBytes.read(output + "/" + path) == [7]) }
      #expect(read("index.html") == (isUnchanged ? "one" : "two"))
      #expect(names(aside) == [".lessons-site", "assets", "index.html"])
      try FileManager.default.removeItem(atPath: output)
      try FileManager.default.removeItem(atPath: aside)
    }
  }

  @Test func `an old folder beside the output that is not the tool's is left alone`() throws {
    defer { clean() }
    let theirs = folder + "/.output.2000000000.7.partial"
    #expect(FileBytes.write([7], to: theirs + "/thesis.txt"))
    let hourAgo = Date(timeIntervalSinceNow: -3600)
    try FileManager.default.setAttributes([.modificationDate: hourAgo], ofItemAtPath: theirs)
    _ = try writer.write(site("one"))
    #expect(FileBytes.read(theirs + "/thesis.txt") == [7])
  }

  @Test func `builds at the same time keep the files of others`() async throws {
    defer { clean() }
    _ = try writer.write(site("start"))
    for path in ["CNAME", ".git/HEAD", "assets/logo.png"] { put("mine", at: path) }
    let writer = self.writer
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<24 {
        group.addTask {
          let files = (0..<20).map { SiteFile(path: "page\($0).html", bytes: Array("\(number)".utf8)) }
          _ = try? writer.write(files)
        }
      }
    }
    _ = try writer.write(site("end"))
    for path in ["CNAME", ".git/HEAD", "assets/logo.png"] { #expect(read(path) == "mine") }
    #expect(names(folder) == ["output", "store"])
    #expect(read("index.html") == "end")
  }

  @Test(.enabled(if: geteuid() != 0)) func `a folder that cannot be written is told as that`() throws {
    defer { clean() }
    _ = try writer.write(site("one"))
    #expect(chmod(output, 0o555) == 0)
    let failure = SiteWriter.Failure.unwritable(output, reason: "Permission denied")
    #expect(throws: failure) { try writer.write(site("two")) }
    #expect(chmod(output, 0o755) == 0 && chmod(folder, 0o555) == 0)
    #expect(throws: SiteWriter.Failure.unwritable(folder, reason: "Permission denied")) {
      try writer.write(site("two"))
    }
    #expect(chmod(folder, 0o755) == 0)
    #expect(read("index.html") == "one")
  }
}
