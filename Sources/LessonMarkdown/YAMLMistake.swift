import CourseModel

/// A mistake that people make in YAML and that its reader finds only later, or cannot name.
struct YAMLMistake {
  /// The index of the line.
  let line: Int
  /// The Unicode scalars of the line before the mistake.
  let scalars: Int
  /// What is wrong.
  let message: String
  /// The way out.
  let help: String

  /// The last mistake in `lines`, up to the line `last`, at which reading ended.
  static func find(in lines: [Substring], upTo last: Int) -> YAMLMistake? {
    for index in lines.indices.prefix(max(0, last) + 1).reversed() {
      if let mistake = YAMLMistake(in: lines[index], index) { return mistake }
    }
    return nil
  }

  private init(_ line: Int, _ scalars: Int, _ message: String, _ help: String) {
    (self.line, self.scalars, self.message, self.help) = (line, scalars, message, help)
  }

  private init?(in text: Substring, _ line: Int) {
    let scalars = Array(text.unicodeScalars)
    let start = scalars.prefix { $0 == " " || $0 == "\t" }.count
    if let tab = scalars[..<start].firstIndex(of: "\t") {
      self.init(line, tab, "a tab indents this line", "indent with spaces; YAML allows no tabs")
      return
    }
    var rest = scalars[start...]
    if rest.starts(with: ["-", " "]) { rest = rest.dropFirst(2) }
    let key = rest.prefix {
      $0.isASCII && ($0.properties.isAlphabetic || "0123456789-_".unicodeScalars.contains($0))
    }
    guard key.first.map({ $0.properties.isAlphabetic || $0 == "-" }) == true, key.endIndex < scalars.count
    else { return nil }
    let name = String(String.UnicodeScalarView(key))
    let next = key.endIndex + 1 < scalars.count ? scalars[key.endIndex + 1] : " "
    if scalars[key.endIndex] == "：" {
      self.init(
        line, key.endIndex, "'：' is a full-width colon",
        "write '\(name): ' with the colon of ASCII and a blank")
    } else if scalars[key.endIndex] == ":", next != " ", next != "/", next != "\r" {
      self.init(line, key.endIndex, "no blank follows this colon", "write '\(name): ' with a blank")
    } else if key.first == "-", key.count > 1, scalars[key.endIndex] == ":" {
      self.init(line, start, "no blank follows this hyphen", "write '- \(name.dropFirst()): ' with a blank")
    } else {
      return nil
    }
  }
}
