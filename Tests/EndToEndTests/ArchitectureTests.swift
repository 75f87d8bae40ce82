import Foundation
import Testing

/// The table of targets in ARCHITECTURE.md, held against the sources.
@Suite struct ArchitectureTests {
  /// A target and what the table says it imports.
  struct Target: CustomTestStringConvertible {
    var name: String
    var imports: Set<String>
    var testDescription: String { name }
  }

  private static let mathematics: Set = [
    "Activations", "DataSets", "Experiments", "Figures", "LessonKit",
  ]
  private static let system: Set = ["Foundation", "Synchronization", "Dispatch", "Glibc", "Musl", "Darwin"]

  @Test(arguments: try targets())
  func `a target imports what the table says, and the mathematics no system library`(target: Target) throws {
    var found = try Self.imports(of: target.name)
    if !Self.mathematics.contains(target.name) { found.subtract(Self.system) }
    #expect(found == target.imports)
  }

  @Test func `the table names every target`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: projectFolder + "/Sources")
    let libraries: Set = ["CCMark", "CDuktape", "CGraphviz", "CZlib"]
    #expect(Set(folders).subtracting(libraries) == Set(try Self.rows().map(\.name)))
  }

  /// The targets in Swift whose imports the table lists one by one.
  private static func targets() throws -> [Target] {
    let others: Set = ["lessons", "LessonRunner", "LessonSyntax"]
    return try rows().filter { !others.contains($0.name) }
  }

  private static func rows() throws -> [Target] {
    let text = try String(contentsOfFile: projectFolder + "/ARCHITECTURE.md", encoding: .utf8)
    return text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let names = cells[2].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      let isNothing = cells[2].hasPrefix("nothing") || cells[2] == "–"
      return Target(name: cells[0].filter { $0 != "`" }, imports: isNothing ? [] : Set(names))
    }
  }

  private static func imports(of target: String) throws -> Set<String> {
    let folder = "\(projectFolder)/Sources/\(target)"
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    var found: Set<String> = []
    for name in names where name.hasSuffix(".swift") {
      let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        if let index = words.firstIndex(of: "import"), index < 2, index + 1 < words.count,
          index == 0 || words[0].hasPrefix("@") || ["public", "package", "internal"].contains(words[0])
        {
          found.insert(String(words[index + 1]))
        }
      }
    }
    return found
  }
}
