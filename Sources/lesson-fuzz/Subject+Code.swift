import ContentStore
import Evaluation

extension Subject {
  /// Code for the Swift parser, which is a process of its own; what is too much for it is refused.
  static let code = Subject(
    "code", .code,
    words: [
      "[", "]", "(", ")", "{", "}", "<", ">", "\"", "\\(", "\"\"\"\n", "#\"", "/*", "*/", "//", "#if ",
      "#endif\n", "func f", "let ", "try ", "-> ", "? ",
      " : ", "@a", "\\", "/", "&", "!", ".", "#line", "case ", "switch ", "`",
    ], isSlow: true
  ) { bytes in
    guard let reader else { return }
    let source = String(decoding: bytes, as: UTF8.self)
    let analyses = try? reader.analyses(of: [["let a = 1", source]])
    guard let analyses else { fatalError("the parser is said to be broken") }
    promise(analyses[0][0].refusal == nil, "a block is refused for another")
    let count = source.utf8.count
    let places = [
      analyses[0][1].shownExpression?.upperBound, analyses[0][1].firstProblem, analyses[0][1].refusal?.offset,
    ]
    promise(places.allSatisfy { $0 == nil || 0...count ~= $0 ?? 0 }, "a place outside the block")
  }

  private static let reader: BlockReader? = {
    let store = ContentStore(folder: "/proc/nowhere")
    guard let kit = try? Kit.find(), let toolchain = try? Toolchain.find(store: store) else { return nil }
    return BlockReader(kit: kit, toolchain: toolchain, store: store)
  }()
}
