extension Diagnostic {
  /// The first line of the report: `file:line:column: error: message [rule]`.
  public var headline: String {
    "\(path):\(position.line):\(position.column): \(severity.rawValue): \(message) [\(rule)]"
  }

  /// The report for people: headline, source line with caret, notes and the way out.
  ///
  /// `file` finds a source file by the path that messages print. With `color`, the parts that matter are
  /// marked by terminal escape sequences.
  public func report(color: Bool = false, file: (String) -> SourceFile?) -> String {
    let paint = Paint(isOn: color)
    let tone = severity == .error ? Paint.red : Paint.yellow
    var lines = [
      paint("\(path):\(position.line):\(position.column): ", Paint.bold)
        + paint("\(severity.rawValue): ", Paint.bold + tone) + paint(message, Paint.bold) + " [\(rule)]"
    ]
    lines += excerptLines(at: position, length: length, in: file(path), paint: paint, tone: tone)
    for note in notes {
      lines.append("\(note.path):\(note.position.line):\(note.position.column): note: \(note.message)")
      lines += excerptLines(at: note.position, length: 1, in: file(note.path), paint: paint, tone: Paint.cyan)
    }
    if let help { lines.append(paint("help: ", Paint.bold + Paint.cyan) + help) }
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

  private static func escapeData(_ text: String) -> String {
    text.flatMap { ["%": "%25", "\r": "%0D", "\n": "%0A"][$0] ?? String($0) }.reduce(into: "") {
      $0.append($1)
    }
  }

  private static func escapeProperty(_ text: String) -> String {
    escapeData(text).flatMap { [":": "%3A", ",": "%2C"][$0] ?? String($0) }.reduce(into: "") { $0.append($1) }
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
