/// The description of a flowchart for a screen reader, in the language of its page.
struct FlowchartWords: Sendable {
  private let isChinese: Bool

  init(language: String) { isChinese = language.lowercased().hasPrefix("zh") }

  func description(of flowchart: Flowchart) -> String {
    let nodes = flowchart.nodes.map(\.label)
    let links = flowchart.linkTexts
    let groups = flowchart.groups.map(\.label).filter { !$0.isEmpty }
    return [
      sentence(nodes, one: "node", many: "nodes", chinese: "个节点"),
      sentence(links, one: "link", many: "links", chinese: "条连线"),
      sentence(groups, one: "group", many: "groups", chinese: "个分组"),
    ].filter { !$0.isEmpty }.joined(separator: isChinese ? "" : " ")
  }

  private func sentence(_ items: [String], one: String, many: String, chinese: String) -> String {
    guard !items.isEmpty else { return "" }
    return isChinese
      ? "\(items.count) \(chinese)：\(items.joined(separator: "，"))。"
      : "\(items.count) \(items.count == 1 ? one : many): \(items.joined(separator: ", "))."
  }
}
