extension Diagnostic {
  /// The first line of the report: `file:line:column: error: message [rule]`.
  public var headline: String {
    "\(path.visibleLine):\(position.line):\(position.column): \(severity.rawValue): \(Self.shown(message)) [\(rule)]"
  }

  /// The report for people: headline, source line with caret, notes and the way out.
  ///
  /// `file` finds a source file by the path that messages print. With `color`, the parts that matter are
  /// marked by terminal escape sequences.
  public func report(color: Bool = false, file: (String) -> SourceFile?) -> String {
    let paint = Paint(isOn: color)
    let tone = severity == .error ? Paint.red : Paint.yellow
    var lines = [
      paint("\(path.visibleLine):\(position.line):\(position.column): ", Paint.bold)
        + paint("\(severity.rawValue): ", Paint.bold + tone) + paint(Self.shown(message), Paint.bold)
        + " [\(rule)]"
    ]
    lines += excerptLines(at: position, length: length, in: file(path), paint: paint, tone: tone)
    for note in notes {
      let place = "\(note.path.visibleLine):\(note.position.line):\(note.position.column)"
      lines.append("\(place): note: \(Self.shown(note.message))")
      lines += excerptLines(at: note.position, length: 1, in: file(note.path), paint: paint, tone: Paint.cyan)
    }
    if let help { lines.append(paint("help: ", Paint.bold + Paint.cyan) + Self.shown(help)) }
    return lines.joined(separator: "\n")
  }

  /// The report as a workflow command that GitHub shows beside the changed line.
  public var workflowCommand: String {
    let details = help.map { "\(message)\nhelp: \($0)" } ?? message
    let place = "file=\(Self.escapeProperty(path)),line=\(position.line),col=\(position.column)"
    return "::\(severity.rawValue) \(place),title=\(Self.escapeProperty(rule))::\(Self.escapeData(details))"
  }

  private func excerptLines(
    at position: Position, length: Int, in file: SourceFile?, paint: Paint, tone: String
  ) -> [String] {
    guard let file, let excerpt = SourceExcerpt(of: position, length: length, in: file) else { return [] }
    let number = "\(position.line)"
    let gutter = String(repeating: " ", count: max(5, number.count + 1))
    return [
      String(gutter.dropLast(number.count)) + paint("\(number) | ", Paint.faint) + excerpt.line,
      gutter + paint(" | ", Paint.faint) + paint(excerpt.caret, Paint.bold + tone),
    ]
  }

  /// A text that lessons may have a part in; its further lines are indented, so that none looks like a report.
  private static func shown(_ text: String) -> String {
    text.visible.replacing("\n", with: "\n  ")
  }

  private static func escapeData(_ text: String) -> String { escape(text, "%\r\n") }

  private static func escapeProperty(_ text: String) -> String { escape(text, "%\r\n:,") }

  /// The text with `signs` as percent signs and digits, and other controls spelt; letter by letter, not by what they
  /// form together.
  private static func escape(_ text: String, _ signs: String) -> String {
    text.unicodeScalars.map { scalar in
      if signs.unicodeScalars.contains(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "%" + (digits.count < 2 ? "0" : "") + digits
      }
      return VisibleText.isControl(scalar) ? VisibleText.spelling(scalar) : String(scalar)
    }.joined()
  }
}

/// Marks text by the terminal escape sequences of ECMA-48, or leaves it as it is.
public struct Paint: Sendable {
  /// Whether sequences are written at all.
  public let isOn: Bool

  /// Bold type.
  public static let bold = "\u{1B}[1m"
  /// Faint type.
  public static let faint = "\u{1B}[2m"
  /// Red.
  public static let red = "\u{1B}[31m"
  /// Green.
  public static let green = "\u{1B}[32m"
  /// Yellow.
  public static let yellow = "\u{1B}[33m"
  /// Cyan.
  public static let cyan = "\u{1B}[36m"

  /// A painter that writes sequences if `isOn`.
  public init(isOn: Bool) {
    self.isOn = isOn
  }

  /// `text` between the sequences of `style` and the reset.
  public func callAsFunction(_ text: String, _ style: String) -> String {
    isOn && !text.isEmpty ? style + text + "\u{1B}[0m" : text
  }
}
