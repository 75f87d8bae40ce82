import ContentStore
import CourseModel
import Evaluation
import Foundation
import Testing

/// What lessons are built with: found, missing, or of another kind.
@Suite struct ToolTests {
  let workshop: Workshop

  init() throws { workshop = try Workshop() }

  @Test func `a compiler that knows none of our options is driven by its driver`() throws {
    let programs = workshop.folder + "/bin"
    try FileManager.default.createDirectory(atPath: programs, withIntermediateDirectories: true)
    try workshop.writeProgram(
      "echo '<unknown>:0: error: unknown argument' >&2; exit 1", to: programs + "/swift-frontend")
    try workshop.writeProgram("exec \(workshop.toolchain.driver) \"$@\"", to: programs + "/swiftc")
    var toolchain = workshop.toolchain
    toolchain.driver = programs + "/swiftc"
    let outcome = try workshop.evaluate(
      Lesson(
        """
        ```swift
        let a = 2.4.rounded()
        a
        ```
        ```swift fails
        a + ""
        ```
        ```swift
        [a][1]
        ```
        """), toolchain: toolchain)
    #expect(outcome.cells.map(\.state) == [.ran, .rejected, .failed])
    #expect(outcome.cells[0].outputs == [.figure(.text("2.0"))])
    #expect(outcome.diagnostics.map(\.position) == [Position(line: 9, column: 4)])
  }

  @Test func `a toolchain without its linker links by clang`() throws {
    let programs = workshop.folder + "/bin"
    try FileManager.default.createDirectory(atPath: programs, withIntermediateDirectories: true)
    let real = URL(fileURLWithPath: workshop.toolchain.driver).deletingLastPathComponent().path
    for program in ["swift-frontend", "clang"] {
      try workshop.writeProgram("exec \(real)/\(program) \"$@\"", to: "\(programs)/\(program)")
    }
    var toolchain = workshop.toolchain
    toolchain.driver = programs + "/swiftc"
    let outcome = try workshop.evaluate(
      Lesson("```swift\nimport Foundation\nString(format: \"%.1f\", 2.5.rounded())\n```"),
      toolchain: toolchain)
    #expect(outcome.outline == "0 ran\n  shows \"3.0\"")
  }

  @Test func `libraries beside Foundation are linked`() throws {
    let code = """
      ```swift
      import Dispatch
      import FoundationNetworking
      import RegexBuilder
      let group = DispatchGroup()
      group.wait()
      let digits = Regex { OneOrMore(.digit) }
      "a12".firstMatch(of: digits).map { String($0.0) } ?? ""
      ```
      """
    #expect(try workshop.evaluate(Lesson(code)).outline == "0 ran\n  shows \"12\"")
  }

  @Test func `a module cache that cannot be written costs time alone`() throws {
    var settings = workshop.settings()
    settings.moduleCache = "/proc/modules-cannot-be-here"
    let outcome = try workshop.evaluate(
      Lesson("```swift\nimport Glibc\nsqrt(4.0)\n```"), settings: settings)
    #expect(outcome.outline == "0 ran\n  shows \"2.0\"")
  }

  @Test func `a missing compiler and a missing kit say what to do`() {
    #expect(throws: MissingTool.self) {
      try Toolchain.find(environment: ["PATH": "/nowhere"], store: workshop.store)
    }
    #expect(throws: MissingTool.self) { try Kit(folder: "/nowhere") }
    #expect(throws: MissingTool.self) {
      try Kit.find(environment: [:], executable: "/nowhere/bin/lessons")
    }
  }

  @Test func `the kit is found by the variable, and the toolchain is asked once`() throws {
    let kit = try Kit.find(environment: ["LESSONS_KIT": workshop.kit.folder], executable: "/nowhere/lessons")
    #expect(kit == workshop.kit)
    #expect(try Toolchain.find(store: workshop.store) == workshop.toolchain)
    #expect(workshop.toolchain.version.hasPrefix("Swift version"))
  }

  @Test func `this machine refuses everything that is tried`() {
    let report = SandboxReport(kit: workshop.kit, toolchain: workshop.toolchain)
    #expect(report.findings.filter { !$0.holds }.map(\.sentence) == [])
    #expect(report.isComplete)
    #expect(report.warning == nil)
  }

  @Test func `a machine that refuses nothing is told of, thing by thing`() {
    let report = SandboxReport(isComplete: false)
    #expect(report.findings.count == SandboxReport.Attempt.allCases.count)
    #expect(report.warning?.hasPrefix("lessons run unconfined on this machine: programs can write") == true)
  }

  @Test func `what a killed build has left is removed`() throws {
    let abandoned = NSTemporaryDirectory() + "/lessons-run-4194303-abcdef"
    try FileManager.default.createDirectory(atPath: abandoned, withIntermediateDirectories: true)
    let longAgo = [FileAttributeKey.modificationDate: Date(timeIntervalSince1970: 0)]
    try FileManager.default.setAttributes(longAgo, ofItemAtPath: abandoned)
    #expect(try workshop.evaluate(Lesson("```swift\n1\n```")).hasErrors == false)
    #expect(!FileManager.default.fileExists(atPath: abandoned))
  }

  @Test func `a module cache that was moved is made anew`() throws {
    let lesson = Lesson("```swift\n1\n```")
    var settings = workshop.settings()
    settings.moduleCache = workshop.folder + "/one"
    #expect(try workshop.evaluate(lesson, settings: settings).hasErrors == false)
    try FileManager.default.moveItem(atPath: workshop.folder + "/one", toPath: workshop.folder + "/two")
    settings.moduleCache = workshop.folder + "/two"
    settings.refresh = true
    #expect(try workshop.evaluate(lesson, settings: settings).diagnostics == [])
  }
}
