import Foundation
import Testing

/// The pages' content security policy, in a real browser: it is satisfied, and it holds.
@Suite(
  .serialized,
  .enabled(if: ChildBrowser.program != nil, "to look at pages, install the Debian package chromium"))
final class PolicyTests {
  private let page: Page
  private let course: ServedCourse

  init() async throws {
    page = try BuiltCourse.page()
    course = try ServedCourse(Self.lesson, files: Self.files)
    try await course.waitForPage(with: "Plain words")
  }

  /// Every kind of page that a course can have, and the page before the first build.
  private var pages: [String] {
    let names = FileManager.default.enumerator(atPath: course.output)?.compactMap { $0 as? String } ?? []
    return names.filter {
      $0.hasSuffix(".html") && (!$0.contains("activation-") || $0.hasSuffix("-gelu.html"))
    }.sorted()
  }

  @Test func `every kind of page satisfies its policy, from disk`() throws {
    #expect(pages.count > 20)
    for name in pages {
      try page.open(course.output + "/" + name)
      #expect(page.complaints.isEmpty, "\(name)")
      try check(name)
    }
  }

  @Test func `every kind of page satisfies its policy, from the server`() throws {
    for name in pages {
      try page.open(address: course.address + name)
      #expect(page.complaints.isEmpty, "\(name)")
      #expect(try page.holds("document.querySelector('lessons-live')"), "\(name)")
      try check(name)
    }
  }

  /// The style sheet, the fonts and the scripts of the page are at work.
  private func check(_ name: String) throws {
    #expect(try page.holds("getComputedStyle(document.body).margin === '0px'"), "\(name)")
    #expect(try page.holds("document.documentElement.classList.contains('js')"), "\(name)")
    guard name.hasSuffix("one.html"), !name.hasPrefix("zh") else { return }
    let node = "document.querySelector('.flowchart .node > :not(text)')"
    #expect(try page.holds("getComputedStyle(\(node)).fillOpacity === '0.1'"))
    #expect(try page.holds("document.fonts.load('1em KaTeX_Main').then((fonts) => fonts.length)"))
    #expect(try page.holds("document.querySelector('main img').decode().then(() => true)"))
    #expect(try page.holds("getComputedStyle(document.querySelector('.mine')).color === 'rgb(1, 2, 3)'"))
    #expect(try page.holds("getComputedStyle(document.querySelector('.mine')).letterSpacing === '3px'"))
    try page.press("/", code: 191, text: "/")
    try page.type("Plain")
    try page.wait(until: "document.querySelector('.hits li')")
  }

  @Test(arguments: [false, true])
  func `what raw HTML would run does not run`(isServed: Bool) async throws {
    let course = try ServedCourse(
      "Words.", files: ["course.yml": "raw_html: true\n", "02-two.md": Self.hostileLesson])
    try await course.waitForPage(with: "Words.")
    let name = "two.html"
    if isServed {
      try page.open(address: course.address + name)
    } else {
      try page.open(course.output + "/" + name)
    }
    #expect(page.complaints.count >= 2)
    let attacks = [
      "(document.querySelector('#button').click(), 1)", "(document.querySelector('#link').click(), 1)",
      "(document.querySelector('#frame'), 1)", "(document.querySelector('#form').requestSubmit(), 1)",
    ]
    for attack in attacks { try page.evaluate(attack) }
    usleep(300_000)
    #expect(try page.text("document.documentElement.dataset.injected || ''") == "")
    #expect(try page.text("document.title").hasPrefix("Two"))
    #expect(try page.holds("location.pathname.endsWith('/\(name)')"))
  }

  @Test
  func `an injected script, style sheet, picture or request does nothing, from disk or from the server`()
    throws
  {
    for address in [
      URL(fileURLWithPath: course.output + "/one.html").absoluteString, course.address + "one.html",
    ] {
      try page.open(address: address)
      try page.evaluate(Self.injection)
      usleep(300_000)
      #expect(try page.text("document.documentElement.dataset.injected || ''") == "", "\(address)")
      let held = try page.text("[...violations].sort().join(' ')")
      #expect(
        held == "base-uri connect-src frame-src img-src script-src-attr script-src-elem style-src-elem",
        "\(address)")
    }
  }

  private static let injection = """
    (() => {
      window.violations = new Set();
      addEventListener('securitypolicyviolation', (event) => violations.add(event.effectiveDirective));
      const mark = "document.documentElement.dataset.injected = 'yes'";
      const box = document.createElement('div');
      box.innerHTML = '<img src="http://evil.example/a.png"><img src="x:" onerror="' + mark.replaceAll("'", '&#39;') + '">'
        + '<iframe src="http://evil.example/"></iframe><style>body { margin: 9px }</style>';
      document.body.append(box);
      const script = document.createElement('script');
      script.textContent = mark;
      const remote = document.createElement('script');
      remote.src = 'http://evil.example/a.js';
      const base = document.createElement('base');
      base.href = 'http://evil.example/';
      document.head.append(script, remote, base);
      fetch('http://evil.example/').catch(() => {});
    })()
    """

  private static let lesson = """
    Plain words, [@a2000], $x^2 + \\frac{1}{2}$ and `{swift} 1 + 1`, [GELU](activation:gelu) and a gradient.

    ## A section {#sec-a}

    ```swift
    //| label: fig-line
    //| fig-cap: A line
    show(Plot(title: "x", series: [.line("x", [0, 1], [0, 1])]))
    show(Table(["a"], rows: [["b"]]))
    ```

    ```experiment derivative-check
    activation: sigmoid
    ```

    ```mermaid
    %%| label: fig-flow
    %%| fig-cap: A flow
    graph LR
      a[Start] -->|go| b[End]
      style b fill:#f00
    ```

    > [!HINT]
    > A hint.

    <style>.mine { color: rgb(1, 2, 3) }</style>

    <p class="mine" style="letter-spacing: 3px">Mine</p>

    ![A picture](pic.svg)
    """

  private static let hostileLesson = """
    ---
    title: Two
    part: Second
    ---

    Words.

    <script>document.documentElement.dataset.injected = 'script'</script>

    <p><button id="button" onclick="document.documentElement.dataset.injected = 'button'">b</button>
    <a id="link" href="gone.html" onclick="document.documentElement.dataset.injected = 'link'; return false"
    onmouseover="1" target="_blank">a</a></p>

    <img src="gone.png" onerror="document.documentElement.dataset.injected = 'picture'">

    <iframe id="frame" srcdoc="<script>parent.document.documentElement.dataset.injected = 'frame'</script>"></iframe>

    <form id="form" action="gone.html"><input name="a"></form>
    """

  private static let files = [
    "course.yml": """
    title: Small
    description: Every kind of page.
    languages: [en, zh]
    reference: activations
    raw_html: true
    """,
    "references.yml":
      "a2000:\n  authors: [Ada]\n  year: 2000\n  title: On pages\n  url: https://example.org/paper\n",
    "glossary.yml": """
    gradient:
      term: {en: gradient, zh: 梯度}
      definition: {en: A slope $x$., zh: 斜率。}
    """,
    "01-one.zh.md": "---\ntitle: 一\n---\n\n你好，梯度。\n",
    "02-two.md": "---\ntitle: Two\npart: Second\n---\n\nWords.\n",
    "pic.svg":
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80\" height=\"40\"><rect width=\"80\" height=\"40\"/></svg>",
  ]
}
