/// KaTeX's HTML, put right where it is not valid or cannot be reached by keyboard.
enum MathMarkup {
  /// Repairs the MathML half, and lets a display formula take the focus so that the arrow keys scroll it.
  static func tidy(_ html: [UInt8]) -> [UInt8] {
    let display = Array("<span class=\"katex-display\"".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(html.count + 16)
    var start = 0
    if html.starts(with: display) {
      result += display
      result += " tabindex=\"0\"".utf8
      start = display.count
    }
    let end = html.firstRange(of: Array("</math>".utf8))?.lowerBound ?? start
    flattenTokens(html[start..<end], into: &result)
    result += html[end...]
    return result
  }

  /// Renames token elements that hold elements.
  ///
  /// KaTeX writes `<mi><mi>⋮</mi>…</mi>` for `\vdots` and `<mo><mi>a</mi>…</mo>` for `\mathbin{ab}`, but a
  /// token may hold text only: the outer one becomes an `<mrow>`, on which spacing attributes mean nothing.
  private static func flattenTokens(_ markup: ArraySlice<UInt8>, into result: inout [UInt8]) {
    var renamed: [Bool] = []
    var index = markup.startIndex
    while let open = markup[index...].firstIndex(of: UInt8(ascii: "<")) {
      result += markup[index..<open]
      guard let close = markup[open...].firstIndex(of: UInt8(ascii: ">")) else { break }
      index = close + 1
      let tag = markup[open..<index]
      let isEnd = markup[open + 1] == UInt8(ascii: "/")
      guard isToken(tag.dropFirst(isEnd ? 2 : 1)) else {
        result += tag
        continue
      }
      let isOuter = isEnd ? renamed.popLast() ?? false : holdsElement(markup, from: index)
      if !isEnd { renamed.append(isOuter) }
      result += isOuter ? Array((isEnd ? "</mrow>" : "<mrow>").utf8)[...] : tag
    }
    result += markup[index...]
  }

  private static func isToken(_ name: ArraySlice<UInt8>) -> Bool {
    let word = name.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ">") }
    return tokens.contains { $0.elementsEqual(word) }
  }

  private static func holdsElement(_ markup: ArraySlice<UInt8>, from index: Int) -> Bool {
    index + 1 < markup.endIndex && markup[index] == UInt8(ascii: "<")
      && markup[index + 1] != UInt8(ascii: "/")
  }

  private static let tokens = ["mi", "mo", "mn", "ms", "mtext"].map { Array($0.utf8) }
}
