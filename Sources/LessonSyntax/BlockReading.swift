import SwiftIDEUtils
import SwiftSyntax

/// What the tool wants to know of a block of code; all places are byte offsets into the block.
struct BlockReading {
  /// A name that the block declares for the blocks after it.
  struct Declaration {
    /// What is declared: two declarations of the same kind and `identity` cannot stand in one program.
    enum Kind: UInt8 {
      case variable = 0
      case function = 1
      case type = 2
    }

    var kind: Kind
    var name: String
    /// The name, and for a function also its parameters and result.
    var identity: String
    var offset: Int
  }

  /// The expression that ends the block, if its value can be shown.
  var shownExpression: Range<Int>?
  /// Where the items begin that may throw, wait or end the run: the tool notes when the run gets there.
  var markedItems: [Int] = []
  var declarations: [Declaration] = []
  var itemCount: Int
  /// Where the code is not Swift.
  var firstProblem: Int?
  /// Whether the code asks for its own place, as `#line` does.
  var readsItsPlace: Bool
  var spans: [ColorSpan]

  init(of file: SourceFileSyntax) {
    let items = Array(file.statements)
    itemCount = items.count
    firstProblem = file.hasError ? ProblemFinder.firstProblem(in: file) : nil
    readsItsPlace = PlaceFinder.readsItsPlace(file)
    spans = ColorSpan.spans(of: file)
    for item in items {
      declarations += Self.declarations(of: item.item)
      if needsMark(item.item) { markedItems.append(item.positionAfterSkippingLeadingTrivia.utf8Offset) }
    }
    shownExpression = firstProblem == nil ? items.last.flatMap(Self.shownExpression) : nil
  }
}

extension BlockReading {
  /// The last expression, unless it is an assignment or a call whose value is known to be nothing.
  private static func shownExpression(of item: CodeBlockItemSyntax) -> Range<Int>? {
    guard case .expr(let expression) = item.item, hasValue(expression) else { return nil }
    let start = expression.positionAfterSkippingLeadingTrivia.utf8Offset
    return start..<expression.endPositionBeforeTrailingTrivia.utf8Offset
  }

  private static func hasValue(_ expression: ExprSyntax) -> Bool {
    if let sequence = expression.as(SequenceExprSyntax.self) {
      return !sequence.elements.contains(where: isAssignment)
    }
    if let call = expression.as(FunctionCallExprSyntax.self),
      let callee = call.calledExpression.as(DeclReferenceExprSyntax.self)
    {
      return !valuelessFunctions.contains(callee.baseName.text)
    }
    if let attempt = expression.as(TryExprSyntax.self) { return hasValue(attempt.expression) }
    if let wait = expression.as(AwaitExprSyntax.self) { return hasValue(wait.expression) }
    return !expression.is(IfExprSyntax.self) && !expression.is(SwitchExprSyntax.self)
      && !expression.is(ClosureExprSyntax.self)
  }

  private static let valuelessFunctions: Set<String> = [
    "print", "debugPrint", "show", "fatalError", "preconditionFailure", "assertionFailure", "precondition",
    "assert", "exit", "abort", "swap",
  ]

  private static let comparisons: Set<String> = ["==", "!=", "<=", ">=", "===", "!=="]

  private static func isAssignment(_ element: ExprSyntax) -> Bool {
    if element.is(AssignmentExprSyntax.self) { return true }
    guard let operation = element.as(BinaryOperatorExprSyntax.self)?.operator.text else { return false }
    return operation.hasSuffix("=") && !comparisons.contains(operation)
  }
}

extension BlockReading {
  /// The names that an item of the top level declares.
  private static func declarations(of item: CodeBlockItemSyntax.Item) -> [Declaration] {
    switch item {
    case .decl(let declaration):
      if let variable = declaration.as(VariableDeclSyntax.self) {
        return variable.bindings.flatMap { names(in: PatternSyntax($0.pattern)) }
      }
      if let function = declaration.as(FunctionDeclSyntax.self) { return [self.declaration(of: function)] }
      return typeName(declaration).map { [Declaration(.type, $0)] } ?? []
    case .stmt(let statement):
      guard let condition = statement.as(GuardStmtSyntax.self) else { return [] }
      return condition.conditions.flatMap { element -> [Declaration] in
        guard case .optionalBinding(let binding) = element.condition else { return [] }
        return names(in: binding.pattern)
      }
    default:
      return []
    }
  }

  private static func declaration(of function: FunctionDeclSyntax) -> Declaration {
    let signature = [
      function.genericParameterClause?.tokenText, function.signature.tokenText,
      function.genericWhereClause?.tokenText,
    ]
    var declaration = Declaration(.function, function.name)
    declaration.identity += signature.compactMap { $0 }.joined(separator: " ")
    return declaration
  }

  private static func names(in pattern: PatternSyntax) -> [Declaration] {
    if let name = pattern.as(IdentifierPatternSyntax.self) {
      return [Declaration(.variable, name.identifier)]
    }
    if let tuple = pattern.as(TuplePatternSyntax.self) {
      return tuple.elements.flatMap { names(in: $0.pattern) }
    }
    return []
  }

  private static func typeName(_ declaration: DeclSyntax) -> TokenSyntax? {
    switch declaration.as(DeclSyntaxEnum.self) {
    case .structDecl(let type): type.name
    case .classDecl(let type): type.name
    case .enumDecl(let type): type.name
    case .actorDecl(let type): type.name
    case .protocolDecl(let type): type.name
    case .typeAliasDecl(let type): type.name
    default: nil
    }
  }
}

extension BlockReading.Declaration {
  fileprivate init(_ kind: Kind, _ name: TokenSyntax) {
    self.kind = kind
    self.name = name.text
    identity = name.text
    offset = name.positionAfterSkippingLeadingTrivia.utf8Offset
  }
}

extension SyntaxProtocol {
  /// The tokens with single spaces between them, so that layout and comments do not matter.
  fileprivate var tokenText: String {
    tokens(viewMode: .sourceAccurate).map(\.text).joined(separator: " ")
  }
}
