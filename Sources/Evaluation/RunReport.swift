import ContentStore

/// What the supervisor of a child process reports of it: words with numbers, such as `exited 3`.
///
/// The process itself cannot write there. It may confess that it met a limit of its own; that it went well, it cannot
/// say.
struct RunReport {
  private var facts: [String: Int] = [:]

  /// A report of nothing.
  init() {}

  /// The report in the file at `path`; of nothing where there is none.
  init(path: String) {
    for line in String(decoding: FileBytes.read(path) ?? [], as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 2, let number = Int(words[1]) { facts[String(words[0])] = number }
    }
  }

  /// The number that goes with `word`, if it is reported.
  subscript(word: String) -> Int? {
    get { facts[word] }
    set { facts[word] = newValue }
  }

  /// Whether `word` is reported.
  func says(_ word: String) -> Bool { facts[word] != nil }

  /// Whether the process came to its end by itself, with status 0 and no limit met.
  var tellsSuccess: Bool {
    self["exited"] == 0 && !["time", "unwritten", "scratch", "processes", "output"].contains(where: says)
  }

  /// Whether the report tells how the process ended: without that, it is not whole.
  var isWhole: Bool { says("exited") || says("signal") }
}
