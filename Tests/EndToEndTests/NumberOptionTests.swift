import Foundation
import Testing

/// Numbers on the command line that nobody means.
@Suite struct NumberOptionTests {
  private static let extremes = [
    "1e300", "inf", "-inf", "nan", "0x1p1023", "9223372036854775807", "9223372036854775808", "-1",
    "-9223372036854775808", "0", "", "1e-320", String(repeating: "9", count: 400),
  ]

  private func check(_ executable: String, _ arguments: [String], in folder: String, _ option: String) throws
  {
    for number in Self.extremes {
      let result = try TemporaryCourse.run(
        executable: executable, arguments + ["\(option)=\(number)"], in: folder)
      #expect(result.status == 2 || result.status == 64, "\(option) \(number): \(result.status)")
      #expect(result.errors.contains(option), "\(option) \(number): \(result.errors)")
    }
  }

  @Test(arguments: [
    ("check", "--jobs"), ("check", "--timeout"), ("build", "--timeout"), ("build", "--jobs"),
    ("run", "--timeout"),
    ("run", "--jobs"), ("serve", "--timeout"), ("serve", "--jobs"),
  ])
  func `a number outside its range is wrong usage, which names the option`(command: String, option: String)
    throws
  {
    let course = try TemporaryCourse(["lessons/01-one.md": lesson("One", "Text.")])
    try check("lessons", [command] + (command == "run" ? ["one"] : []), in: course.folder, option)
  }

  @Test func `the width of a terminal has a range, and so has a port`() throws {
    let course = try TemporaryCourse(["lessons/01-one.md": lesson("One", "Text.")])
    try check("lessons", ["run", "one"], in: course.folder, "--width")
    for port in ["65536", "-1", "1e3", "99999999999999999999"] {
      #expect(try course.run("serve", "--port=\(port)").status == 2)
    }
  }

  @Test(arguments: [
    "--steps", "--layers", "--heads", "--width", "--context", "--batch", "--rate", "--every", "--top",
    "--lora",
  ])
  func `the numbers of train-gpt have ranges`(option: String) throws {
    let folder = try TemporaryCourse(["text.txt": String(repeating: "a text to learn from ", count: 20)])
    for number in Self.extremes {
      let arguments = ["--text", "text.txt", "--from", "nowhere", "\(option)=\(number)"]
      let result = try TemporaryCourse.run(executable: "train-gpt", arguments, in: folder.folder)
      #expect((1...64).contains(result.status), "\(option) \(number): \(result.status) \(result.errors)")
    }
  }

  @Test func `sizes of train-gpt that together are too much are refused`() throws {
    let folder = try TemporaryCourse(["text.txt": String(repeating: "a text to learn from ", count: 20)])
    for sizes in [
      ["--width=65536", "--heads=1"], ["--batch=65536", "--context=65536"], ["--layers=256", "--width=4096"],
    ] {
      let result = try TemporaryCourse.run(
        executable: "train-gpt", ["--text", "text.txt"] + sizes, in: folder.folder)
      #expect(result.status == 1 && result.errors.contains("Error: "), "\(result)")
    }
  }

  @Test(arguments: [
    "9223372036854775807-a.md", "999999999-a.md", "1000000000-a.md", "99999999999999999999-a.md", "٣-a.md",
    "１-a.md",
  ])
  func `a lesson begins after any that is there, or says why not`(name: String) throws {
    let course = try TemporaryCourse([
      "lessons/\(name)": lesson("One", "Text."), "lessons/02-b.md": lesson("B", "Text."),
    ])
    #expect([0, 2].contains(try course.run("new", "Topic").status))
    #expect([0, 1].contains(try course.run("check").status))
    #expect(try course.run("list").status == 0)
  }

  @Test(arguments: ["1e300", "inf", "nan", "9223372036854775807", "-1", "0x1p1023"])
  func `a parameter of an experiment outside its range is wrong usage`(number: String) throws {
    let result = try TemporaryCourse().run("run", "derivative-check", "points=\(number)")
    #expect(result.status == 2 && result.errors.contains("points"))
  }

  @Test func `a seed that an experiment does not take is an error before it runs`() throws {
    let body =
      "```experiment loss-curves\nseed: 18446744073709551615\n```\n\n```experiment gain\nseed: 99999999999\n```\n"
    let course = try TemporaryCourse(["lessons/01-one.md": lesson("One", body)])
    let result = try course.run("check")
    #expect(result.status == 1 && result.errors.contains("[experiment-parameter]"))
  }
}
