/// What the pages say of the activations.
struct ReferenceWords: Sendable {
  /// The index's name, and what it is; `#` stands for a number.
  let activations, lead: String
  /// The heads of the index's columns.
  let name, formula: String
  /// What the links to the neighbours in the catalogue are, and what stands before each.
  let neighbours, previous, next: String
}

extension Words {
  /// What the pages say of the activations.
  var reference: ReferenceWords { self.language == "zh" ? .chinese : .english }
}

extension ReferenceWords {
  fileprivate static let english = ReferenceWords(
    activations: "Activations",
    lead: """
      The catalogue's # activations; each page has the curves, the formulas, the bounds, the kinks, and the names \
      in other libraries.
      """,
    name: "Activation", formula: "Formula", neighbours: "Activations before and after",
    previous: "Previous activation",
    next: "Next activation")

  fileprivate static let chinese = ReferenceWords(
    activations: "激活函数手册", lead: "目录中的 # 个激活函数；每页都有曲线、公式、界、折点，以及它在其他库中的名称。",
    name: "激活函数", formula: "公式", neighbours: "前后的激活函数", previous: "上一个激活函数", next: "下一个激活函数")
}
