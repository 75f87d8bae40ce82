import Foundation
import Testing

/// `lessons build --pdf`.
@Suite struct PrintTests {
  private static let files = [
    "lessons/course.yml": "title: {en: A word, zh: 一词}\nlanguages: [en, zh]\n",
    "lessons/01-one.md": lesson("One", "A word, and $x^2$.\n"),
    "lessons/01-one.zh.md": lesson("一", "一词。\n"),
  ]

  private static let hasBrowser = ["chromium", "chromium-browser", "google-chrome"]
    .contains { access("/usr/bin/\($0)", X_OK) == 0 }

  @Test(.enabled(if: hasBrowser, "to print, install the Debian package chromium"))
  func `the course is printed in each language, with the same bytes each time`() throws {
    let course = try TemporaryCourse(Self.files)
    let result = try course.run("build", "--pdf")
    #expect(result.status == 0, "\(result.errors)")
    let first = course.bytes(below: "output")
    for name in ["course.pdf", "course.zh.pdf"] {
      let pdf = try #require(first[name])
      #expect(pdf.starts(with: Data("%PDF-".utf8)), "\(name)")
      #expect(String(decoding: pdf, as: UTF8.self).contains("/MediaBox [0 0 594."), "\(name) is not on A4")
    }
    #expect(try course.run("build", "--pdf").errors == "output is up to date\n")
    try FileManager.default.removeItem(atPath: course.folder + "/.lessons-cache/pdf")
    try FileManager.default.removeItem(atPath: course.folder + "/output")
    #expect(try course.run("build", "--pdf").status == 0)
    #expect(course.bytes(below: "output") == first)
  }

  @Test func `without a browser it says what to install, and writes nothing`() throws {
    let course = try TemporaryCourse(Self.files)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: TemporaryCourse.products + "/lessons")
    process.arguments = ["build", "--pdf"]
    process.currentDirectoryURL = URL(fileURLWithPath: course.folder)
    process.environment = ["PATH": course.folder]
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    #expect(said.contains("apt-get install chromium"))
    #expect(course.read("output/index.html") == nil)
  }
}
