import CourseModel

/// What the parser found in a block of code; all places are byte offsets into the block.
package struct BlockAnalysis: Sendable, Hashable {
  /// A name that the block declares for the blocks after it.
  package struct Declaration: Sendable, Hashable {
    /// What is declared.
    package enum Kind: Int, Sendable {
      case variable = 0
      case function = 1
      case type = 2
    }

    package var kind: Kind
    package var name: String
    /// The name; for a function its parameters and result too.
    package var identity: String
    package var offset: Int
  }

  /// Why the parser has not read the block.
  package struct Refusal: Sendable, Hashable {
    /// Where in the block.
    package var offset: Int
    /// What is wrong, in one sentence without a full stop.
    package var message: String
    /// A way out.
    package var help: String
  }

  /// Why nothing is known of the block, if nothing is.
  package var refusal: Refusal?
  /// The number of declarations and statements.
  package var itemCount = 0
  /// Where the code is not Swift, if it is not.
  package var firstProblem: Int?
  /// Whether the code asks for its own place, as `#line` does.
  package var readsItsPlace = false
  /// The expression that ends the block, if its value can be shown.
  package var shownExpression: Range<Int>?
  /// Where the items begin that may throw, wait or end the run.
  package var markedItems: [Int] = []
  /// The names for later blocks.
  package var declarations: [Declaration] = []
  /// The colours.
  package var spans: [SyntaxSpan] = []

  /// An empty block.
  package init() {}

  /// A block that is not read.
  init(refused refusal: Refusal) { self.refusal = refusal }
}

extension BlockAnalysis {
  private static let wireVersion = 1

  /// Reads what LessonSyntax answered.
  package init(_ answer: [UInt8]) throws(WireDamage) {
    var wire = WireDecoder(answer)
    guard try wire.number() == Self.wireVersion else { throw WireDamage() }
    itemCount = try wire.number()
    let problem = try wire.number()
    firstProblem = problem == 0 ? nil : problem - 1
    readsItsPlace = try wire.flag()
    shownExpression = try wire.optional { wire throws(WireDamage) in try wire.range() }
    markedItems = try wire.list { wire throws(WireDamage) in try wire.number() }
    declarations = try wire.list { wire throws(WireDamage) in try Declaration(from: &wire) }
    spans = try wire.spans()
    guard wire.isAtEnd else { throw WireDamage() }
  }
}

extension BlockAnalysis.Declaration {
  fileprivate init(from wire: inout WireDecoder) throws(WireDamage) {
    guard let kind = Kind(rawValue: try wire.number()) else { throw WireDamage() }
    self.kind = kind
    name = try wire.text()
    identity = try wire.text()
    offset = try wire.number()
  }
}

extension WireDecoder {
  fileprivate mutating func range() throws(WireDamage) -> Range<Int> {
    let start = try number()
    let length = try number()
    return start..<(try end(start, length))
  }

  /// Where something of that length ends; neither number is negative, nor is the sum more than a number holds.
  fileprivate func end(_ start: Int, _ length: Int) throws(WireDamage) -> Int {
    let (end, isTooMuch) = start.addingReportingOverflow(length)
    guard start >= 0, length >= 0, !isTooMuch else { throw WireDamage() }
    return end
  }

  fileprivate mutating func spans() throws(WireDamage) -> [SyntaxSpan] {
    var end = 0
    return try list { (wire) throws(WireDamage) in
      let start = try wire.end(end, try wire.number())
      let length = try wire.number()
      guard let kind = SyntaxSpan.Kind(rawValue: UInt8(truncatingIfNeeded: try wire.number())) else {
        throw WireDamage()
      }
      end = try wire.end(start, length)
      return SyntaxSpan(start: start, length: length, kind: kind)
    }
  }
}
