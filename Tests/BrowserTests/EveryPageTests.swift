import Foundation
import Testing

/// What holds of every page of the built course, in a real browser, from disk.
@Suite(.serialized, .enabled(if: BuiltCourse.canBeLookedAt, BuiltCourse.advice))
struct EveryPageTests {
  private let page: Page

  init() throws { page = try BuiltCourse.page() }

  @Test func `every page loads without a complaint, and asks the network for nothing`() throws {
    #expect(BuiltCourse.pages.count > 10)
    for name in BuiltCourse.pages {
      try open(name)
      #expect(page.complaints.isEmpty, "\(name)")
      let foreign = page.requests.filter { !$0.hasPrefix("file:") && !$0.hasPrefix("data:") }
      #expect(foreign.isEmpty, "\(name)")
      #expect(try page.number("document.querySelectorAll('h1').length") == 1, "\(name) has one title")
      #expect(try page.holds("document.title && document.documentElement.lang"), "\(name)")
    }
  }

  @Test func `no page scrolls sideways on a phone`() throws {
    try page.resize(390, 844)
    for name in BuiltCourse.pages {
      try open(name)
      #expect(try page.number("document.documentElement.scrollWidth") <= 390, "\(name)")
    }
  }

  @Test func `every link leads to a page that exists, and to an anchor in it`() throws {
    var anchors: [String: Set<String>] = [:]
    var links: [(from: String, to: URL)] = []
    for name in BuiltCourse.pages {
      try open(name)
      let ids =
        try page.evaluate("[...document.querySelectorAll('[id]')].map((e) => e.id)") as? [String] ?? []
      anchors[path(name)] = Set(ids)
      #expect(ids.count == Set(ids).count, "an id stands twice in \(name)")
      let found =
        try page.evaluate("[...document.querySelectorAll('a[href]')].map((e) => e.href)") as? [String]
      links += (found ?? []).compactMap(URL.init).filter(\.isFileURL).map { (name, $0) }
    }
    for (from, to) in links {
      let exists = anchors[to.path] != nil || FileManager.default.fileExists(atPath: to.path)
      #expect(exists, "\(from) links to \(to.lastPathComponent)")
      if let anchor = to.fragment?.removingPercentEncoding, !anchor.isEmpty, let known = anchors[to.path] {
        #expect(known.contains(anchor), "\(from) links to #\(anchor) of \(to.lastPathComponent)")
      }
    }
  }

  @Test(.enabled(if: BuiltCourse.axe != nil, BuiltCourse.axeAdvice), arguments: ["light", "dark"])
  func `axe finds nothing to complain about on any page`(scheme: String) throws {
    let axe = try #require(BuiltCourse.axe)
    try page.prefer(scheme)
    try page.resize(1100, 900)
    for name in scheme == "light" ? BuiltCourse.pages : BuiltCourse.pagesOfEachKind {
      try open(name)
      try page.evaluate(axe)
      let violations = try page.text(
        """
        axe.run().then((result) => result.violations
          .map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(' | ')).join('\\n'))
        """)
      #expect(violations.isEmpty, "\(name), \(scheme)")
    }
  }

  @Test func `every lesson can be read without JavaScript`() throws {
    let lessons = BuiltCourse.lessons("en") + BuiltCourse.lessons("zh")
    #expect(!lessons.isEmpty)
    for name in lessons {
      try page.setScripts(false)
      try open(name)
      try page.setScripts(true)
      #expect(try page.number("document.querySelector('main').innerText.length") > 1500, "\(name)")
      let hidden = try page.number(
        "[...document.querySelectorAll('.needs-script')].filter((e) => e.offsetParent !== null).length")
      #expect(hidden == 0, "\(name) shows what needs a script")
    }
  }

  private func path(_ name: String) -> String { BuiltCourse.folder + "/" + name }

  private func open(_ name: String) throws { try page.open(path(name)) }
}
