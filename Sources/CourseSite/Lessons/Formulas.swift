import ContentStore

/// Formulas as HTML, each drawn once and then found in the store.
struct Formulas: Sendable {
  private let renderer: MathRenderer
  private let store: ContentStore

  /// Formulas drawn by `renderer` and kept in `store`.
  init(_ renderer: MathRenderer, store: ContentStore) {
    self.renderer = renderer
    self.store = store
  }

  /// The formula's HTML, or what is wrong with it.
  func html(_ tex: String, display: Bool) -> Result<[UInt8], MathError> {
    let key = Digest([
      "tex": Array(tex.utf8), "display": [display ? 1 : 0], "version": Array(renderer.version.utf8),
    ])
    if let kept = store.content("formula", key) { return .success(kept) }
    return renderer.html(tex, display: display).map { html in
      let bytes = Array(html.utf8)
      store.store("formula", key, bytes)
      return bytes
    }
  }
}
