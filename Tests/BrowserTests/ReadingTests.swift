import Foundation
import Testing

/// What a reader does with the pages: search, change the language, the colours, go by keyboard.
@Suite(.serialized, .enabled(if: BuiltCourse.canBeLookedAt, BuiltCourse.advice))
struct ReadingTests {
  private let page: Page

  init() throws {
    page = try BuiltCourse.page()
    try page.resize(1200, 900)
  }

  @Test(arguments: [("gradient.html", "vanishing"), ("zh/gradient.html", "梯度消失")])
  func `search finds a word of each language and leads to its section`(name: String, word: String) throws {
    try open(name)
    try page.press("/", code: 191, text: "/")
    #expect(try page.holds("document.querySelector('dialog.search').open"))
    try page.type(word)
    try waitUntil("document.querySelector('.hits li')")
    #expect(try page.text("document.querySelector('.hits li').textContent").contains(word))
    let hit = try page.text("document.querySelector('.hits a').href")
    try page.press("Enter", code: 13, text: "\r")
    try waitUntil("location.href === \(Self.quoted(hit)) && document.readyState === 'complete'")
    #expect(try page.text("document.querySelector('main').textContent").contains(word))
  }

  @Test(arguments: ["LoRA", "饱和"])
  func `search finds the term that is called so, and claims that speak of it`(word: String) throws {
    try open(word == "LoRA" ? "index.html" : "zh/index.html")
    try page.press("/", code: 191, text: "/")
    try page.type(word)
    try waitUntil("document.querySelector('.hits li')")
    for place in ["glossary.html#term.", "claims.html#claim."] {
      let hits = "[...document.querySelectorAll('.hits a')].filter((a) => a.href.includes('\(place)'))"
      #expect(try page.number("\(hits).length") > 0, "\(place)")
    }
  }

  @Test(arguments: ["gradient.html", "print.html"])
  func `on paper hints and solutions are open, and a quiz has its key`(name: String) throws {
    try open(name)
    for part in [".hint > :last-child", ".fold > :last-child", ".choice > p"] {
      let unseen = "[...document.querySelectorAll('\(part)')].filter((e) => !e.checkVisibility())"
      try page.show(on: "print")
      #expect(try page.number("document.querySelectorAll('\(part)').length") > 0, "\(part)")
      #expect(try page.number("\(unseen).length") == 0, "\(part)")
    }
  }

  @Test func `a search that finds nothing says so`() throws {
    try open("index.html")
    try page.press("/", code: 191, text: "/")
    try page.type("zzzzzz")
    #expect(try page.number("document.querySelectorAll('.hits li').length") == 0)
    #expect(try !page.text("document.querySelector('.search-note').textContent").isEmpty)
  }

  @Test func `the other language opens at the same section`() throws {
    try page.open(BuiltCourse.folder + "/gradient.html", anchor: "sec-vanishing")
    try waitUntil("document.querySelector('.outline [aria-current]')?.hash === '#sec-vanishing'")
    try page.wait { try page.evaluate("document.querySelector('a[data-language=zh]').click()") }
    #expect(try page.text("document.documentElement.lang").hasPrefix("zh"))
    let (here, current) = (try page.text("location.hash"), "#sec-vanishing")
    #expect(here == current)
  }

  @Test func `pages follow the system's colours, and the reader's choice is remembered`() throws {
    try page.prefer("light")
    try open("index.html")
    let light = try background()
    try page.prefer("dark")
    #expect(try background() != light)
    try page.evaluate("document.querySelector('[data-theme-is]').click()")
    #expect(try page.text("document.documentElement.dataset.theme") == "light")
    #expect(try background() == light)
    try open("gradient.html")
    #expect(try page.text("document.documentElement.dataset.theme") == "light")
  }

  @Test func `the first stop of the keyboard leads past the navigation to the text`() throws {
    try open("gradient.html")
    try page.press("Tab", code: 9)
    #expect(try page.holds("document.activeElement.matches('a.skip')"))
    #expect(try page.holds("document.activeElement.getBoundingClientRect().top >= 0"))
    try page.press("Enter", code: 13, text: "\r")
    #expect(try page.text("location.hash") == "#page.text")
  }

  @Test func `everything that can be used is reached by keyboard, and is seen to have the focus`() throws {
    try open("index.html")
    let stops = "[...document.querySelectorAll('a[href], button, summary, input')]"
    let count = try page.number("\(stops).filter((e) => e.checkVisibility() && e.tabIndex >= 0).length")
    var reached: Set<Int> = []
    for _ in 0..<count + 5 {
      try page.press("Tab", code: 9)
      reached.insert(try page.number("\(stops).indexOf(document.activeElement)"))
      let element = try page.text("document.activeElement.outerHTML.slice(0, 120)")
      #expect(try page.holds(Self.focusIsSeen), "\(element)")
    }
    #expect(reached.subtracting([-1]).count >= count - 1)
  }

  /// Whether what has the focus is framed; the switch of the menu frames its label instead.
  private static let focusIsSeen = """
    ((e, style) => e === document.body || e.matches('input.menu-switch')
      || style.outlineStyle !== 'none' || style.boxShadow !== 'none')
    (document.activeElement, getComputedStyle(document.activeElement))
    """

  @Test func `an open search closes with Escape`() throws {
    try open("index.html")
    try page.press("/", code: 191, text: "/")
    #expect(try page.holds("document.querySelector('dialog.search').open"))
    try page.press("Escape", code: 27)
    #expect(try !page.holds("document.querySelector('dialog.search').open"))
  }

  /// A text as JavaScript writes it.
  private static func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "\\'"))'" }

  private func background() throws -> String {
    try page.text("getComputedStyle(document.body).backgroundColor")
  }

  private func open(_ name: String) throws { try page.open(BuiltCourse.folder + "/" + name) }

  /// Waits until an expression is true, at most some seconds.
  private func waitUntil(_ expression: String) throws {
    for _ in 0..<100 {
      if try page.holds(expression) { return }
      usleep(50_000)
    }
    Issue.record("waited in vain until \(expression)")
  }
}
