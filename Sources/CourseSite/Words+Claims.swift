import CourseModel

/// What the pages say of claims.
struct ClaimWords: Sendable {
  /// The page's name, and what it is.
  let claims, lead: String
  let original, section, shownIn, shownHere, thisBlock, unjudged, lesson: String
  /// Parts of the text that have no number, by their names in `claims.yml`; a dash stands for what it lacks.
  let sections: [String: String]
  /// What a claim can be found to be.
  let verdicts: [ClaimVerdict: String]
}

extension Words {
  /// What the pages say of claims.
  var claims: ClaimWords { self.language == "zh" ? .chinese : .english }
}

extension ClaimWords {
  /// The name of a part of the text: its number, or the word for it.
  func name(ofSection section: String) -> String {
    section.first?.isNumber == true
      ? self.section.replacingNumber(with: section) : sections[section] ?? section
  }

  fileprivate static let english = ClaimWords(
    claims: "The claims, one by one",
    lead: """
      Every statement of the article that can be judged, in its own order: what it says, what the lessons find it \
      to be, and the block that shows it.
      """,
    original: "Original: ", section: "section #", shownIn: "Shown in ", shownHere: "Shown by this block",
    thisBlock: "this block",
    unjudged: "not judged yet", lesson: "Lesson ",
    sections: [
      "title": "title", "abstract": "abstract", "signature": "signature", "–": "not in the article",
    ],
    verdicts: [
      .right: "right", .partly: "partly", .vague: "vague", .incomplete: "incomplete",
      .overclaimed: "overclaimed",
      .unsupported: "unsupported", .misleading: "misleading", .wrong: "wrong", .missing: "missing",
      .opinion: "opinion",
    ])

  fileprivate static let chinese = ClaimWords(
    claims: "逐条核对原文", lead: "原文中凡可核对的说法，按原文顺序列出：原文怎么说，各课的判定，以及证明它的代码块。",
    original: "原文：", section: "第 # 节", shownIn: "见", shownHere: "见此代码块", thisBlock: "此代码块", unjudged: "尚未核对",
    lesson: "见课文 ",
    sections: ["title": "标题", "abstract": "摘要", "signature": "署名", "–": "原文未提"],
    verdicts: [
      .right: "正确", .partly: "部分正确", .vague: "含糊", .incomplete: "不完整", .overclaimed: "言过其实",
      .unsupported: "缺乏依据", .misleading: "误导", .wrong: "错误", .missing: "缺失", .opinion: "观点",
    ])
}
