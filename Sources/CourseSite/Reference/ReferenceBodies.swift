import ContentStore
import CourseModel
import Foundation
import Synchronization

/// The bodies of the reference pages: rendered now, or found as they were rendered before.
struct ReferenceBodies: Sendable {
  /// What the pages are about.
  let reference: ActivationReference
  /// The course's languages.
  let languages: [String]
  /// The file to which problems belong: the one that asks for the pages.
  let path: String
  /// The digest of what makes bodies.
  let tool: Digest
  /// Where bodies are kept.
  let store: ContentStore

  /// The bodies of the pages that `settings` bring along; nil if there are none.
  init?(_ settings: SiteSettings, languages: [String], store: ContentStore) {
    guard let reference = settings.reference else { return nil }
    self.reference = reference
    self.languages = languages
    path = settings.lessonsFolder + "/course.yml"
    tool = Digest(["tool": settings.toolDigest.bytes, "formulas": Formulas.version(store)])
    self.store = store
  }

  /// The digest of an activation's body.
  func digest(of entry: ActivationReference.Entry, in language: String) -> Digest {
    var builder = DigestBuilder()
    builder.add("tool", tool)
    entry.add(to: &builder)
    reference.addPhrases(of: language, to: &builder)
    return builder.digest()
  }

  /// The digest of all bodies together.
  var digest: Digest { Digest(["tool": tool.bytes, "reference": reference.digest.bytes]) }

  /// An activation's body.
  func html(of entry: ActivationReference.Entry, in language: String) -> [UInt8] {
    if let kept = store.content("reference", digest(of: entry, in: language)) { return kept }
    var log = DiagnosticLog(path: path)
    return render(entry, Formulas(store: store), log: &log)[language] ?? []
  }

  /// Renders the bodies unless all are in the store; what is wrong with the formulas.
  func prepare() -> [Diagnostic] {
    if let kept = store.content("references", digest) {
      var reader = ByteReader(kept)
      let diagnostics = reader.array { $0.diagnostic() }
      if reader.isSound { return diagnostics }
    }
    let diagnostics = renderAll()
    var writer = ByteWriter()
    writer.add(diagnostics) { $0.add($1) }
    store.store("references", digest, writer.bytes)
    return diagnostics
  }

  /// Renders on all cores; each worker has its own heap for formulas.
  private func renderAll() -> [Diagnostic] {
    let entries = reference.entries
    let workers = min(entries.count, ProcessInfo.processInfo.activeProcessorCount)
    guard workers > 0 else { return [] }
    let next = Atomic(0)
    let found = Mutex([[Diagnostic]](repeating: [], count: entries.count))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      let formulas = Formulas(store: store)
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < entries.count else { return }
        var log = DiagnosticLog(path: path)
        _ = render(entries[index], formulas, log: &log)
        let diagnostics = log.diagnostics
        found.withLock { $0[index] = diagnostics }
      }
    }
    return found.withLock { $0.flatMap(\.self) }
  }

  /// Renders and keeps an activation's body in all languages: its figures are made once.
  private func render(
    _ entry: ActivationReference.Entry, _ formulas: Formulas, log: inout DiagnosticLog
  ) -> [String: [UInt8]] {
    let figures = reference.figures(entry.name)
    let drawn = [("f(x)", entry.formula), ("f'(x)", entry.derivativeFormula)].filter { !$0.1.isEmpty }
      .map { name, tex in Self.formula(name + " = " + tex, of: entry, formulas, log: &log) }
    var bodies: [String: [UInt8]] = [:]
    for language in languages {
      let body = ReferenceBody(
        entry: entry, formulas: drawn, figures: figures, phrasebook: reference.phrasebooks[language],
        words: Words.of(language)
      ).html
      store.store("reference", digest(of: entry, in: language), body)
      bodies[language] = body
    }
    return bodies
  }

  private static func formula(
    _ tex: String, of entry: ActivationReference.Entry, _ formulas: Formulas, log: inout DiagnosticLog
  ) -> [UInt8] {
    switch formulas.html(tex, display: true) {
    case .success(let html): return html
    case .failure(let error):
      let message = "in the formula of '\(entry.name)': \(error.message)"
      log.error("formula", at: Position(line: 1), message, help: error.help)
      var html = HTMLBuffer()
      html.element("code", ["class": "math-error"], text: tex)
      return html.bytes
    }
  }
}
