import CourseModel
import Testing

@Suite struct AddressTests {
  @Test(arguments: [
    "https://example.org/a?b=c:d#e", "HTTP://example.org", "mailto:a@b.c", "MailTo:a@b.c", "", "#a:b", "a.md",
    "./a:b.png",
    "../a b.png", "/a", "?a=b:c", "数.md#数", "a/javascript:b", "javascript%3Aalert(1)", "👨‍👩‍👧.png", "a\\b.md",
    "https:a",
  ])
  func `what leads into the web, to a reader's mail or beside the page may stand on it`(text: String) throws {
    #expect(Address.refusal(of: text) == nil)
    #expect(try Address(text).text == text)
  }

  @Test(arguments: [
    "javascript:a", "JaVaScRiPt:a", "  javascript:a", "vbscript:a", "data:text/html,a",
    "data:image/png;base64,AA",
    "file:///etc/passwd", "blob:https://example.org/a", "about:blank", "view-source:https://a.b",
    "ftp://a.b/c", "tel:1",
    "ms-settings:a", "x y:z", "%6aavascript:a", "javascript&colon;a:b", "ｊavascript:a", ":a", "1:2",
    "intent://a",
    "filesystem:http://a.b/c", "jar:https://a.b!/c", "ws://a.b",
  ])
  func `every other scheme is refused, whatever it is`(text: String) {
    guard case .scheme? = Address.refusal(of: text) else { return #expect(Bool(false), "\(text)") }
    #expect(throws: Address.Refusal.self) { try Address(text) }
  }

  @Test(arguments: [
    "\u{1}javascript:a", "java\tscript:a", "java\nscript:a", "java\r\nscript:a", "https://a.b/\u{0}",
    "a\u{7F}b",
    "https://a.b/\u{202E}gpj.exe", "\u{200B}javascript:a", "\u{FEFF}javascript:a", "a\u{2028}b", "a\u{85}b",
    "a\u{AD}b",
  ])
  func `what nobody sees is refused`(text: String) {
    guard case .invisible? = Address.refusal(of: text) else { return #expect(Bool(false), "\(text)") }
  }

  @Test(arguments: ["//a.b/c", "/\\a.b", "\\\\a.b", "\\/a.b", " //a.b", "///a.b"])
  func `an address that begins with a host is refused, however the slashes lean`(text: String) {
    guard case .host? = Address.refusal(of: text) else { return #expect(Bool(false), "\(text)") }
  }

  @Test func `a picture may be spelt out, but only a picture`() {
    for text in ["data:image/png;base64,AA", "DATA:image/WEBP,a", "data:image/jpeg;a", "data:image/gif,a"] {
      #expect(Address.refusal(of: text, as: .picture) == nil, "\(text)")
    }
    for text in [
      "data:image/svg+xml,a", "data:image/pngx,a", "data:text/html,image/png", "data:image/png",
      "javascript:a",
    ] {
      #expect(Address.refusal(of: text, as: .picture) != nil, "\(text)")
    }
  }

  @Test func `a refusal says what to write`() {
    var log = DiagnosticLog(path: "a.md")
    #expect(log.address("javascript:a", at: Position(line: 2, column: 3), length: 4) == nil)
    #expect(log.address("//a.b/c", at: Position(line: 3)) == nil)
    #expect(log.address("a\u{202E}b", at: Position(line: 4)) == nil)
    #expect(log.address("a", at: Position(line: 5)) == "a")
    #expect(
      log.diagnostics.map { "\($0.headline); \($0.help ?? "")" } == [
        "a.md:2:3: error: an address on a page cannot begin with 'javascript:' [unsafe-address]; write an https, http or "
          + "mailto address, or './' before the name of a file",
        "a.md:3:1: error: an address that begins with '//' leads to different places from disk and from a server "
          + "[unsafe-address]; write 'https://a.b/c'",
        "a.md:4:1: error: the address holds the invisible character U+202E [unsafe-address]; remove it",
      ])
  }
}
