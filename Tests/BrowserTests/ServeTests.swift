import Foundation
import Testing

/// What `lessons serve` answers, and what an open page makes of it.
@Suite struct ServeTests {
  @Test func `files come with their types, the root with the first page, and nothing else comes`()
    async throws
  {
    let course = try ServedCourse("Words.")
    try await course.waitForPage(with: "Words.")
    let types = ["": "text/html", "assets/course.css": "text/css", "assets/course.js": "text/javascript"]
    for (path, type) in types {
      let (_, response) = try await course.answer(to: path)
      #expect(response.statusCode == 200 && response.mimeType == type, "\(path)")
      #expect(response.value(forHTTPHeaderField: "Cache-Control") == "no-store")
    }
    for path in ["gone.html", ".lessons-site", "%2e%2e/lessons/01-one.md", "assets/"] {
      let (_, response) = try await course.answer(to: path)
      #expect(response.statusCode == 404, "\(path)")
    }
    #expect(try await course.answer(to: "", method: "POST").response.statusCode == 405)
  }

  @Test func `the page that is served has the script that follows, the page on disk does not`() async throws {
    let course = try ServedCourse("Words.")
    try await course.waitForPage(with: "Words.")
    #expect(try await course.answer(to: "one.html").text.contains("/.lessons/live.js"))
    #expect(try course.pageOnDisk().contains("live.js") == false)
  }

  @Test func `a build that fails is told with its place, and the page stays`() async throws {
    let course = try ServedCourse("Words.")
    try await course.waitForPage(with: "Words.")
    try course.write("Others.\n\n```swift\nunknownName\n```")
    var state = ""
    for _ in 0..<6000 where !state.contains("\"hasFailed\":true") {
      state = try await course.answer(to: ".lessons/state").text
      try await Task.sleep(for: .milliseconds(50))
    }
    #expect(state.contains("01-one.md:8:1: error: cannot find 'unknownName' in scope"), "\(state)")
    #expect(try await course.answer(to: "one.html").text.contains("Words."))
  }

  @Test(.enabled(if: ChildBrowser.program != nil, "to look at pages, install the Debian package chromium"))
  func `an open page follows what is written, shows what fails, and recovers`() throws {
    let course = try ServedCourse("First words.")
    let page = try BuiltCourse.page()
    try page.open(address: course.address + "one.html")
    try page.wait(until: "document.body.innerText.includes('First words.')")
    try course.write("Second words.")
    try page.wait(until: "document.body.innerText.includes('Second words.')")
    try course.write("Third words.\n\n```swift\nunknownName\n```")
    let report = "document.querySelector('lessons-live').shadowRoot.querySelector('details')"
    try page.wait(until: "\(report).open && \(report).innerText.includes('01-one.md:8:1: error')")
    #expect(try page.holds("document.body.innerText.includes('Second words.')"))
    try course.write("Fourth words.")
    try page.wait(until: "document.body.innerText.includes('Fourth words.') && \(report).hidden")
  }
}
