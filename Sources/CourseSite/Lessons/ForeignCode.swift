import ContentStore
import Foundation
import Synchronization

/// The colours of code in other languages than Swift, by highlight.js where the machine has it.
final class ForeignCode: Sendable {
  private let tool: Digest
  private let store: ContentStore
  private let heap = Mutex<ScriptHeap??>(nil)

  /// Code coloured by `tool` and kept in `store`.
  init(tool: Digest, store: ContentStore) {
    self.tool = tool
    self.store = store
  }

  /// The code as HTML, coloured if the language is known and highlight.js is there.
  func html(_ text: String, language: String) -> [UInt8] {
    let text = String(text.utf8.last == 0x0A ? text.dropLast() : text[...])
    var plain = HTMLBuffer()
    plain.text(text)
    guard let name = Self.languages[language.lowercased()], text.utf8.count <= Self.mostBytes else {
      return plain.bytes
    }
    let key = Digest([
      "language": Array(name.utf8), "text": Array(text.utf8), "version": Self.version + tool.bytes,
    ])
    if let kept = store.content("colours", key) { return kept }
    guard let painted = paint(text, name) else { return plain.bytes }
    store.store("colours", key, painted)
    return painted
  }

  /// Longer code keeps one colour: highlight.js in Duktape takes time that grows with the square of its length.
  private static let mostBytes = 50_000

  static let path = "/usr/share/javascript/highlight.js/highlight.min.js"

  /// What the colours depend on besides the code: whether there is a highlight.js, and which.
  static var version: [UInt8] { FileStamp(path).map { Array("\($0)".utf8) } ?? [] }

  private func paint(_ text: String, _ language: String) -> [UInt8]? {
    heap.withLock { heap in
      if heap == nil { heap = .some(Self.start()) }
      guard case .some(.some(let script)) = heap else { return nil }
      guard case .success(let html) = script.call("paint", language + "\n" + text, false) else { return nil }
      return Self.renamed(html)
    }
  }

  private static func start() -> ScriptHeap? {
    guard let script = FileBytes.read(path), let heap = ScriptHeap() else { return nil }
    let isReady =
      heap.evaluate(Array(prelude.utf8)) && heap.evaluate(script) && heap.evaluate(Array(entry.utf8))
    return isReady ? heap : nil
  }

  /// highlight.js looks for a browser's globals.
  private static let prelude = """
    var window = this, self = this, console = { log: function () {}, warn: function () {}, error: function () {} };
    """

  /// The first line of the text names the language.
  private static let entry = """
    function paint(text) {
      var cut = text.indexOf('\\n');
      return (this.hljs || window.hljs).highlight(text.slice(0, cut), text.slice(cut + 1), true).value;
    }
    """

  /// The same HTML with the classes of this site's own colours.
  private static func renamed(_ html: [UInt8]) -> [UInt8] {
    let mark = Array("class=\"hljs-".utf8)
    var result: [UInt8] = []
    var rest = html[...]
    while let found = rest.firstRange(of: mark), let end = rest[found.upperBound...].firstIndex(of: 0x22) {
      let name = String(decoding: rest[found.upperBound..<end], as: UTF8.self)
      result += rest[..<found.lowerBound]
      result += "class=\"sy-\(classes[name] ?? "n")".utf8
      rest = rest[end...]
    }
    return result + rest
  }

  private static let classes = [
    "keyword": "k", "literal": "k", "built_in": "t", "type": "t", "class": "t", "number": "m", "string": "s",
    "regexp": "r", "comment": "c", "doctag": "d", "meta": "a", "attr": "l", "attribute": "l", "symbol": "l",
    "subst": "i", "variable": "i", "name": "k", "tag": "p", "section": "k", "addition": "s", "deletion": "k",
  ]

  /// The languages that are coloured, with the names authors use for them.
  private static let languages = [
    "python": "python", "py": "python", "bash": "bash", "sh": "bash", "shell": "bash", "json": "json",
    "yaml": "yaml", "yml": "yaml", "c": "c", "cpp": "cpp", "c++": "cpp", "javascript": "javascript",
    "js": "javascript", "html": "xml", "xml": "xml", "css": "css", "diff": "diff", "makefile": "makefile",
    "rust": "rust", "go": "go", "java": "java", "r": "r", "julia": "julia", "sql": "sql", "toml": "ini",
    "ini": "ini", "markdown": "markdown", "md": "markdown", "latex": "tex", "tex": "tex",
  ]
}
