/// A flowchart while it is read: names instead of indices, because a name may come before its meaning.
struct FlowchartDraft {
  /// More nodes or links than this are nobody's flowchart.
  static let limit = 200
  /// More levels of groups than this are not drawn.
  static let depth = 12
  static let groupLimit = 60

  struct Node {
    var node: Flowchart.Node
    let place: Range<Int>
    /// Whether anything but a link spoke of it.
    var isDescribed = false
    var classes: [String] = []
  }

  struct Group {
    let id: String
    let lines: [String]
    let parent: Int?
    let place: Range<Int>
    var members: [String] = []
  }

  struct Link {
    let tail: String
    let head: String
    let line: LinkLine
    let place: Range<Int>
  }

  struct Use {
    let name: String
    let place: Range<Int>
  }

  var direction = Flowchart.Direction.topToBottom
  var title: String?
  var description: String?
  private(set) var nodes: [Node] = []
  private(set) var links: [Link] = []
  private(set) var groups: [Group] = []
  private(set) var openGroups: [Int] = []
  private(set) var classes: [String: NodeStyle] = [:]
  private(set) var classUses: [Use] = []
  private(set) var nodeUses: [Use] = []
  private var index: [String: Int] = [:]
  private var styles: [(String, NodeStyle)] = []
  private var assignments: [(node: String, class: String)] = []

  // MARK: Nodes and links

  /// Notes that a node is spoken of; false when there are too many.
  mutating func mention(_ id: String, at place: Range<Int>) -> Bool {
    if index[id] == nil {
      guard nodes.count < Self.limit else { return false }
      index[id] = nodes.count
      nodes.append(Node(node: Flowchart.Node(id: id, lines: [id]), place: place))
    }
    if let group = openGroups.last { groups[group].members.append(id) }
    return true
  }

  mutating func label(_ id: String, _ lines: [String], _ shape: NodeShape) {
    guard let index = index[id] else { return }
    nodes[index].node.lines = lines
    nodes[index].node.shape = shape
    nodes[index].isDescribed = true
  }

  /// Links every tail with every head; false when there are too many.
  mutating func link(_ tails: [String], _ heads: [String], _ line: LinkLine, at place: Range<Int>) -> Bool {
    guard links.count + tails.count * heads.count <= Self.limit else { return false }
    for tail in tails {
      for head in heads { links.append(Link(tail: tail, head: head, line: line, place: place)) }
    }
    return true
  }

  // MARK: Groups

  /// Opens a group; false when there are too many or it is nested too deeply.
  @discardableResult
  mutating func open(id: String, lines: [String], at place: Range<Int>) -> Bool {
    let parent = openGroups.last
    openGroups.append(groups.count)
    groups.append(Group(id: id, lines: lines, parent: parent, place: place))
    return openGroups.count <= Self.depth && groups.count <= Self.groupLimit
  }

  /// Closes the innermost group, which takes its members unless a group inside it has them.
  mutating func closeGroup() -> Bool {
    guard let group = openGroups.popLast() else { return false }
    for id in groups[group].members {
      guard let index = index[id] else { continue }
      if nodes[index].node.group == nil { nodes[index].node.group = group }
    }
    return true
  }

  // MARK: Styles

  mutating func define(class name: String, _ style: NodeStyle) {
    classes[name] = (classes[name] ?? NodeStyle()).overlaid(with: style)
  }

  mutating func use(class name: String, for id: String, at place: Range<Int>) {
    classUses.append(Use(name: name, place: place))
    assignments.append((id, name))
  }

  mutating func assign(class name: String, at place: Range<Int>, to id: String, at nodePlace: Range<Int>) {
    use(class: name, for: id, at: place)
    nodeUses.append(Use(name: id, place: nodePlace))
  }

  mutating func style(_ id: String, _ style: NodeStyle, at place: Range<Int>) {
    nodeUses.append(Use(name: id, place: place))
    styles.append((id, style))
  }

  /// What a node's classes and its own style make together.
  func style(of id: String) -> NodeStyle {
    let named = assignments.filter { $0.node == id }.compactMap { classes[$0.class] }
    let own = styles.filter { $0.0 == id }.map(\.1)
    return (named + own).reduce(classes["default"] ?? NodeStyle()) { $0.overlaid(with: $1) }
  }
}
