/// A LaTeX formula as one line of text: `\frac{x}{2}` becomes `x/2`.
///
/// It knows what the catalogue's formulas are written with; a command that it does not know keeps its name.
struct LinearFormula {
  private var rest: Substring

  /// The formula in one line.
  static func text(of latex: String) -> String {
    var reader = LinearFormula(rest: latex[...])
    let words = reader.sequence(until: nil).split(separator: " ")
    return words.reduce(into: "") { $0 += $0.isEmpty || $1 == ";" ? $1 : " " + $1 }
  }

  private mutating func sequence(until end: Character?) -> String {
    var text = ""
    var isAfterFraction = false
    while let character = rest.popFirst(), character != end {
      let isFraction = character == "\\" && ["frac", "tfrac", "dfrac"].contains { rest.hasPrefix($0) }
      let piece = piece(beginningWith: character)
      let isFactor = piece.first.map { $0.isLetter || $0 == "(" || $0 == "√" } ?? false
      if isAfterFraction, isFactor, !piece.hasPrefix("if") {
        while text.last == " " { text.removeLast() }
        text += "·"
      }
      text += piece
      if isFraction {
        isAfterFraction = true
      } else if piece.contains(where: { $0 != " " }) {
        isAfterFraction = false
      }
    }
    return text
  }

  private mutating func piece(beginningWith character: Character) -> String {
    switch character {
    case "\\": command()
    case "{": sequence(until: "}")
    case "^": script("^")
    case "_": script("_")
    case "&": "if"
    case "-": "−"
    default: String(character)
    }
  }

  /// What follows a backslash.
  private mutating func command() -> String {
    guard let first = rest.first else { return "" }
    guard first.isLetter else {
      rest.removeFirst()
      return first == "\\" ? "; " : "{}".contains(first) ? String(first) : first == "!" ? "" : " "
    }
    let name = String(rest.prefix(while: \.isLetter))
    rest.removeFirst(name.count)
    switch name {
    case "frac", "tfrac", "dfrac":
      let (above, below) = (argument(), argument())
      return Self.grouped(above) + "/" + Self.grouped(below)
    case "sqrt": return "√" + Self.grouped(argument())
    case "operatorname":
      let function = argument()
      return spaced(function)
    case "mathrm", "text", "mathbf": return argument()
    case "begin", "end":
      _ = argument()
      return name == "begin" ? "{ " : " }"
    default: return Self.signs[name] ?? (Self.brackets.contains(name) ? "" : spaced(name))
    }
  }

  /// The name of a function, apart from an argument that follows without parentheses.
  private func spaced(_ name: String) -> String {
    guard rest.first == "\\" else { return name }
    return Self.brackets.contains { rest.dropFirst().hasPrefix($0) } ? name : name + " "
  }

  /// A group in braces, a command or one character.
  private mutating func argument() -> String {
    while rest.first == " " { rest.removeFirst() }
    guard let first = rest.popFirst() else { return "" }
    return piece(beginningWith: first)
  }

  private mutating func script(_ sign: String) -> String {
    let content = argument()
    if sign == "^", content == "2" || content == "3" { return content == "2" ? "²" : "³" }
    return sign + (content.count == 1 ? content : "(\(content))")
  }

  /// In parentheses, unless it is a number, a letter or already in some.
  private static func grouped(_ text: String) -> String {
    let isSimple = text.allSatisfy { $0.isLetter || $0.isNumber || ".√".contains($0) }
    return isSimple || isEnclosed(text) ? text : "(\(text))"
  }

  /// Whether one pair of parentheses encloses everything but an exponent.
  private static func isEnclosed(_ text: String) -> Bool {
    guard text.first == "(" else { return false }
    var depth = 0
    for (index, character) in text.enumerated() {
      depth += character == "(" ? 1 : character == ")" ? -1 : 0
      if depth == 0 { return text.dropFirst(index + 1).allSatisfy { "²³".contains($0) } }
    }
    return false
  }

  private static let brackets = ["left", "right", "bigl", "bigr", "Bigl", "Bigr", "big", "Big"]

  private static let signs: [String: String] = [
    "quad": " ", "cdot": "·", "times": "×", "le": "≤", "ge": "≥", "ne": "≠", "lt": "<", "gt": ">",
    "infty": "∞",
    "pi": "π", "sigma": "σ", "Phi": "Φ", "varphi": "φ", "alpha": "α", "beta": "β", "lambda": "λ",
    "omega": "ω",
    "mu": "μ", "theta": "θ", "gamma": "γ", "varepsilon": "ε", "pm": "±", "in": "∈", "to": "→",
    "arctan": "atan",
  ]
}
