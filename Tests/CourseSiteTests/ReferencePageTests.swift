import ContentStore
import CourseModel
import CourseSite
import Figures
import Foundation
import Synchronization
import Testing

@Suite struct ReferencePageTests {
  private static let entries = [
    entry(
      "relu", "ReLU", #"\max(0, x)"#, "rectifiers", [[SIMD2(-4, 0), SIMD2(-2, 0), SIMD2(0, 0), SIMD2(4, 4)]]),
    entry("leakyReLU", "Leaky ReLU", #"\max(\alpha x, x)"#, "rectifiers"),
    entry(
      "gelu", "GELU", #"x\,\Phi(x)"#, "self-gated units",
      [[SIMD2(-4, 0.25), SIMD2(0, 1)], [SIMD2(0, 1e300), SIMD2(1, .infinity), SIMD2(4, 3)]]),
  ]

  private static func entry(
    _ name: String, _ title: String, _ formula: String, _ family: String, _ curve: [[SIMD2<Double>]] = []
  ) -> ActivationReference.Entry {
    ActivationReference.Entry(
      name: name, title: title, formula: formula, derivativeFormula: "1",
      code: "Activation.\(name)(0.5)  // < 1",
      syntax: [SyntaxSpan(start: 12 + name.utf8.count, length: 3, kind: .number)], family: family,
      curve: curve)
  }

  @Sendable private static func figures(of name: String) -> [Figure] {
    [
      .plot(Plot(title: name, series: [.line("f", [-1.0, 0, 1], [0, 0, 1])])),
      .table(Table(["", name], rows: [["values between", "0 and ∞"], ["note", "Mind the corner."]])),
    ]
  }

  private static func reference(
    _ figures: @escaping @Sendable (String) -> [Figure] = figures
  ) -> ActivationReference {
    let book = Phrasebook([
      .init("values between", "取值"), .init("{#} and ∞", "{#} 与 ∞"), .init("rectifiers", "整流类"),
    ])
    return ActivationReference(entries: entries, phrasebooks: ["zh": book], figures: figures)
  }

  private func sample(_ reference: ActivationReference = reference()) throws -> SiteSample {
    var sample = try SiteSample()
    sample.course.configuration.reference = .activations
    sample.reference = reference
    return sample
  }

  @Test(arguments: ["activation-leakyReLU.html", "zh/activation-leakyReLU.html", "activations.html"])
  func `the pages of activations`(path: String) throws {
    let sample = try sample()
    defer { sample.remove() }
    try snapshot(sample.text(of: path), named: "main-" + path.replacing("/", with: "-"))
    #expect(SiteMarkup(try #require(sample.page(path))).problems.isEmpty)
  }

  @Test func `the index has a heading for each family, in the page's language`() throws {
    let sample = try sample()
    defer { sample.remove() }
    let english = try sample.text(of: "activations.html"),
      chinese = try sample.text(of: "zh/activations.html")
    #expect(english.matches(of: /<h2>([^<]*)/).map { String($0.1) } == ["Rectifiers", "Self-gated units"])
    #expect(chinese.matches(of: /<h2>([^<]*)/).map { String($0.1) } == ["整流类", "Self-gated units"])
  }

  @Test func `a graph is drawn without points that nobody sees, in pieces between jumps`() throws {
    let sample = try sample()
    defer { sample.remove() }
    let paths = try sample.text(of: "activations.html").matches(of: /<path d="([^"]*)"/).map { String($0.1) }
    #expect(paths == ["M0 24 24 24 48 0", "M0 22.5 24 18M24 -12 48 6"])
  }

  @Test func `every page of the course leads to the index, and only if there is one`() throws {
    var sample = try sample()
    defer { sample.remove() }
    #expect(sample.page("kinks.html")?.contains("href=\"activations.html\"") == true)
    sample.course.configuration.reference = nil
    sample.reference = nil
    #expect(sample.page("kinks.html")?.contains("activations.html") == false)
    #expect(sample.page("activation-gelu.html") == nil)
  }

  @Test func `a link leads to the page in the lesson's language`() throws {
    var sample = try sample()
    defer { sample.remove() }
    let link = Link(
      destination: "activation:gelu", title: "", content: [.text("GELU")], position: Position(line: 3))
    for index in [1, 2] {
      sample.course.lessons[index].blocks = [Block(.paragraph([.link(link)]), at: Position(line: 3))]
    }
    let expected = "<a href=\"activation-gelu.html\">GELU</a>"
    #expect(sample.page("kinks.html")?.contains(expected) == true)
    #expect(sample.page("zh/kinks.html")?.contains(expected) == true)
  }

  @Test func `the search finds activations by their names in prose and in code`() throws {
    let sample = try sample()
    defer { sample.remove() }
    let entry = "[\"activation-leakyReLU.html\",\"Leaky ReLU\",\"leakyReLU\"]"
    #expect(sample.page("assets/search-en.js")?.contains(entry) == true)
    #expect(sample.page("assets/search-zh.js")?.contains("\"zh/activation-gelu.html\"") == true)
  }

  @Test func `figures are made once for all languages, and not again for another lesson's text`() throws {
    let made = Mutex<[String]>([])
    var sample = try sample(
      Self.reference { name in
        made.withLock { $0.append(name) }
        return Self.figures(of: name)
      })
    sample.useOwnStore()
    defer { sample.remove() }
    _ = sample.site().files().value.map(\.bytes)
    sample.course.lessons[1].file = SourceFile(path: "lessons/02-kinks.md", text: "# Kinks\n\nOther.\n")
    _ = sample.site().files().value.map(\.bytes)
    #expect(made.withLock { $0.sorted() } == ["gelu", "leakyReLU", "relu"])
  }

  @Test func `a formula that cannot be read is an error of the file that asks for the pages`() throws {
    var sample = try sample()
    defer { sample.remove() }
    sample.reference?.entries[1].formula = #"\foo{"#
    for _ in 1...2 {
      let problems = sample.site().files().diagnostics
      #expect(problems.map { $0.path.hasSuffix("lessons/course.yml") } == [true])
      #expect(problems.first?.message.hasPrefix("in the formula of 'leakyReLU': ") == true)
    }
  }

  @Test(arguments: ["activations", "activation-mine"])
  func `no lesson may take the name of such a page`(name: String) throws {
    var sample = try sample()
    defer { sample.remove() }
    sample.course.lessons[0].id = name
    #expect(sample.site().files().diagnostics.contains { $0.rule == "reserved-name" })
  }
}
