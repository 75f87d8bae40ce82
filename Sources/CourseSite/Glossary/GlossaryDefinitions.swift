import CourseModel

/// The glossary's definitions as HTML, with their code and formulas drawn.
struct GlossaryDefinitions {
  /// The definitions by language and by the term's `id`.
  private(set) var html: [String: [String: [UInt8]]] = [:]
  /// What is wrong with their formulas.
  private(set) var diagnostics: [Diagnostic] = []

  /// Draws the definitions of `glossary`; nothing without one.
  init(_ glossary: Glossary?, _ tools: @autoclosure () -> RenderingTools) {
    guard let glossary, !glossary.terms.isEmpty else { return }
    let formulas = tools().formulas
    for term in glossary.terms {
      for (language, text) in term.definitions.sorted(by: { $0.key < $1.key }) {
        html[language, default: [:]][term.id] = definition(text, formulas) { error in
          Diagnostic(
            .error, "formula", "in the definition in '\(language)': \(error.message)", path: glossary.path,
            at: term.position, length: term.id.utf8.count, help: error.help)
        }
      }
    }
  }

  private mutating func definition(
    _ text: String, _ formulas: Formulas, problem: (MathError) -> Diagnostic
  ) -> [UInt8] {
    var html = HTMLBuffer()
    for piece in CaptionText.pieces(text) {
      switch piece {
      case .text(let words): html.text(words)
      case .code(let code): html.element("code", text: code)
      case .math(let tex):
        switch formulas.html(tex, display: false) {
        case .success(let drawn): html.raw(drawn)
        case .failure(let error):
          diagnostics.append(problem(error))
          html.element("code", ["class": "math-error"], text: tex)
        }
      }
    }
    return html.bytes
  }
}

extension CaptionText {
  /// The words of a caption; code and formulas as they are written, without their signs.
  static func plain(_ text: String) -> String {
    pieces(text).map { piece in
      switch piece {
      case .text(let words), .code(let words), .math(let words): words
      }
    }.joined()
  }
}
