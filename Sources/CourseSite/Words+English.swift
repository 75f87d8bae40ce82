extension WordList {
  /// The pages speak English.
  static let english = WordList(
    language: "en", ownName: "English",
    skip: "Skip to the text", contents: "Contents", onThisPage: "On this page", lesson: "Lesson #",
    search: "Search", searchHint: "Type a word. Of several words, all must occur.",
    searchNothing: "Nothing found.", searchCount: "Sections found: #",
    theme: "Colours", themeSystem: "as the system has them", themeLight: "light", themeDark: "dark",
    copy: "Copy", copied: "Copied",
    objectives: "After this lesson you can", prerequisites: "Read before", previous: "Previous", next: "Next",
    footnotes: "Notes", references: "References", sectionLink: "Link to this section",
    checked: "How this page was checked", backToText: "Back to the text",
    start: "Start reading", notFound: "There is no such page",
    notFoundAdvice: "The page may have been renamed. The contents list every lesson.", draft: "Draft",
    output: "Output", compilerSays: "The compiler says", trapSays: "It stops with",
    failsAsExpected: "Fails, as it should", failed: "Failed",
    skipped: "Not reached: something before it failed",
    asStated: "as the lesson states", comparedLines: "lines compared with the lesson: #",
    computed: "computed when the page was built", notComputed: "not computed", notRun: "not run",
    compiledOnly: "compiled, not run", rejects: "does not compile", traps: "stops the program",
    showCode: "Show the code", experiment: "Experiment", dataTable: "The data as a table",
    leftOut: "… lines left out here: #",
    agrees: "agrees", disagrees: "disagrees", points: "points compared", worstAt: "worst at",
    stated: "stated there",
    measured: "measured there", difference: "difference", allowed: "allowed", margin: "difference / allowed",
    report: "How this course was checked",
    reportLead: """
      Every block of code below was compiled and run when the course was built, and every output, number and \
      derivative that a lesson states was compared with what the run produced. A difference stops the build.
      """,
    compiler: "Compiler", blocksRun: "blocks run", blocksRejected: "blocks rejected as stated",
    blocksTrapped: "blocks stopped as stated", blocksCompiled: "blocks compiled only",
    blocksShown: "blocks only shown", outputsCompared: "outputs compared",
    valuesComputed: "numbers in sentences",
    checks: "Checks", checksMade: "checks made", experiments: "Experiments",
    experimentsRun: "experiments run",
    line: "line #", place: "Place",
    verdict: "Verdict", parameters: "Parameters", none: "none", nothingRun: "nothing to run",
    confined: """
      The code ran confined: it could read and change its own files alone, reach no network and no other process, \
      and start no program.
      """,
    unconfined: """
      The code ran unconfined, at least in part: the machine that built this course could not refuse everything \
      that a lesson must not do.
      """,
    alsoReadable: "It could also read",
    failedLead: "This lesson could not be built. What follows is what its blocks came to before that.",
    numbered: [
      .figure: "Figure", .table: "Table", .listing: "Listing", .equation: "Equation", .section: "Section",
      .exercise: "Exercise", .quiz: "Quiz",
    ],
    callouts: [
      .note: "Note", .tip: "Tip", .hint: "Hint", .important: "Important", .warning: "Warning",
      .caution: "Caution",
      .experiment: "Experiment",
    ],
    colon: ": ", comma: ", ", listComma: ", ", and: " & ", andOthers: " et al.", parentheses: ("(", ")"))
}
