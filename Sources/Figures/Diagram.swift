/// Boxes and arrows: a network, a computation graph.
///
/// Where a node stands follows from the arrows: each stands behind those that lead to it, in layers.
public struct Diagram: Sendable, Hashable {
  /// Which way the layers follow one another.
  public enum Direction: UInt8, Sendable, Hashable, CaseIterable {
    /// From left to right where they fit the page, else from top to bottom.
    case automatic = 0
    /// From left to right.
    case horizontal = 1
    /// From top to bottom.
    case vertical = 2
  }

  /// A box.
  public struct Node: Sendable, Hashable {
    /// The outline of a node.
    public enum Shape: UInt8, Sendable, Hashable, CaseIterable {
      /// A box with round corners: an operation, a layer.
      case box = 0
      /// A circle: a unit, a sum.
      case circle = 1
      /// No outline: an input, an output.
      case plain = 2
    }

    /// The words inside.
    public var label: String
    /// Smaller words below them: a shape, a value; empty for none.
    public var note: String
    /// The outline.
    public var shape: Shape
    /// The layer in which the node stands, or nil for the first that lies behind all that lead to it.
    public var layer: Int?

    /// A node.
    public init(_ label: String, note: String = "", shape: Shape = .box, layer: Int? = nil) {
      self.label = label
      self.note = note
      self.shape = shape
      self.layer = layer
    }
  }

  /// An arrow.
  public struct Edge: Sendable, Hashable {
    /// The index of the node where it begins.
    public var from: Int
    /// The index of the node where it ends.
    public var to: Int
    /// The words beside it; empty for none.
    public var label: String
    /// Whether it is drawn dashed: a gradient, a copy, a feedback.
    public var isDashed: Bool

    /// An arrow between two nodes.
    public init(_ from: Int, _ to: Int, _ label: String = "", isDashed: Bool = false) {
      self.from = from
      self.to = to
      self.label = label
      self.isDashed = isDashed
    }
  }

  /// The line above the drawing; empty for none.
  public var title: String
  /// The boxes.
  public var nodes: [Node]
  /// The arrows; one that names no node is not drawn.
  public var edges: [Edge]
  /// Which way the layers follow one another.
  public var direction: Direction

  /// A diagram of `nodes` joined by `edges`.
  public init(
    title: String = "", nodes: [Node] = [], edges: [Edge] = [], direction: Direction = .automatic
  ) {
    self.title = title
    self.nodes = nodes
    self.edges = edges
    self.direction = direction
  }
}

extension Diagram {
  /// Adds a node, and answers the index by which arrows name it.
  @discardableResult
  public mutating func add(
    _ label: String, note: String = "", shape: Node.Shape = .box, layer: Int? = nil
  ) -> Int {
    nodes.append(Node(label, note: note, shape: shape, layer: layer))
    return nodes.count - 1
  }

  /// Adds an arrow between the nodes of two indices.
  public mutating func connect(_ from: Int, _ to: Int, _ label: String = "", isDashed: Bool = false) {
    edges.append(Edge(from, to, label, isDashed: isDashed))
  }

  /// Nodes one after the other, each joined to the next: `.chain(Node("x", shape: .plain), Node("GELU"))`.
  public static func chain(_ nodes: Node..., title: String = "") -> Diagram {
    Diagram(title: title, nodes: nodes, edges: nodes.indices.dropFirst().map { Edge($0 - 1, $0) })
  }

  /// A feed-forward network of `layers` units each, every unit joined to all of the next layer.
  ///
  /// `names` stand in the first unit's place of a layer that has more than eight: such a layer is drawn as one
  /// box that says how many there are.
  public static func network(_ layers: [Int], names: [String] = [], title: String = "") -> Diagram {
    var diagram = Diagram(title: title, direction: .horizontal)
    var previous: [Int] = []
    for (layer, count) in layers.enumerated() where count > 0 {
      let name = layer < names.count ? names[layer] : ""
      let units =
        count > 8
        ? [diagram.add(name.isEmpty ? "\(count)" : name, note: name.isEmpty ? "" : "\(count)", layer: layer)]
        : (0..<count).map { unit in
          diagram.add(
            name.isEmpty ? "" : count == 1 ? name : name + subscripted(unit + 1), shape: .circle, layer: layer
          )
        }
      for from in previous { for to in units { diagram.connect(from, to) } }
      previous = units
    }
    return diagram
  }

  private static func subscripted(_ number: Int) -> String {
    String(
      String.UnicodeScalarView(
        number.description.unicodeScalars.compactMap { Unicode.Scalar($0.value - 48 + 0x2080) }))
  }
}
