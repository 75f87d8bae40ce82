import Foundation
import Testing

/// One example of a specification.
struct SpecificationExample: Sendable, CustomTestStringConvertible {
  /// Its number in the specification.
  var number: Int
  /// The heading that it stands under.
  var section: String
  /// The text.
  var markdown: String
  /// What the text must become.
  var html: String

  var testDescription: String { "example \(number), \(section)" }
}

/// The specifications' examples, if they have been fetched.
enum Suites {
  /// Said where a suite is missing.
  static let advice: Comment = "the suites are not here; fetch them with Tests/ConformanceTests/fetch-suites"

  /// CommonMark 0.30.
  static let commonMark: [SpecificationExample] = {
    guard let data = read("commonmark.json") else { return [] }
    let entries = (try? JSONDecoder().decode([CommonMarkEntry].self, from: data)) ?? []
    return entries.map {
      SpecificationExample(number: $0.example, section: $0.section, markdown: $0.markdown, html: $0.html)
    }
  }()

  /// The tables of GitHub Flavored Markdown.
  static let tables: [SpecificationExample] = {
    guard let data = read("gfm.txt") else { return [] }
    let fence = String(repeating: "`", count: 32)
    let parts = String(decoding: data, as: UTF8.self).components(separatedBy: fence)
    return parts.filter { $0.hasPrefix(" example table\n") }.enumerated().compactMap { index, part in
      let halves = part.replacingOccurrences(of: "→", with: "\t").components(separatedBy: "\n.\n")
      guard halves.count == 2 else { return nil }
      let markdown = halves[0].dropFirst(" example table\n".count) + "\n"
      return SpecificationExample(
        number: index + 1, section: "Tables", markdown: String(markdown), html: halves[1])
    }
  }()

  private struct CommonMarkEntry: Decodable {
    var markdown: String
    var html: String
    var example: Int
    var section: String
  }

  private static func read(_ name: String) -> Data? {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try? Data(contentsOf: package.appendingPathComponent(".build/suites/\(name)"))
  }
}
