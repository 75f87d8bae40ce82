/// A flowchart in the words of Mermaid: nodes, links between them, and groups around them.
///
///     graph TB
///       A[Input] --> B{Ready?}
///       B -- yes --> C((Run))
package struct Flowchart: Hashable, Sendable {
  package enum Direction: String, Sendable {
    case topToBottom = "TB"
    case bottomToTop = "BT"
    case leftToRight = "LR"
    case rightToLeft = "RL"
  }

  package struct Node: Hashable, Sendable {
    package let id: String
    package var lines: [String]
    package var shape = NodeShape.rectangle
    package var style = NodeStyle()
    /// The group it stands in.
    package var group: Int?

    /// The label on one line.
    package var label: String { lines.joined(separator: " ") }
  }

  package enum End: Hashable, Sendable {
    case node(Int)
    case group(Int)
  }

  package struct Link: Hashable, Sendable {
    package let tail: End
    package let head: End
    package let line: LinkLine
  }

  package struct Group: Hashable, Sendable {
    package let id: String
    package let lines: [String]
    package let parent: Int?

    /// The title on one line.
    package var label: String { lines.joined(separator: " ") }
  }

  package var direction = Direction.topToBottom
  package var nodes: [Node] = []
  package var links: [Link] = []
  /// Outer groups before the groups inside them.
  package var groups: [Group] = []
  /// What the source says of itself by `accTitle` and `accDescr`.
  package var statedTitle: String?
  package var statedDescription: String?

  /// Reads a flowchart; whatever cannot be drawn is a problem, and the rest is still read.
  ///
  /// The problems stand in the order of their places. Draw only a flowchart without problems: the reader of the
  /// page cannot see what is left out.
  package static func parse(_ source: String) -> (Flowchart, [DiagramProblem]) {
    var parser = FlowchartParser(source)
    parser.parseDiagram()
    return parser.finish()
  }
}

/// The outline of a node.
package enum NodeShape: String, Sendable {
  case rectangle, rounded, stadium, subroutine, cylinder, circle, doubleCircle, diamond, hexagon
  case leaningRight, leaningLeft, trapezoid, invertedTrapezoid, flag
}

/// How a link is drawn, and what is written at it.
package struct LinkLine: Hashable, Sendable {
  package enum Stroke: String, Sendable { case solid, dotted, thick, invisible }
  package enum Mark: String, Sendable {
    case none, arrow, cross, circle

    /// How many pixels before its tip the line ends.
    var length: Double {
      switch self {
      case .none, .cross: 0
      case .arrow, .circle: 8
      }
    }
  }

  package var stroke = Stroke.solid
  package var tailMark = Mark.none
  package var headMark = Mark.none
  /// How many ranks it spans at least.
  package var length = 1
  package var label: [String] = []

  /// Its length as far as it is drawn.
  var ranks: Int { min(length, 8) }
}
