/// Something in a diagram's source that cannot be drawn, and where.
package struct DiagramProblem: Hashable, Sendable {
  /// The line in the block, from 1.
  package let line: Int
  /// The column in that line, from 1, in UTF-8 bytes.
  package let column: Int
  /// How many bytes are concerned; at least 1.
  package let length: Int
  /// What is wrong, in one sentence without a final full stop.
  package let message: String
  /// A way out.
  package let help: String?
}

extension DiagramProblem: CustomStringConvertible {
  /// `line:column+length: message (help)`.
  package var description: String {
    "\(line):\(column)+\(length): \(message)" + (help.map { " (\($0))" } ?? "")
  }
}

/// Why a diagram without problems could not be drawn all the same.
package enum DiagramError: Error, Hashable, Sendable {
  /// It has no node.
  case empty
  /// Its links are too many and too long to be laid out in a second.
  case tangled
  /// Graphviz did not lay it out; its own words.
  case layout(String)
}

extension DiagramError: CustomStringConvertible {
  /// One sentence with a way out.
  package var description: String {
    switch self {
    case .empty: "the diagram has no nodes; write one link such as 'A --> B'"
    case .tangled: "the diagram has too many long links to be readable; draw several smaller diagrams"
    case .layout(let words):
      "Graphviz cannot lay out the diagram: \(words); 'apt-get install libgvc6' brings its layouts"
    }
  }
}
