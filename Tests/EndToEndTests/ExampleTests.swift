import Foundation
import Testing

/// The examples of the libraries' documentation compile, and run.
@Suite struct ExampleTests {
  /// Where examples are: the README, the articles, the comments.
  @Test(arguments: [
    "README.md", "Sources/Activations", "Sources/Neural", "Sources/DataSets", "Sources/Figures",
  ])
  func `every example in Swift compiles and runs`(place: String) throws {
    let examples = try Self.examples(in: place)
    #expect(!examples.isEmpty, "there is nothing to compile in \(place)")
    let blocks = examples.map { "From \($0.path):\n\n" + swift("do {\n\($0.code)\n}") }
    let course = try TemporaryCourse([
      "lessons/01-examples.md": lesson("Examples", ([swift(Self.reader)] + blocks).joined(separator: "\n"))
    ])
    let result = try course.run("check")
    #expect(result.status == 0, "\(result.errors)")
  }

  /// What an example in a comment takes for granted: a model and its data.
  private static let reader = """
    var generator = SeededGenerator(seed: 1)
    let x = Tensor.normal([6, 4], using: &generator)
    let labels = [0, 1, 2, 0, 1, 2], classes = labels
    let model = MLP([4, 6, 3], activation: .tanh, using: &generator)
    let optimizer = Adam(model.parameters)
    func trainOneEpoch() { optimizer.descend { model(x).crossEntropy(classes) } }
    func validationLoss() -> Double { 1 }
    """

  private struct Example {
    let path: String
    let code: String
  }

  /// The fences of Swift in a file, or in all files of a folder, with the place of each.
  private static func examples(in place: String) throws -> [Example] {
    let files = FileManager.default.enumerator(atPath: projectFolder + "/" + place)?.compactMap {
      $0 as? String
    }
    let paths = place.hasSuffix(".md") ? [place] : (files ?? []).sorted().map { place + "/" + $0 }
    return try paths.filter { $0.hasSuffix(".md") || $0.hasSuffix(".swift") }.flatMap { path in
      let text = try String(contentsOfFile: projectFolder + "/" + path, encoding: .utf8)
      return codes(in: path == "README.md" ? libraries(of: text) : text).map { Example(path: path, code: $0) }
    }
  }

  /// The part of the README that is about the libraries; the others show lessons.
  private static func libraries(of text: String) -> String {
    text.components(separatedBy: "\n## ").first { $0.hasPrefix("Use the libraries") } ?? ""
  }

  /// The texts between fences, without marks of comments; imports are left out, for a lesson has them all.
  private static func codes(in text: String) -> [String] {
    var codes: [[String]] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.drop { $0 == " " }
      let content = words.hasPrefix("///") ? String(words.dropFirst(3).drop { $0 == " " }) : String(line)
      if content == "```swift" { codes.append([]) }
      if content.hasPrefix("```") {
        isInside = content == "```swift"
      } else if isInside, !content.hasPrefix("import ") {
        codes[codes.count - 1].append(words.hasPrefix("/// ") ? String(words.dropFirst(4)) : content)
      }
    }
    return codes.map { $0.joined(separator: "\n") }
  }
}
