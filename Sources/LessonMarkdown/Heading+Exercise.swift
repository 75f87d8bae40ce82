import CourseModel

extension Heading {
  /// The words that begin the heading of an exercise, before a colon.
  private static let exerciseWords = ["Exercise", "练习"]

  /// Whether the heading reads like an exercise's: `Exercise: how deep?`, or `Exercise 8.1: how deep?`.
  var readsLikeExercise: Bool { exerciseParts != nil }

  /// The word before the number, if there is one, and what follows from the colon on.
  private var exerciseParts: (word: Substring, rest: Substring)? {
    guard case .text(let text)? = content.first,
      let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" })
    else { return nil }
    let words = text[..<colon].split(separator: " ")
    guard let word = words.first, Self.exerciseWords.contains(String(word)),
      words.dropFirst().allSatisfy({ $0.allSatisfy { $0.isNumber || $0 == "." } })
    else { return nil }
    return (word, text[colon...])
  }

  /// The heading with the exercise's number after the word, as in `Exercise 8.1: How deep?`.
  func numberedExercise(_ number: String) -> Heading {
    guard let (word, rest) = exerciseParts else { return self }
    var heading = self
    heading.content[0] = .text(word + " " + number + rest)
    return heading
  }
}
