import Activations
import Foundation
import Testing

/// The course's own file of phrases.
@Suite struct PhrasesTests {
  @Test func `no phrase translates the name of an activation`() throws {
    let text = try String(contentsOfFile: projectFolder + "/lessons/figures.zh.yml", encoding: .utf8)
    let keys = text.split(separator: "\n").compactMap { line in
      line.firstMatch(of: /^(?:"([^"]+)"|([^"#:]+)):/).map { String($0.1 ?? $0.2 ?? "") }
    }
    #expect(keys.count > 100)
    #expect(Set(keys).isDisjoint(with: Activation.catalog.map(\.name)))
  }
}
