import ContentStore
import CourseModel
import Evaluation
import Foundation
import Testing

/// What the compiler keeps for itself, and what becomes of lessons when that is damaged.
@Suite struct ModuleCacheTests {
  let workshop: Workshop

  init() throws { workshop = try Workshop() }

  private static let damages: [String: @Sendable ([UInt8]) -> [UInt8]] = [
    "empty": { _ in [] }, "cut short": { Array($0.prefix($0.count / 2)) },
    "almost whole": { Array($0.dropLast(100)) }, "nothing but a head": { Array($0.prefix(64)) },
    "garbage": { $0.indices.map { UInt8(truncatingIfNeeded: $0 &* 31 &+ 7) } },
    "garbage behind a head": { bytes in
      bytes.prefix(256) + bytes.dropFirst(256).indices.map { UInt8(truncatingIfNeeded: $0 &* 31 &+ 7) }
    },
    "of another version": { bytes in
      Array(String(decoding: bytes.prefix(4096), as: UTF8.self).utf8.prefix(64)) + bytes.dropFirst(64)
    },
  ]

  @Test(arguments: damages.keys.sorted())
  func `a damaged module cache heals itself`(damage: String) throws {
    let change = try #require(Self.damages[damage])
    var settings = workshop.settings()
    settings.moduleCache = workshop.folder + "/modules"
    settings.refresh = true
    let code = "```swift\nimport Foundation\nString(format: \"%.1f\", 2.5.rounded())\n```"
    let good = "0 ran\n  shows \"3.0\""
    #expect(try workshop.evaluate(Lesson(code), settings: settings).outline == good)
    let files = try #require(FileManager.default.subpaths(atPath: workshop.folder + "/modules"))
    for file in files {
      let path = workshop.folder + "/modules/" + file
      guard let bytes = FileBytes.read(path) else { continue }
      try Data(change(bytes)).write(to: URL(fileURLWithPath: path))
    }
    #expect(try workshop.evaluate(Lesson(code), settings: settings).outline == good)
    #expect(try workshop.evaluate(Lesson(code), settings: settings).outline == good)
  }

  @Test func `code at which the compiler fails leaves the module cache alone`() throws {
    var settings = workshop.settings()
    settings.moduleCache = workshop.folder + "/modules"
    #expect(
      try !workshop.evaluate(Lesson("```swift\nimport Foundation\n1\n```"), settings: settings).hasErrors)
    let before = FileManager.default.subpaths(atPath: workshop.folder + "/modules") ?? []
    let outcome = try workshop.evaluate(Lesson("```swift\nimport Nowhere\n1\n```"), settings: settings)
    #expect(outcome.diagnostics.map(\.message) == ["no such module 'Nowhere'"])
    let after = FileManager.default.subpaths(atPath: workshop.folder + "/modules") ?? []
    #expect(!before.isEmpty && Set(before).isSubset(of: after))
  }
}
