/// The lines of a text as YAML 1.1 counts them: more signs than those of other texts end a line.
enum YAMLLines {
  /// Where such a line begins.
  struct Start {
    /// The line of the text, counted from 0, as everybody else counts.
    var line = 0
    /// How many bytes of that line come before.
    var bytes = 0
  }

  /// The lines of `text`, without what ends them, and where each begins.
  static func split(_ text: String) -> (lines: [Substring], starts: [Start]) {
    let scalars = text.unicodeScalars
    var lines: [Substring] = []
    var starts = [Start()]
    var begin = scalars.startIndex
    var index = begin
    while index < scalars.endIndex {
      let end = index
      let sign = scalars[index]
      index = scalars.index(after: index)
      guard ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(sign) else { continue }
      if sign == "\r", index < scalars.endIndex, scalars[index] == "\n" {
        index = scalars.index(after: index)
      }
      lines.append(text[begin..<end])
      var start = starts[starts.count - 1]
      if sign == "\n" || sign == "\r" {
        start = Start(line: start.line + 1)
      } else {
        start.bytes += text.utf8.distance(from: begin, to: index)
      }
      starts.append(start)
      begin = index
    }
    lines.append(text[begin...])
    return (lines, starts)
  }
}
