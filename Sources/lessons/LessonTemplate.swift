import Foundation

/// What a new file begins with.
enum LessonTemplate {
  /// A lesson that builds, with one of each of the things most lessons need.
  static func lesson(title: String) -> String {
    """
    ---
    title: \(quoted(title))
    description: One or two sentences for the table of contents.
    objectives:
      - What the reader can do afterwards.
    ---

    Begin with a question. A formula stands in dollars: $f(x) = \\max(0, x)$.

    ```swift id=values
    let inputs = [-1.0, 2.0, -3.0, 4.0]
    inputs.map { max(0, $0) }
    ```

    ```output
    [0.0, 2.0, 0.0, 4.0]
    ```

    The block above runs whenever the course is built, and the build fails if it ever prints something else.
    Numbers can stand in a sentence, too: the inputs sum to `{swift} inputs.reduce(0, +)`.

    ```experiment derivative-check
    activation: relu
    ```

    """
  }

  /// The settings of a new course.
  static let course = """
    title: A course
    languages: [en]
    authors: []

    """

  /// A YAML scalar in double quotes.
  private static func quoted(_ text: String) -> String {
    let escaped = text.map { character in
      switch character {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n", "\r", "\t": " "
      default: String(character)
      }
    }
    return "\"" + escaped.joined() + "\""
  }
}
