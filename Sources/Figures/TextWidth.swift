extension String {
  /// The columns the text takes in a terminal: two for an ideograph, none for a combining mark.
  package var columns: Int {
    unicodeScalars.reduce(0) { $0 + $1.columns }
  }

  /// The text, filled with blanks up to `width` columns.
  func padded(to width: Int, _ alignment: Table.Alignment = .leading) -> String {
    let blank = max(0, width - columns)
    switch alignment {
    case .leading: return self + String(repeating: " ", count: blank)
    case .trailing: return String(repeating: " ", count: blank) + self
    case .center:
      return String(repeating: " ", count: blank / 2) + self
        + String(repeating: " ", count: blank - blank / 2)
    }
  }

  /// The text, or as much of its beginning as fits into so many columns before an ellipsis.
  package func shortened(columns limit: Int) -> String {
    guard columns > limit else { return self }
    return shortened {
      Int($0) + Unicode.Scalar("…").columns <= limit
    } measure: {
      Double($0.columns)
    }
  }

  /// The text in lines of at most so many columns, broken at blanks.
  func wrapped(columns limit: Int) -> [String] {
    var lines: [String] = []
    for word in split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init) {
      if let last = lines.last, last.columns + 1 + word.columns <= limit {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word.shortened(columns: limit))
      }
    }
    return lines
  }

  /// The text in the 95 characters every terminal has; a power is written after one `^`: `10^-12`.
  var sevenBit: String {
    let isPlain = { (byte: UInt8) in (byte >= 0x20 && byte < 0x7F) || byte == 0x0A }
    if utf8.allSatisfy(isPlain) { return self }
    var result = ""
    var isRaised = false
    for scalar in unicodeScalars {
      let raised = Self.superscripts[scalar]
      let isKept = scalar.isASCII && isPlain(UInt8(scalar.value))
      if let raised {
        result += isRaised ? raised : "^" + raised
      } else {
        result += isKept ? String(scalar) : Self.substitutes[scalar] ?? "?"
      }
      isRaised = raised != nil
    }
    return result
  }

  private static let substitutes: [Unicode.Scalar: String] = [
    "\t": "    ", "−": "-", "–": "-", "—": "-", "′": "'", "″": "''", "×": "x", "·": "*", "≤": "<=", "≥": ">=",
    "…": "...",
    "→": "->", "₀": "_0", "₁": "_1", "₂": "_2", "₃": "_3", "₄": "_4", "₅": "_5", "₆": "_6", "₇": "_7",
    "₈": "_8", "₉": "_9", "ŷ": "y^", "μ": "mu", "λ": "lambda", "η": "eta", "θ": "theta", "α": "alpha",
    "β": "beta", "γ": "gamma", "δ": "delta", "∂": "d", "Δ": "Delta", "Σ": "Sigma", "√": "sqrt", "⋅": "*",
    "∞": "inf", "σ": "sigma", "φ": "phi", "Φ": "Phi", "π": "pi", "ε": "epsilon", "±": "+-",
    "≈": "~", "ₓ": "_x", "“": "\"", "”": "\"", "‘": "'", "’": "'", "✓": "ok", "✗": "x",
    "½": "1/2",
  ]

  private static let superscripts: [Unicode.Scalar: String] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9",
    "⁻": "-", "⁺": "+", "ⁿ": "n", "ˣ": "x",
  ]
}

extension Unicode.Scalar {
  /// The columns it takes in a terminal.
  fileprivate var columns: Int {
    value < 0x300 ? 1 : isCombining ? 0 : isWide ? 2 : 1
  }

  var isCombining: Bool {
    switch value {
    case 0x300...0x36F, 0x200B...0x200F, 0x20D0...0x20FF, 0xFE00...0xFE0F: true
    default: false
    }
  }

  var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
