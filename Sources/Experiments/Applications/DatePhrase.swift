import Neural

/// A date as people write it, and as ISO 8601 does: a small language to translate.
package struct DatePhrase {
  /// The date in one of `forms`: `5 March 1998`.
  package let text: String
  /// The date as year, month and day: `1998-03-05`.
  package let translation: String

  /// The ways to write a date.
  private enum Form: CaseIterable { case dayFirst, short, monthFirst, german, chinese }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  /// A random date from 1900 to 2099 in a random form.
  init(using generator: inout SeededGenerator) {
    let (year, month) = (1900 + generator.below(200), 1 + generator.below(12))
    let day = 1 + generator.below(Self.days(of: month, in: year))
    let name = Self.months[month - 1]
    text =
      switch Form.allCases[generator.below(Form.allCases.count)] {
      case .dayFirst: "\(day) \(name) \(year)"
      case .short: "\(day) \(name.prefix(3)) \(year)"
      case .monthFirst: "\(name) \(day), \(year)"
      case .german: "\(day).\(month).\(year)"
      case .chinese: "\(year)年\(month)月\(day)日"
      }
    translation = "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))"
  }

  /// The days of a month by the Gregorian calendar.
  private static func days(of month: Int, in year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// `count` phrases of different dates: none says in another form what another one says.
  package static func distinct(_ count: Int, using generator: inout SeededGenerator) -> [DatePhrase] {
    var seen: Set<String> = []
    var phrases: [DatePhrase] = []
    while phrases.count < count {
      let phrase = DatePhrase(using: &generator)
      if seen.insert(phrase.translation).inserted { phrases.append(phrase) }
    }
    return phrases
  }

  /// The characters that phrases are written with; a space stands first.
  static let characters: [Character] = Array(
    " 0123456789.,年月日" + String(Set(months.joined()).sorted()))
  /// The characters that translations are written with; the first one also begins every translation.
  static let translationCharacters: [Character] = Array("-0123456789")
}
