import ContentStore
import Foundation

/// Formulas as HTML, each drawn once and then found in the store.
struct Formulas: Sendable {
  private let renderer = MathRenderer()
  private let version: [UInt8]
  private let store: ContentStore

  /// Formulas kept in `store`.
  init(store: ContentStore) {
    self.store = store
    version = Self.version(store)
  }

  /// The formula's HTML, or what is wrong with it.
  func html(_ tex: String, display: Bool) -> Result<[UInt8], MathError> {
    let key = Digest(["tex": Array(tex.utf8), "display": [display ? 1 : 0], "version": version])
    if let kept = store.content("formula", key) { return .success(kept) }
    return renderer.html(tex, display: display).map { html in
      let bytes = Array(html.utf8)
      store.store("formula", key, bytes)
      return bytes
    }
  }

  /// What the HTML of formulas depends on besides the formulas.
  ///
  /// Reading it off the script takes milliseconds, so it is kept under the script file's own stamp.
  static func version(_ store: ContentStore) -> [UInt8] {
    let path = KaTeXFolder.found + "/katex.js"
    guard let stamp = FileStamp(path) else { return Array(MathRenderer().version.utf8) }
    let key = Digest(["script": Array(path.utf8), "stamp": Array("\(stamp)".utf8)])
    if let kept = store.content("formulas", key) { return kept }
    let version = Array(MathRenderer().version.utf8)
    store.store("formulas", key, version)
    return version
  }
}
