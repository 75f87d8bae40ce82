import Neural

/// An expression of logic as the tree that it is: a truth value, or two expressions joined by an operator.
indirect enum LogicExpression {
  case value(Bool)
  case joined(LogicExpression, Operator, LogicExpression)

  enum Operator: String, CaseIterable {
    case and = "&"
    case or = "|"
    case xor = "^"

    func callAsFunction(_ left: Bool, _ right: Bool) -> Bool {
      switch self {
      case .and: left && right
      case .or: left || right
      case .xor: left != right
      }
    }
  }

  /// A random expression of `operators` operators: each sits at the root with equal chance.
  init(operators: Int, using generator: inout SeededGenerator) {
    guard operators > 0 else {
      self = .value(generator.below(2) == 1)
      return
    }
    let left = generator.below(operators)
    let join = Operator.allCases[generator.below(3)]
    self = .joined(
      LogicExpression(operators: left, using: &generator), join,
      LogicExpression(operators: operators - 1 - left, using: &generator))
  }

  /// Whether it is true.
  var isTrue: Bool {
    switch self {
    case .value(let truth): truth
    case .joined(let left, let join, let right): join(left.isTrue, right.isTrue)
    }
  }

  /// The expression as a line of characters: `((T&F)|T)`.
  var text: String {
    switch self {
    case .value(let truth): truth ? "T" : "F"
    case .joined(let left, let join, let right): "(\(left.text)\(join.rawValue)\(right.text))"
    }
  }

  /// `count` different expressions that are not in `known`, each of so many operators; they become known.
  static func distinct(
    _ count: Int, operators: ClosedRange<Int>, known: inout Set<String>,
    using generator: inout SeededGenerator
  ) -> [LogicExpression] {
    var found: [LogicExpression] = []
    while found.count < count {
      let size = operators.lowerBound + generator.below(operators.count)
      let expression = LogicExpression(operators: size, using: &generator)
      if known.insert(expression.text).inserted { found.append(expression) }
    }
    return found
  }
}
