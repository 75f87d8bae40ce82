import CourseModel
import LessonMarkdown
import Testing

/// Numbers that no author means, in every place that takes one.
private let extremes = [
  "1e300", "1e309", "-1e300", "inf", "-inf", ".inf", "nan", ".nan", "infinity", "-1", "-0.5",
  "9223372036854775807", "9223372036854775808", "18446744073709551616", "-9223372036854775809",
  "0x7fffffffffffffff",
  "0x1p1023", "1e-320", "00000000000000000000", "1_000_000_000_000", "1e99999999999999999999",
  String(repeating: "9", count: 400), "٣", "１", "+", "", "1 2",
]

@Suite struct NumberRangeTests {
  /// What is wrong with a lesson that says so, as places.
  private func problems(_ text: String) -> [Diagnostic] {
    parseLesson(lessonFile(text)).diagnostics.filter { $0.severity == .error }
  }

  private func read(_ parsed: Parsed<Lesson>) -> [Double] {
    let options = parsed.value.cells.map(\.options)
    return ([parsed.value.frontMatter.timeout] + options.map(\.timeout)).compactMap { $0 }
  }

  @Test(arguments: extremes)
  func `a time limit is within its range, or is an error at its place`(number: String) {
    for (head, line) in [
      ("---\ntitle: T\ntimeout: \(number)\n---\n", 3),
      ("---\ntitle: T\n---\n```swift\n//| timeout: \(number)\n1\n```\n", 5),
      ("---\ntitle: T\n---\n```experiment a\ntimeout: \(number)\n```\n", 5),
    ] {
      let parsed = parseLesson(lessonFile(head))
      let errors = parsed.diagnostics.filter { $0.rule == "invalid-value" }
      #expect(read(parsed).allSatisfy(Limits.seconds.contains))
      #expect(read(parsed).isEmpty == !errors.isEmpty)
      #expect(
        errors.allSatisfy { $0.position.line == line && $0.help?.contains("from 0.001 to 86400") == true })
    }
  }

  @Test(arguments: extremes)
  func `a seed is a whole number that 64 bits hold`(number: String) {
    for head in [
      "---\ntitle: T\nseed: \(number)\n---\n", "---\ntitle: T\n---\n```swift\n//| seed: \(number)\n1\n```\n",
    ] {
      let parsed = parseLesson(lessonFile(head))
      let seed = parsed.value.frontMatter.seed ?? parsed.value.cells.first?.options.seed
      #expect((seed == nil) == parsed.diagnostics.contains { $0.rule == "invalid-value" })
    }
  }

  @Test(arguments: extremes)
  func `a tolerance lies between 0 and 1`(number: String) {
    for text in [
      "```swift\n//| tolerance: \(number)\n1\n```\n```output\n1\n```\n",
      "```swift\n1\n```\n```output tolerance=\(number)\n1\n```\n",
    ] {
      let cells = parseText(lessonFile(text)).value.cells
      let found = cells.compactMap { $0.options.tolerance ?? $0.expectedOutput?.tolerance }
      #expect(found.allSatisfy(Limits.tolerance.contains))
      #expect(!found.isEmpty || !problems("---\ntitle: T\n---\n" + text).isEmpty)
    }
  }

  @Test(arguments: extremes)
  func `any number may stand anywhere without a crash`(number: String) {
    let lesson = """
      ---
      title: \(number)
      ---
      \(number). item
      | a | b |
      |:-\(number)-|--:|
      | \(number) | `{swift} \(number)` |

      ![](a.png){width=\(number)} [](#fig-\(number)) [^\(number)]

      ```experiment check
      points: \(number)
      list: [\(number), \(number)]
      ```
      ```quiz
      question: Q
      answers: [\(number)]
      answer: \(number)
      ```
      ```claims
      - \(number)
      ```
      """
    _ = parseLesson(lessonFile(lesson)).value.outline
    let files = ["references", "claims", "glossary", "course"].map { name in
      SourceFile(
        path: "\(name).yml", text: "a:\n  year: \(number)\n  title: \(number)\nlanguages: \(number)\n")
    }
    let course = parseCourse(
      configuration: files[3], references: files[0], claims: files[1], glossary: files[2],
      lessons: [lessonFile(lesson)])
    let years = course.value.bibliography.compactMap(\.year)
    #expect(years.allSatisfy(Limits.year.contains))
    _ = parsePhrasebook(SourceFile(path: "figures.zh.yml", text: "\"{\(number)} a\": \"{\(number)} b\"\n"))
  }
}
