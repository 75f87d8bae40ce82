import CourseModel

/// The phrases that a file `figures.LANGUAGE.yml` lists, and what is wrong with it.
public func parsePhrasebook(_ file: SourceFile) -> Parsed<Phrasebook> {
  var log = DiagnosticLog(path: file.path)
  log.checkEncoding(of: file)
  let book = Phrasebook(file: file, log: &log)
  return Parsed(book, diagnostics: log.diagnostics)
}

extension Phrasebook {
  /// Reads `figures.LANGUAGE.yml`: translations by what they translate.
  fileprivate init(file: SourceFile, log: inout DiagnosticLog) {
    let text = String(decoding: file.bytes, as: UTF8.self)
    let entries = YAMLMapping(text, firstLine: 1, log: &log)?.entries ?? []
    self.init(entries.compactMap { Phrase($0, log: &log) })
  }
}

extension Phrasebook.Phrase {
  fileprivate init?(_ entry: YAMLEntry, log: inout DiagnosticLog) {
    guard let translation = entry.value.string(log: &log) else { return nil }
    self.init(entry.key, translation)
    guard isComplete else {
      log.error(
        "phrase-places", at: entry.value.position,
        "the places of the translation '\(translation)' are not those of the phrase",
        help: "write as many {} as the phrase has places, or {1}, {2}, … in another order")
      return nil
    }
  }
}
