import Activations
import Neural

/// A recursive network: one layer, applied at every node of a tree to what it gave for the parts (Socher 2011).
///
/// h(left ∘ right) = f(W·[h(left); e(∘); h(right)] + b), with a vector e for each truth value and operator.
struct TreeNetwork {
  private let symbols: Embedding
  private let joining: Linear
  private let output: Linear
  private let activation: Activation

  /// A network of `width` numbers a node.
  init(width: Int, activation: Activation, using generator: inout SeededGenerator) {
    symbols = Embedding(5, width, using: &generator)
    joining = Linear(3 * width, width, using: &generator)
    output = Linear(width, 2, using: &generator)
    self.activation = activation
  }

  var parameters: [Neural.Parameter] { symbols.parameters + joining.parameters + output.parameters }

  /// The scores of false and true for expressions: [expressions, 2].
  ///
  /// All nodes of the same height are computed at once.
  func callAsFunction(_ expressions: [LogicExpression]) -> Tensor {
    var levels = TreeLevels()
    let roots = expressions.map { levels.add($0) }
    // The rows are the nodes, level after level, as `levels` numbers them.
    var states = symbols([0, 1])
    for level in levels.joins {
      let parts = [
        states.gather(level.map { levels.row($0.left) }), symbols(level.map { $0.symbol }),
        states.gather(level.map { levels.row($0.right) }),
      ]
      states = .concatenated([states, joining(.concatenated(parts, axis: 1)).map(activation)])
    }
    return output(states.gather(roots.map(levels.row)))
  }
}

/// The nodes of several trees, by their heights.
private struct TreeLevels {
  /// A node: its height, and its place among those of this height; at height 0 stand false and true.
  struct Place {
    let height: Int
    let index: Int
  }

  /// For each height from 1 the nodes: their parts, and the number of the operator's symbol.
  private(set) var joins: [[(left: Place, symbol: Int, right: Place)]] = []

  /// Notes the nodes of an expression, and tells where its root is.
  mutating func add(_ expression: LogicExpression) -> Place {
    guard case .joined(let left, let join, let right) = expression else {
      return Place(height: 0, index: expression.isTrue ? 1 : 0)
    }
    let (first, second) = (add(left), add(right))
    let height = max(first.height, second.height) + 1
    while joins.count < height { joins.append([]) }
    let symbol = 2 + (LogicExpression.Operator.allCases.firstIndex(of: join) ?? 0)
    joins[height - 1].append((first, symbol, second))
    return Place(height: height, index: joins[height - 1].count - 1)
  }

  /// The row of a node when the levels stand one below the other.
  func row(_ place: Place) -> Int {
    guard place.height > 0 else { return place.index }
    return joins.prefix(place.height - 1).reduce(2) { $0 + $1.count } + place.index
  }
}
