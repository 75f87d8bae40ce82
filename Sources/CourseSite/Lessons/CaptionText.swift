/// The little that captions know of Markdown: code between backquotes, formulas between dollar signs.
enum CaptionText {
  /// A piece of a caption.
  enum Piece: Hashable {
    case text(String)
    case code(String)
    case math(String)
  }

  /// Cuts a caption into its pieces; a sign without a partner is itself.
  static func pieces(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    var plain: [UInt8] = []
    let bytes = Array(text.utf8)
    var position = 0
    while position < bytes.count {
      if let (piece, next) = special(bytes, at: position) {
        if !plain.isEmpty { pieces.append(.text(String(decoding: plain, as: UTF8.self))) }
        plain = []
        pieces.append(piece)
        position = next
      } else {
        plain.append(bytes[position])
        position += 1
      }
    }
    if !plain.isEmpty { pieces.append(.text(String(decoding: plain, as: UTF8.self))) }
    return pieces
  }

  private static func special(_ bytes: [UInt8], at start: Int) -> (Piece, Int)? {
    let sign = bytes[start]
    guard sign == UInt8(ascii: "`") || sign == UInt8(ascii: "$") else { return nil }
    guard let end = bytes[(start + 1)...].firstIndex(of: sign), end > start + 1 else { return nil }
    let inside = String(decoding: bytes[start + 1..<end], as: UTF8.self)
    if sign == UInt8(ascii: "`") { return (.code(inside), end + 1) }
    let isSpaced = inside.first == " " || inside.last == " "
    return isSpaced ? nil : (.math(inside), end + 1)
  }
}
