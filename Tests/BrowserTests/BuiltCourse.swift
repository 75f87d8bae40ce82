import Foundation
import Testing

/// The course as the README's first command builds it, and what is needed to look at it.
enum BuiltCourse {
  /// The folder of this project.
  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  /// The folder with the pages: of `$LESSONS_OUTPUT`, or of this project.
  static let folder = ProcessInfo.processInfo.environment["LESSONS_OUTPUT"] ?? project + "/output"

  /// Whether there are pages and a browser.
  static var canBeLookedAt: Bool {
    ChildBrowser.program != nil && FileManager.default.fileExists(atPath: folder + "/index.html")
  }

  /// What to do where there are not.
  static let advice: Comment =
    "to look at the pages, install the Debian package chromium and build the course: swift run -c release lessons build"

  /// The checker of accessibility, as `fetch-axe` leaves it.
  static let axe = try? String(contentsOfFile: project + "/.build/suites/axe.min.js", encoding: .utf8)

  /// What to do where it is missing.
  static let axeAdvice: Comment = "to check accessibility, fetch the checker: Tests/BrowserTests/fetch-axe"

  /// All pages, by path within the folder.
  static let pages: [String] = {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".html") }.sorted()
  }()

  /// All pages, but of the hundred on single activations one in each language.
  static let pagesOfEachKind = pages.filter {
    !$0.contains("activation-") || $0.hasSuffix("activation-gelu.html")
  }

  /// The pages of lessons in one language, by path.
  static func lessons(_ language: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: project + "/lessons")) ?? []
    let ids = names.sorted().compactMap { name -> String? in
      guard name.first?.isNumber == true, name.hasSuffix(".zh.md"), let dash = name.firstIndex(of: "-") else {
        return nil
      }
      return String(name[name.index(after: dash)...].dropLast(6))
    }
    return ids.map { (language == "en" ? "" : language + "/") + $0 + ".html" }
  }

  /// A new page in a new browser.
  static func page() throws -> Page {
    guard let program = ChildBrowser.program else { throw BrowserError("there is no browser") }
    return try Page(program: program)
  }
}
