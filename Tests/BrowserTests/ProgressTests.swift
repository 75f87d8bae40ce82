import Foundation
import Testing

/// What the pages remember of what a reader has done.
@Suite(
  .serialized, .enabled(if: BuiltCourse.lessonWithTasks != nil, "no lesson has both an exercise and a quiz"))
struct ProgressTests {
  private let page: Page
  private let name: String

  init() throws {
    name = try #require(BuiltCourse.lessonWithTasks)
    page = try BuiltCourse.page()
    try page.resize(1200, 900)
    try open()
  }

  private func open(_ path: String? = nil) throws { try page.open(BuiltCourse.folder + "/" + (path ?? name)) }

  private static let mark = "document.querySelector('.contents [aria-current] .progress').textContent"

  /// Every choice that is right, opened; the browser tells of it a moment later.
  private static let answer = """
    (document.querySelectorAll('.quiz .correct').forEach((choice) => { choice.open = true; }), \
    new Promise((done) => setTimeout(done, 50)))
    """

  @Test func `an exercise that is ticked off stays so, in both languages`() throws {
    #expect(try page.text(Self.mark) == "")
    try page.evaluate("document.querySelector('.task-done input').click()")
    #expect(try page.text(Self.mark).hasPrefix("1/"))
    for path in [name, "zh/" + name] {
      try open(path)
      #expect(try page.holds("document.querySelector('.task-done input').checked"))
      #expect(try page.text(Self.mark).hasPrefix("1/"))
    }
    try page.evaluate("document.querySelector('.task-done input').click()")
    try open()
    #expect(try !page.holds("document.querySelector('.task-done input').checked"))
  }

  @Test func `a quiz is answered when all that is right in it has been chosen`() throws {
    let answered = "[...document.querySelectorAll('.answered')].every((mark) => !mark.hidden)"
    try page.evaluate("document.querySelector('.choice:not(.correct)').open = true")
    #expect(try !page.holds(answered))
    try page.evaluate(Self.answer)
    #expect(try page.holds(answered))
    try open()
    #expect(try page.holds(answered))
  }

  @Test func `a lesson whose end was seen and whose tasks are done has a tick, until it is forgotten`() throws
  {
    try page.evaluate("document.querySelectorAll('.task-done input').forEach((box) => box.click())")
    try page.evaluate(Self.answer)
    #expect(try page.text(Self.mark) != "✓")
    try page.evaluate("document.querySelector('.turn').scrollIntoView({ behavior: 'instant' })")
    for _ in 0..<100 where try page.text(Self.mark) != "✓" { usleep(50_000) }
    #expect(try page.text(Self.mark) == "✓")
    try open("index.html")
    #expect(
      try page.number("[...document.querySelectorAll('.progress')].filter((mark) => mark.textContent).length")
        == 1)
    try page.evaluate("(window.confirm = () => true, document.querySelector('.forget').click())")
    #expect(try page.text("document.querySelector('.contents').textContent").contains("✓") == false)
    #expect(try page.holds("document.querySelector('.forget').hidden"))
    #expect(try page.number("localStorage.length") == 0)
  }

  @Test func `where the browser keeps nothing, the page still works`() throws {
    try page.evaluate(
      "(Object.defineProperty(window, 'localStorage', { get() { throw new Error('private'); } }), true)")
    try page.evaluate("document.querySelector('.task-done input').click()")
    #expect(try page.text(Self.mark).hasPrefix("1/"))
    #expect(page.complaints.isEmpty)
  }

  @Test func `without a script a choice still unfolds, and there is nothing to tick`() throws {
    try page.setScripts(false)
    defer { try? page.setScripts(true) }
    try open()
    #expect(try page.number("document.querySelectorAll('.task-done, .forget, .progress').length") == 0)
    #expect(try page.holds("document.querySelector('.quiz .choice > summary')"))
  }
}

extension BuiltCourse {
  /// A lesson's page with an exercise and a quiz, where there are pages and a browser.
  fileprivate static let lessonWithTasks: String? =
    canBeLookedAt
    ? lessons("en").first { name in
      let text = (try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)) ?? ""
      return text.contains("<section class=\"quiz\"") && text.contains(" id=\"exr-")
    } : nil
}
