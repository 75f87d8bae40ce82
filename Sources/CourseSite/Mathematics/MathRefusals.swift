/// What a formula may not contain although KaTeX would take it.
///
/// * Definitions expanded while they are made, and Unicode super- and subscripts: in KaTeX before 0.16.10
///   both slip past the limit on expansions, so that a formula may never end (CVE-2024-28243, -28244).
/// * Very long ones: KaTeX in Duktape takes time that grows with the square of what it writes.
/// * Commands that reach out of the formula into the page: KaTeX draws them as red text, which a reader
///   should never see.
enum MathRefusals {
  /// As many bytes as a formula may have.
  static let mostBytes = 4000

  static func check(_ tex: String) -> MathError? {
    if tex.utf8.count > mostBytes {
      return MathError(
        "the formula has \(tex.utf8.count) bytes, more than \(mostBytes)", offset: 0,
        help: "split it into several formulas")
    }
    var text = tex
    return text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte == UInt8(ascii: "\\") {
          let end = endOfControlWord(in: bytes, after: index)
          if let error = refusal(of: bytes[(index + 1)..<end], at: index) { return error }
          index = max(end, index + 2)
        } else if byte >= 0xC2, let error = script(in: bytes, at: index) {
          return error
        } else {
          index += 1
        }
      }
      return nil
    }
  }

  private static func endOfControlWord(in bytes: UnsafeBufferPointer<UInt8>, after backslash: Int) -> Int {
    var end = backslash + 1
    while end < bytes.count, isLetter(bytes[end]) { end += 1 }
    return end
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func refusal(of word: Slice<UnsafeBufferPointer<UInt8>>, at offset: Int) -> MathError? {
    guard (3...15).contains(word.count) else { return nil }
    let name = String(decoding: word, as: UTF8.self)
    if ["edef", "xdef"].contains(name) {
      return MathError(
        "'\\\(name)' is not allowed in a formula", offset: offset, help: "use '\\def' or '\\gdef'")
    }
    let outward = ["href", "url", "includegraphics", "htmlClass", "htmlId", "htmlStyle", "htmlData"]
    guard outward.contains(name) else { return nil }
    return MathError(
      "'\\\(name)' is not allowed in a formula", offset: offset, help: "write links and images in Markdown")
  }

  private static func script(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> MathError? {
    let length = bytes[offset] >= 0xE0 ? 3 : 2
    guard offset + length <= bytes.count else { return nil }
    let character = String(decoding: bytes[offset..<(offset + length)], as: UTF8.self)
    guard let scalar = character.unicodeScalars.first, let plain = scripts[scalar] else { return nil }
    let mark = isSubscript(scalar) ? "_" : "^"
    return MathError(
      "'\(character)' is not allowed in a formula", offset: offset, help: "write '\(mark){\(plain)}'")
  }

  private static func isSubscript(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2080...0x209C, 0x1D62...0x1D6A, 0x2C7C: true
    default: false
    }
  }

  /// The characters KaTeX reads as a super- or subscript, and what each stands for.
  private static let scripts: [Unicode.Scalar: Character] = {
    let raised = "⁺⁻⁼⁽⁾⁰¹²³⁴⁵⁶⁷⁸⁹ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵝᵞᵟᵠᵡᶿ"
    let raisedPlain = "+-=()0123456789ABDEGHIJKLMNOPRTUVWabcdefghijklmnoprstuvwxyzβγδϕχθ"
    let lowered = "₊₋₌₍₎₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ"
    let loweredPlain = "+-=()0123456789aehijklmnoprstuvxβγρϕχ"
    let pairs = zip((raised + lowered).unicodeScalars, raisedPlain + loweredPlain)
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }()
}
