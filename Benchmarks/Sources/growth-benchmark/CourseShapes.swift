import Foundation
import Stopwatch

/// A course that grows with a number.
struct CourseShape: Sendable {
  /// What grows.
  let name: String
  /// The files by name, for a number.
  let files: @Sendable (Int) -> [String: String]

  init(_ name: String, _ files: @escaping @Sendable (Int) -> [String: String]) {
    self.name = name
    self.files = files
  }
}

private func lesson(_ number: Int, _ body: String = "Text.\n", head: String = "") -> (String, String) {
  ("\(number)-l\(number).md", "---\ntitle: Lesson \(number)\n\(head)---\n\n\(body)")
}

private func lessons(_ count: Int, _ make: (Int) -> (String, String)) -> [String: String] {
  Dictionary(uniqueKeysWithValues: (1...max(1, count)).map(make))
}

private func printing(_ code: String, _ stated: String? = nil) -> [String: String] {
  let output = stated.map { "\n```output\n\($0)```\n" } ?? ""
  return lessons(1) { lesson($0, "```swift\n\(code)\n```\n\(output)") }
}

extension CourseShape {
  private static let prose = repeated("Some words stand here, and some more.\n", 20)

  /// Courses in which nothing is run.
  static let prosaic = [
    CourseShape("lessons") { n in lessons(n) { lesson($0, prose) } },
    CourseShape("lessons in few parts") { n in
      lessons(n) { lesson($0, prose, head: "part: P\($0 * 5 / n)\n") }
    },
    CourseShape("lessons in parts of ten") { n in
      lessons(n) { lesson($0, prose, head: "part: P\(($0 - 1) / 10)\n") }
    },
    CourseShape("lessons that link to one another") { n in
      lessons(n) {
        lesson(
          $0,
          "[a](\(($0 * 7) % n + 1)-l\(($0 * 7) % n + 1).md) @sec-\(($0 * 3) % n + 1)\n\n## A {#sec-\($0)}\n")
      }
    },
    CourseShape("links from one lesson") { n in
      lessons(2) { lesson($0, $0 == 1 ? "## A {#sec-a}\n" : repeated("[a](1-l1.md#sec-a) ", n)) }
    },
    CourseShape("links that lead nowhere") { n in
      lessons(1) { lesson($0, joined(n) { "[a](1-x\($0).md) " }) }
    },
    CourseShape("references of a course that lead nowhere") { n in
      lessons(1) { lesson($0, lines(n) { "## A {#sec-a\($0)}\n" } + joined(n) { "@sec-b\($0) " }) }
    },
    CourseShape("lessons that build on others") { n in
      lessons(n) { $0 == 1 ? lesson(1) : lesson($0, head: "prerequisites: [l\($0 - 1), l1]\n") }
    },
    CourseShape("prerequisites that are not there") { n in
      lessons(1) { lesson($0, head: "prerequisites:\n" + lines(n) { "  - x\($0)" }) }
    },
    CourseShape("translated lessons") { n in
      let base = lessons(n) { lesson($0, prose) }
      let translated = lessons(n) { ("\($0)-l\($0).zh.md", lesson($0, "文字。\n").1) }
      return base.merging(translated) { first, _ in first }
        .merging(["course.yml": "title: A\nlanguages: [en, zh]\n"]) { first, _ in first }
    },
    CourseShape("parts in course.yml") { n in
      lessons(1) { lesson($0) }.merging(["course.yml": "title: A\nparts:\n" + lines(n) { "  p\($0): b" }]) {
        $1
      }
    },
    CourseShape("works") { n in
      lessons(1) { lesson($0, joined(n) { "[@w\($0)] " }) }.merging([
        "references.yml": lines(n) { "w\($0):\n  authors: [\"A, B\"]\n  year: 2000\n  title: T\($0)" }
      ]) { $1 }
    },
    CourseShape("citations of a course that lead nowhere") { n in
      lessons(1) { lesson($0, joined(n) { "[@x\($0)] " }) }.merging([
        "references.yml": lines(n) { "w\($0):\n  authors: [\"A, B\"]\n  year: 2000\n  title: T\($0)" }
      ]) { $1 }
    },
    CourseShape("terms") { n in
      lessons(1) { lesson($0, joined(n) { "Some term\($0) here. " }) }.merging([
        "glossary.yml": lines(n) { "t\($0):\n  term: {en: term\($0)}\n  definition: {en: A term.}" }
      ]) { $1 }
    },
    CourseShape("terms with equal beginnings") { n in
      lessons(1) { lesson($0, repeated("a b c ", n)) }.merging([
        "glossary.yml": lines(n) { "t\($0):\n  term: {en: a b term\($0)}\n  definition: {en: A term.}" }
      ]) { $1 }
    },
    CourseShape("terms that explain one another") { n in
      lessons(1) { lesson($0) }.merging([
        "glossary.yml": lines(n) {
          "t\($0):\n  term: {en: term\($0)}\n  definition: {en: A term.}\n  see: [t\(($0 + 1) % n)]"
        }
      ]) { $1 }
    },
    CourseShape("claims") { n in
      let fence = "```claims\n" + lines(n) { "S\($0):\n  verdict: opinion\n  fact: a" } + "```\n"
      return lessons(1) { lesson($0, fence) }.merging([
        "claims.yml": lines(n) { "S\($0):\n  where: a\n  says: {en: b\($0)}" }
      ]) { $1 }
    },
    CourseShape("claims that nothing judges") { n in
      lessons(1) { lesson($0) }.merging([
        "claims.yml": lines(n) { "S\($0):\n  where: a\n  says: {en: b\($0)}" }
      ]) { $1 }
    },
    CourseShape("other files") { n in
      let others = (0..<n).map { ("files/a\($0).txt", "a") }
      return lessons(1) { lesson($0) }.merging(others) { $1 }
    },
    CourseShape("other files that lessons bring along") { n in
      let others = (0..<n).map { ("files/a\($0).txt", "a") }
      return lessons(1) { lesson($0, joined(n) { "[a](files/a\($0).txt) " }) }.merging(others) { $1 }
    },
    CourseShape("Markdown files that are no lessons") { n in
      let others = (0..<n).map { ("a\($0).md", "a") }
      return lessons(1) { lesson($0) }.merging(others) { $1 }
    },
    CourseShape("phrases") { n in
      lessons(1) { lesson($0) }.merging([
        "course.yml": "title: A\nlanguages: [en, zh]\n", "figures.zh.yml": lines(n) { "phrase \($0): a" },
      ]) { $1 }
    },
  ]

  /// Courses of which one lesson is run.
  static let run = [
    CourseShape("printed lines") { printing("for i in 0..<\($0) { print(\"line\", i) }") },
    CourseShape("a long printed line") { printing("print(String(repeating: \"word \", count: \($0)))") },
    CourseShape("printed escapes") {
      printing("for i in 0..<\($0) { print(\"\\u{1B}[31mline\\u{1B}[0m\", i) }")
    },
    CourseShape("stated lines") { n in
      printing("for i in 0..<\(n) { print(\"line\", i) }", lines(n) { "line \($0)" })
    },
    CourseShape("stated lines that differ") { n in
      printing("for i in 0..<\(n) { print(\"line\", i) }", lines(n) { "line \($0 + 1)" })
    },
    CourseShape("stated gaps") { n in
      printing("for i in 0..<\(n) { print(\"line\", i % 2) }", repeated("...\nline 0\n", n / 4) + "...\n")
    },
    CourseShape("stated gaps within lines") { n in
      printing("print(String(repeating: \"a b \", count: \(n)))", repeated("a ... ", n / 4) + "\n")
    },
    CourseShape("rows of a table on a page") { n in
      printing("import LessonKit\nshow(Table([\"a\", \"b\"], rows: (0..<\(n)).map { [\"\\($0)\", \"b\"] }))")
    },
    CourseShape("shown figures") { n in
      printing(
        "import LessonKit\nfor i in 0..<\(n) { show(Plot(series: [.line(\"a\", [0, 1], [0, Double(i)])])) }")
    },
    CourseShape("values in sentences") { n in lessons(1) { lesson($0, repeated("`{swift} 1` ", n)) } },
    CourseShape("small blocks") { n in
      lessons(1) { lesson($0, lines(n) { "```swift\nlet a\($0) = \($0)\n```\n" }) }
    },
  ]
}
