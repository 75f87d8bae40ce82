import SwiftSyntax

/// Whether the run should note that it has reached `item`: it may throw, wait, end the program or never end.
func needsMark(_ item: CodeBlockItemSyntax.Item) -> Bool {
  if case .stmt(let statement) = item, statement.isLoop { return true }
  let finder = MarkFinder(viewMode: .sourceAccurate)
  if case .decl(let declaration) = item, !declaration.is(VariableDeclSyntax.self) { return false }
  finder.walk(item)
  return finder.isFound
}

extension StmtSyntax {
  fileprivate var isLoop: Bool {
    self.is(WhileStmtSyntax.self) || self.is(ForStmtSyntax.self) || self.is(RepeatStmtSyntax.self)
  }
}

private final class MarkFinder: SyntaxVisitor {
  var isFound = false

  /// Calls in which a run can stay for ever, in code that has no lines to tell of.
  private static let waits: Set<String> = [
    "sleep", "usleep", "nanosleep", "pause", "wait", "waitUntilExit", "join", "readLine", "run", "kill",
    "raise",
  ]

  override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
    switch token.tokenKind {
    case .keyword(.try), .keyword(.await), .identifier("exit"), .identifier("abort"): isFound = true
    case .identifier(let name) where Self.waits.contains(name): isFound = true
    default: break
    }
    return .skipChildren
  }
}

/// Finds the first place at which the parser had to guess.
final class ProblemFinder: SyntaxAnyVisitor {
  private var first: Int?

  static func firstProblem(in file: SourceFileSyntax) -> Int {
    let finder = ProblemFinder(viewMode: .all)
    finder.walk(file)
    return finder.first ?? 0
  }

  override func visitAny(_ node: Syntax) -> SyntaxVisitorContinueKind {
    guard node.hasError, first == nil else { return .skipChildren }
    if node.is(UnexpectedNodesSyntax.self) { note(node) }
    return .visitChildren
  }

  override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
    if token.presence == .missing || token.hasError { note(Syntax(token)) }
    return .skipChildren
  }

  private func note(_ node: Syntax) {
    first = first ?? node.positionAfterSkippingLeadingTrivia.utf8Offset
  }
}

/// Looks for `#line`, `#file` and their kin.
final class PlaceFinder: SyntaxVisitor {
  private var isFound = false
  private static let names: Set<String> = [
    "line", "file", "fileID", "filePath", "column", "function", "dsohandle", "sourceLocation",
  ]

  static func readsItsPlace(_ file: SourceFileSyntax) -> Bool {
    let finder = PlaceFinder(viewMode: .sourceAccurate)
    finder.walk(file)
    return finder.isFound
  }

  override func visit(_ node: MacroExpansionExprSyntax) -> SyntaxVisitorContinueKind {
    if Self.names.contains(node.macroName.text) { isFound = true }
    return .visitChildren
  }

  override func visit(_ node: PoundSourceLocationSyntax) -> SyntaxVisitorContinueKind {
    isFound = true
    return .skipChildren
  }
}
