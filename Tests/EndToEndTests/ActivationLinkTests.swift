import Foundation
import Testing

/// Links to reference pages are checked against the catalogue.
@Suite struct ActivationLinkTests {
  private static func course(_ configuration: String, _ link: String) throws -> TemporaryCourse {
    try TemporaryCourse([
      "lessons/course.yml": "title: A\nlanguages: [en]\n" + configuration,
      "lessons/01-one.md": lesson("One", "See [it](activation:\(link))."),
    ])
  }

  @Test func `an activation that there is not is an error with the nearest one`() throws {
    let result = try Self.course("reference: activations\n", "gelo").run("check")
    #expect(result.status == 1)
    #expect(result.errors.contains("there is no activation 'gelo' [unknown-activation]"))
    #expect(result.errors.contains("did you mean 'gelu'?"))
  }

  @Test func `without reference pages a link to one is an error that names the switch`() throws {
    let result = try Self.course("", "gelu").run("check")
    #expect(result.status == 1)
    #expect(result.errors.contains("[no-reference]"))
    #expect(result.errors.contains("'reference: activations'"))
  }

  @Test func `with the switch there is a page for each activation, and the link leads to one`() throws {
    let course = try Self.course("reference: activations\n", "gelu")
    let result = try course.run("build")
    #expect(result.status == 0, "\(result.errors)")
    #expect(course.read("output/one.html")?.contains("href=\"activation-gelu.html\"") == true)
    #expect(course.read("output/activation-gelu.html")?.contains("Activation.gelu(<span") == true)
    #expect(course.read("output/activations.html")?.contains("activation-bentIdentity.html") == true)
  }
}
