import ContentStore
import Foundation
import Testing

@Suite struct SourceFolderTests {
  private let root = FileManager.default.temporaryDirectory.path + "/source-folder-\(UUID().uuidString)"

  /// A folder of two files, with links that stay and links that leave, beside a file of somebody else.
  private func withFolder(_ body: (SourceFolder) throws -> Void) throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    for name in ["secret", "lessons-other/a", "lessons/a.txt", "lessons/sub/b.txt", "lessons/.hidden/c.txt"] {
      #expect(FileBytes.write(Array(name.utf8), to: "\(root)/\(name)"))
    }
    let links = [
      "inner": "a.txt", "absolute": "\(root)/lessons/a.txt", "folder": "sub", "loop": ".",
      "sub/up": "../a.txt",
      "out": "../secret", "far": "/etc/passwd", "outer": "..", "beside": "../lessons-other",
      "sub/out": "../../secret",
      "circle": "circle", "nowhere": "gone",
    ]
    for (name, target) in links { #expect(symlink(target, "\(root)/lessons/\(name)") == 0) }
    try body(SourceFolder("\(root)/lessons"))
  }

  @Test(arguments: [
    "../secret", "sub/../../secret", "/etc/passwd", "out", "far", "outer", "outer/secret", "beside",
    "beside/a",
    "sub/out", "folder/out", "loop/out",
  ])
  func `what leads outside is not read`(name: String) throws {
    try withFolder { folder in
      #expect(folder.place(of: name) == .outside)
      #expect(folder.read(name) == nil)
    }
  }

  @Test(arguments: [
    ("a.txt", "a.txt"), ("./sub//b.txt", "sub/b.txt"), ("inner", "a.txt"), ("absolute", "a.txt"),
    ("folder/b.txt", "sub/b.txt"), ("loop/loop/a.txt", "a.txt"), ("sub/up", "a.txt"),
  ])
  func `what stays inside is read, and known by its own name`(name: String, real: String) throws {
    try withFolder { folder in
      #expect(folder.place(of: name) == .inside(name: real, isFolder: false))
      #expect(folder.read(name) == Array("lessons/\(real)".utf8))
    }
  }

  @Test func `hidden files do not count, circles and missing files are absent`() throws {
    try withFolder { folder in
      #expect(folder.place(of: ".hidden/c.txt") == .hidden && folder.read(".hidden/c.txt") == nil)
      for name in ["circle", "nowhere", "gone"] { #expect(folder.place(of: name) == .absent) }
    }
  }

  @Test func `the list ends in spite of circles, and sets apart the links that leave`() throws {
    try withFolder { folder in
      let names = folder.names()
      #expect(names.outside.sorted() == ["beside", "far", "out", "outer", "sub/out"])
      #expect(
        names.inside.sorted() == [
          "a.txt", "absolute", "circle", "folder", "inner", "loop", "nowhere", "sub", "sub/b.txt", "sub/up",
        ])
    }
  }

  @Test func `the folder itself may be a link`() throws {
    try withFolder { _ in
      #expect(symlink("lessons", root + "/link") == 0)
      let folder = SourceFolder(root + "/link")
      #expect(folder.read("a.txt") != nil && folder.read("out") == nil)
      #expect(folder.names().inside.contains("sub/b.txt"))
    }
  }
}
