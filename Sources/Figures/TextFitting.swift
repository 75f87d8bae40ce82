extension String {
  /// How wide the text is when it is set in a wide sans-serif face of this size; in most it is narrower.
  package func width(size: Double) -> Double {
    unicodeScalars.reduce(0) { $0 + $1.ems } * size
  }

  /// The text, or as much of its beginning as fits before an ellipsis.
  package func shortened(to room: Double, size: Double) -> String {
    guard width(size: size) > room else { return self }
    return shortened {
      ($0 + Unicode.Scalar("…").ems) * size <= room
    } measure: {
      $0.ems
    }
  }

  /// The longest beginning before an ellipsis whose measures together fit.
  func shortened(
    _ fits: (Double) -> Bool, measure: (Unicode.Scalar) -> Double
  ) -> String {
    var end = startIndex, sum = 0.0
    for index in indices {
      sum = self[index].unicodeScalars.reduce(sum) { $0 + measure($1) }
      guard fits(sum) else { break }
      end = self.index(after: index)
    }
    return self[..<end] + "…"
  }

  /// The text in lines no wider than `room`, broken at blanks or between ideographs; the last of `lines` ends
  /// with an ellipsis where there is more.
  func wrapped(to room: Double, size: Double, lines limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces {
      if !line.isEmpty, (line + piece).trimmedEnd.width(size: size) > room {
        lines.append(line.trimmedEnd)
        line = ""
      }
      line += piece
    }
    lines.append(line.trimmedEnd)
    if lines.count > limit {
      lines[limit - 1] += " " + lines[limit...].joined(separator: " ")
      lines.removeSubrange(limit...)
    }
    return lines.map { $0.shortened(to: room, size: size) }
  }

  /// Words with the blank behind them, ideographs alone.
  private var pieces: [String] {
    var pieces: [String] = []
    var piece = ""
    for character in self {
      let isWide = character.unicodeScalars.first?.isWide ?? false
      if isWide, !piece.isEmpty {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character == "\n" ? " " : character)
      if isWide || character == " " || character == "\n" {
        pieces.append(piece)
        piece = ""
      }
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }

  /// A number as print sets it: a true minus, and a power of ten instead of the letter e.
  var typographic: String {
    let parts = split(separator: "e", maxSplits: 1)
    let mantissa = String(parts.first ?? "").replacingHyphen
    guard parts.count == 2, let power = Int(parts[1]), Double(parts[0]) != nil else { return replacingHyphen }
    let superscripts: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    let digits = abs(power).description.utf8.map { superscripts[Int($0) - 48] }
    return (mantissa == "1" ? "10" : mantissa + "·10") + (power < 0 ? "⁻" : "") + String(digits)
  }

  private var replacingHyphen: String {
    guard hasPrefix("-"), dropFirst().first?.isNumber ?? false else { return self }
    return "−" + dropFirst()
  }
}

extension Unicode.Scalar {
  /// How wide it is set, in sizes of the type.
  fileprivate var ems: Double {
    switch self {
    case "i", "j", "l", "t", "f", "r", ".", ",", ":", ";", "'", "′", "|", "!", "(", ")", "[", "]", " ", "I":
      0.32
    case "m", "w", "M", "W", "@", "%", "—", "−", "+", "=", "→": 0.86
    case "A"..."Z": 0.68
    case "⁰"..."⁹", "⁻", "¹", "²", "³", "₀"..."₉": 0.4
    default: isCombining ? 0 : isWide ? 1 : 0.61
    }
  }
}
