import ContentStore
import CourseModel

extension SitePages {
  /// What the pages of one language search: the lessons' sections, the claims, the glossary, the activations.
  func searchFile(_ language: String) -> SiteFile {
    let rendered = self.rendered
    let map = context.map
    let entries = rendered.entries.filter { $0.lesson.language == language }
    let more =
      SearchData.claims(context, in: language) + SearchData.terms(context, in: language)
      + activations(language)
    var builder = DigestBuilder()
    for entry in entries { builder.add(entry.lesson.title, entry.digest) }
    builder.add("more", more)
    return SiteFile(path: "assets/search-\(language).js", fingerprint: builder.digest().bytes) {
      let texts = entries.map { entry in
        let address = map.address(of: map.path(entry.lesson.id, in: language), from: map.base)
        return SearchData.entries(rendered.sections(of: entry), title: entry.lesson.title, address: address)
      }
      return SearchData.file(language: language, entries: texts + [more])
    }
  }

  private func activations(_ language: String) -> [UInt8] {
    (reference?.reference.entries ?? []).flatMap { activation in
      let address = context.map.address(
        of: context.map.path(activation.page, in: language), from: context.map.base)
      let section = SearchSection(anchor: "", title: "", text: activation.name)
      return SearchData.entries([section], title: activation.title, address: address)
    }
  }
}

extension SearchData {
  /// The claims' words, each leading to its row on the page of all claims.
  static func claims(_ context: CourseContext, in language: String) -> [UInt8] {
    let words = Words.of(language).claims
    let sections = (context.course.claims?.claims ?? []).map { claim in
      let texts = [claim.says[language], claim.says[claim.originalLanguage]].compactMap { $0 }
      return SearchSection(
        anchor: PageAnchor.claim(claim.id), title: claim.id,
        text: texts.withoutRepetition().joined(separator: " "))
    }
    return entries(sections, of: PageName.claims, title: words.claims, context, in: language)
  }

  /// The terms with other words for them and their definitions, each leading to its entry in the glossary.
  static func terms(_ context: CourseContext, in language: String) -> [UInt8] {
    let sections = (context.course.glossary?.terms ?? []).map { term in
      let others = term.forms(in: language).dropFirst()
      let definition = CaptionText.plain(term.definitions[language] ?? "")
      return SearchSection(
        anchor: PageAnchor.term(term.id), title: term.names[language] ?? term.id,
        text: (others + [definition]).joined(separator: " "))
    }
    let title = Words.of(language).glossary.glossary
    return entries(sections, of: PageName.glossary, title: title, context, in: language)
  }

  private static func entries(
    _ sections: [SearchSection], of page: String, title: String, _ context: CourseContext,
    in language: String
  ) -> [UInt8] {
    let address = context.map.address(of: context.map.path(page, in: language), from: context.map.base)
    return entries(sections, title: title, address: address)
  }
}
