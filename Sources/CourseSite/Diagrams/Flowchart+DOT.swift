/// The flowchart as Graphviz sees it: boxes of known sizes without a word in them.
///
/// Nothing an author writes reaches the DOT text: nodes are `n0`, `n1`…, links `e0`…, groups `cluster_0`….
struct FlowchartDOT {
  let flowchart: Flowchart
  let sizes: FlowchartSizes
  private let feedback: Set<Int>

  init(flowchart: Flowchart, sizes: FlowchartSizes) {
    self.flowchart = flowchart
    self.sizes = sizes
    feedback = flowchart.feedbackLinks
  }

  var text: String {
    let nodes = flowchart.nodes.indices.map(node)
    let roots = flowchart.groups.indices.filter { flowchart.groups[$0].parent == nil }.map(cluster)
    let links = flowchart.links.indices.compactMap(link)
    return (opening + nodes + roots + links + ["}"]).joined(separator: "\n")
  }

  private var opening: [String] {
    let isHorizontal = [.leftToRight, .rightToLeft].contains(flowchart.direction)
    return [
      "digraph {",
      "rankdir=\(flowchart.direction.rawValue); compound=true; newrank=true; pad=0; margin=0",
      "nodesep=\(isHorizontal ? 0.4 : 0.5); ranksep=\(isHorizontal ? 0.65 : 0.55)",
      "node [shape=box, fixedsize=true, label=\"\"]",
      // The curves run from centre to centre; we cut them at our own outlines.
      "edge [dir=none, headclip=false, tailclip=false]",
    ]
  }

  private func node(_ index: Int) -> String {
    let size = sizes.nodes[index].size
    return "n\(index) [width=\(inches(size.width)), height=\(inches(size.height))]"
  }

  private func cluster(_ index: Int) -> String {
    let members = flowchart.nodes.indices.filter { flowchart.nodes[$0].group == index }.map { "n\($0)" }
    let inner = flowchart.groups.indices.filter { flowchart.groups[$0].parent == index }.map(cluster)
    let label = sizes.groups[index].map { "label=\(box($0)); labeljust=l; " } ?? ""
    return "subgraph cluster_\(index) { \(label)margin=14; \((members + inner).joined(separator: "; ")) }"
  }

  private func link(_ index: Int) -> String? {
    let link = flowchart.links[index]
    guard let tail = flowchart.representative(of: link.tail),
      let head = flowchart.representative(of: link.head)
    else { return nil }
    // A link back goes down like the others, and leaves it to them to be straight.
    let isBack = feedback.contains(index)
    let (from, to) = isBack ? (link.head, link.tail) : (link.tail, link.head)
    var attributes = ["id=e\(index)", "minlen=\(link.line.ranks)"]
    if isBack { attributes.append("weight=0") }
    if isBack, flowchart.closesChain(index, feedback: feedback) {
      let side = [.leftToRight, .rightToLeft].contains(flowchart.direction) ? "s" : "e"
      attributes.append("headport=\(side), tailport=\(side)")
    }
    if case .group(let group) = from { attributes.append("ltail=cluster_\(group)") }
    if case .group(let group) = to { attributes.append("lhead=cluster_\(group)") }
    if let size = sizes.links[index] { attributes.append("label=\(box(size))") }
    let path = isBack ? "n\(head) -> n\(tail)" : "n\(tail) -> n\(head)"
    return "\(path) [\(attributes.joined(separator: ", "))]"
  }

  /// A label that is nothing but a size.
  private func box(_ size: Size) -> String {
    let (width, height) = (Int(size.width.rounded(.up)), Int(size.height.rounded(.up)))
    return "<<TABLE FIXEDSIZE=\"TRUE\" WIDTH=\"\(width)\" HEIGHT=\"\(height)\" BORDER=\"0\""
      + " CELLBORDER=\"0\" CELLPADDING=\"0\" CELLSPACING=\"0\"><TR><TD></TD></TR></TABLE>>"
  }

  /// Ten-thousandths of an inch are finer than Graphviz reports.
  private func inches(_ pixels: Double) -> String {
    let value = Int((pixels / 72 * 10_000).rounded())
    let rest = String(value % 10_000)
    return "\(value / 10_000).\(String(repeating: "0", count: 4 - rest.count))\(rest)"
  }
}
