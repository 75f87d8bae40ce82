import CourseModel

/// A rendered lesson: everything between its head and its end.
struct LessonBody: Sendable, Hashable {
  /// The text as HTML.
  var html: [UInt8] = []
  /// The text by sections, for the search.
  var sections: [SearchSection] = []
  /// What other pages need to know.
  var summary = LessonSummary()
}

/// What other pages, and the frame of its own, need to know of a lesson.
struct LessonSummary: Sendable, Hashable {
  /// The headings of the second and third level.
  var outline: [OutlineEntry] = []
  /// What the reader can do afterwards, as HTML.
  var objectives: [[UInt8]] = []
  /// Whether there are formulas.
  var hasMathematics = false
  /// The files of the lessons folder that the page shows or links to.
  var files: [FileMention] = []
  /// What was run and compared.
  var report = LessonReport()
  /// The glossary's terms that the text uses.
  var terms: [String] = []
  /// What it finds claims to be.
  var findings: [ClaimFinding] = []
  /// How much there is to read.
  var load = ReadingLoad()
  /// The numbered figures and tables.
  var listed: [ListedFigure] = []
  /// What was wrong with the text's formulas, diagrams, links.
  var diagnostics: [Diagnostic] = []
}

/// A heading of a page.
struct OutlineEntry: Sendable, Hashable {
  /// 2 or 3.
  var level: Int
  /// The place of the heading on the page.
  var anchor: String
  /// The heading as HTML.
  var title: [UInt8]
}

/// A file of the lessons folder that a page needs.
struct FileMention: Sendable, Hashable {
  /// The path from the lessons folder.
  var path: String
  /// Where it is named.
  var position: Position
}

/// A section's words.
struct SearchSection: Sendable, Hashable {
  /// The place of its heading on the page; empty for what stands before the first.
  var anchor: String
  /// Its heading's words.
  var title: String
  /// Its own words.
  var text: String
}

/// What a lesson's build compiled, ran and compared.
struct LessonReport: Sendable, Hashable {
  /// How many blocks ran to their end.
  var run = 0
  /// How many the compiler rejected, as stated.
  var rejected = 0
  /// How many stopped the program, as stated.
  var trapped = 0
  /// How many were compiled and not run.
  var compiled = 0
  /// How many were only shown.
  var shown = 0
  /// How many failed or were not reached.
  var failed = 0
  /// How many drawings its blocks showed.
  var figures = 0
  /// How many numbers in sentences were computed.
  var values = 0
  /// The outputs that were compared with the text.
  var comparisons: [ComparisonRow] = []
  /// The derivatives and other facts that were checked.
  var checks: [CheckRow] = []
  /// The experiments.
  var experiments: [ExperimentRow] = []

  /// An output that was compared with the text.
  struct ComparisonRow: Sendable, Hashable {
    var anchor: String
    var line: Int
    var lines: Int
  }

  /// A fact that was checked.
  struct CheckRow: Sendable, Hashable {
    var anchor: String
    var line: Int
    var name: String
    var comparison: String
    var points: Int
    var worstPoint: Double
    var error: Double
    var bound: Double
    var margin: Double
    var passed: Bool
    var isExpected: Bool
  }

  /// An experiment that ran.
  struct ExperimentRow: Sendable, Hashable {
    var anchor: String
    var line: Int
    var name: String
    var parameters: String
  }
}
