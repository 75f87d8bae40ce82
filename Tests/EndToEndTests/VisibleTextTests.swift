import Foundation
import Testing

/// What lessons print, throw and name never gives orders to a terminal or to the keeper of a log.
@Suite struct VisibleTextTests {
  /// Orders to terminals, to logs, and to the eye.
  private static let orders = "\u{1B}[2J\u{9B}31m\u{7}\u{8}\u{7F}\u{202E}\u{2066}\u{2028}\r::error::a"

  /// The orders in a Swift string.
  private static let escaped =
    #"\u{1B}[2J\u{9B}31m\u{7}\u{8}\u{7F}\u{202E}\u{2066}\u{2028}\r\n::error::a\n  ::add-mask::b\n##[error]c\r\n::stop-commands::d"#

  /// A course that does all of it wherever text can get out.
  private static func course() throws -> TemporaryCourse {
    let text = escaped
    let blocks = [
      swift("print(\"\(text)\")"), swift("\"\(text)\""),
      swift("show(Plot(title: \"\(text)\", series: [.line(\"\(text)\", [0, 1], [0, 1])]))"),
      swift("print(\"a\")") + "```output\n\(orders.replacing("\r", with: ""))\n```\n",
      swift("let a: Int = \"\(orders.replacing("\r", with: ""))\"", "isolated"),
      swift("fatalError(\"\(text)\")", "isolated"), swift("preconditionFailure(\"\(text)\")", "traps"),
      swift(
        "struct E: Error, CustomStringConvertible { var description: String { \"\(text)\" } }\nthrow E()"),
      "[a](\(orders.replacing("\r", with: "")).md) ![](b\u{1B}.png) `{swift} \"\u{1B}\" + 1` [@\u{1B}a]\n",
      "```experiment \u{1B}[31m\na: 1\n```\n", "```swift \u{1B}[31m \u{202E}\n1\n```\n",
    ]
    let head = "---\ntitle: \"One \(text)\"\n\"\\e[1m\": 1\n---\n\n"
    return try TemporaryCourse([
      "lessons/01-one.md": head + blocks.joined(separator: "\n"),
      "lessons/02-\u{202E}two.md": lesson("Two \u{9B}31m", "Text."),
      "lessons/03-\u{1B}[31m.md": lesson("Three", "Text."), "lessons/cour\u{1B}se.yml": "a: 1\n",
    ])
  }

  private func expectHarmless(_ text: String, _ what: String) {
    let obeyed = text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
    #expect(obeyed.isEmpty, "\(what): \(obeyed.map(\.value))")
    for line in text.split(separator: "\n") {
      #expect(!line.drop(while: \.isWhitespace).hasPrefix("::"), "\(what): \(line)")
      #expect(!line.contains("##["), "\(what): \(line)")
    }
  }

  @Test(arguments: [
    ["check"], ["build"], ["build", "--draft"], ["list"], ["run", "one"], ["run", "one", "--ascii"],
    ["explain", "one"], ["explain", "one#1"], ["check", "\u{1B}[31m"], ["render", "lessons/01-one.md"],
    ["run", "derivative-check", "\u{1B}[31m=1"], ["new", "\u{1B}[31m\n::error::"],
  ])
  func `no command obeys a lesson`(arguments: [String]) throws {
    let course = try Self.course()
    let result = try TemporaryCourse.run(arguments, in: course.folder)
    expectHarmless(result.errors, "\(arguments) errors")
    if arguments[0] != "render" { expectHarmless(result.output, "\(arguments) output") }
    #expect([0, 1, 2].contains(result.status))
  }

  @Test func `a report for GitHub is workflow commands of ours alone`() throws {
    let course = try Self.course()
    let result = try course.run("check", "--format", "github")
    #expect(result.status == 1)
    for line in result.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      #expect(line.hasPrefix("::error file=lessons/") || line.hasPrefix("::warning file=lessons/"), "\(line)")
    }
    #expect(!result.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{9B}" })
  }

  @Test func `a report for programs is exact`() throws {
    let body = swift(
      "struct E: Error, CustomStringConvertible { var description = \"\\u{1B}[1m\\r\\n::a\" }\nthrow E()")
    let course = try TemporaryCourse(["lessons/01-one.md": lesson("One", body)])
    let data = Data(try course.run("check", "--format", "json").output.utf8)
    let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let problems = try #require(document["diagnostics"] as? [[String: Any]])
    #expect(problems.contains { ($0["message"] as? String)?.contains("\u{1B}[1m\r\n::a") == true })
  }

  @Test func `a lesson cannot write a line that looks like a report`() throws {
    let forged = "lessons/01-one.md:1:1: error: forged"
    let body =
      swift("fatalError(\"a\\n\(forged)\")", "isolated") + "\n"
      + swift("struct E: Error, CustomStringConvertible { var description = \"a\\n\(forged)\" }\nthrow E()")
    let course = try TemporaryCourse(["lessons/01-one.md": lesson("One", body)])
    let lines = try course.run("check").errors.split(separator: "\n")
    #expect(lines.contains { $0.contains("forged") } && !lines.contains { $0.hasPrefix(forged) })
  }
}
