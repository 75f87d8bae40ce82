import CourseModel

/// The words that the pages say, behind one reference: a hundred strings are costly to copy, and costlier to
/// compile copies of.
@dynamicMemberLookup
final class Words: Sendable {
  private let list: WordList
  private static let english = Words(.english)
  private static let chinese = Words(.chinese)

  private init(_ list: WordList) { self.list = list }

  /// One of the words.
  subscript<Word>(dynamicMember word: KeyPath<WordList, Word>) -> Word { list[keyPath: word] }

  /// The words for `language`; English where there are none of its own.
  static func of(_ language: String) -> Words {
    language == "zh" || language.hasPrefix("zh-") ? .chinese : .english
  }

  /// The name of a language in that language.
  static func name(of language: String) -> String {
    let words = of(language)
    return language.hasPrefix(words.language) ? words.ownName : language
  }

  /// How a numbered thing is called in a sentence, such as "Figure 2.1".
  func name(of numbered: Numbered) -> String {
    let noun = self.numbered[numbered.kind] ?? ""
    return numbered.kind == .equation ? "\(noun) (\(numbered.number))" : "\(noun) \(numbered.number)"
  }
}

/// The words that the pages themselves say, in one language.
struct WordList: Sendable {
  /// The language that these words are in.
  let language: String
  /// The language's own name for itself.
  let ownName: String

  // Around the text
  let skip, contents, onThisPage, lesson, search, searchHint, searchNothing, searchCount: String
  let theme, themeSystem, themeLight, themeDark, copy, copied: String
  let objectives, prerequisites, previous, next, footnotes, references, sectionLink, checked: String
  let backToText, start, notFound, notFoundAdvice, draft: String

  // Blocks and what came of them
  let output, compilerSays, trapSays, failsAsExpected, failed, skipped: String
  let asStated, comparedLines, computed, notComputed, notRun, compiledOnly, rejects, traps: String
  let showCode, experiment, dataTable, leftOut: String

  // Checks
  let agrees, disagrees, points, worstAt, stated, measured, difference, allowed, margin: String

  // The report
  let report, reportLead, compiler, blocksRun, blocksRejected, blocksTrapped, blocksCompiled,
    blocksShown: String
  let outputsCompared, valuesComputed, checks, checksMade, experiments, experimentsRun, line, place, verdict,
    parameters, none, nothingRun: String
  let confined, unconfined, alsoReadable, failedLead: String

  // Numbered things and remarks
  let numbered: [Numbered.Kind: String]
  let callouts: [Callout.Kind: String]

  // Between words
  let colon, comma, listComma, and, andOthers: String
  let parentheses: (open: String, close: String)
}
