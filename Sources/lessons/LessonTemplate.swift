import Foundation

/// What a new file begins with.
enum LessonTemplate {
  /// A lesson that builds, with one of each of the things most lessons need.
  ///
  /// Labels are unique in a course, so those of the lesson carry its id.
  static func lesson(title: String, id: String) -> String {
    """
    ---
    title: \(quoted(title))
    description: One or two sentences for the table of contents.
    objectives:
      - What the reader can do afterwards.
    ---

    Begin with a question: how steep is the sigmoid $\\sigma(x) = 1 / (1 + e^{-x})$ at zero?

    ## See it run {#sec-\(id)-run}

    The blocks of a lesson are one program, in order. The last expression of a block is shown.

    ```swift id=slope
    let f = Activation("my sigmoid") { x in 1 / (1 + exp(-x)) }
    f.derivative(0)
    ```

    ```output
    0.25
    ```

    The block above runs whenever the course is built, and the build fails if it ever prints something else.
    Numbers can stand in a sentence, too: at one the value is `{swift} fixed(f(1), 3)`.

    ```swift id=curves
    //| label: fig-\(id)-curves
    //| fig-cap: "The function and its slope."
    let xs = linspace(-6, 6, 121)
    Plot(
      series: [.line("f", xs, f(xs)), .line("f′", xs, xs.map(f.derivative))],
      x: Axis("x"))
    ```

    [](#fig-\(id)-curves) is numbered by itself, and so is a table:

    ```swift id=table
    //| label: tbl-\(id)-values
    //| tbl-cap: "Far out, the slope dies."
    Table(
      ["x", "value", "slope"],
      rows: [0.0, 2, 8].map { [fixed($0, 0), fixed(f($0), 4), fixed(f.derivative($0), 4)] })
    ```

    > [!NOTE]
    > A mistake that is worth showing says that it must fail, and is held to it.

    ```swift fails
    let wrong: Int = f(0)
    ```

    ## Check it {#sec-\(id)-check}

    A derivative that does not belong to its function stops the build, in a block and in an experiment:

    ```swift id=check
    show(f.checkDerivative())
    ```

    ```experiment derivative-check
    activation: sigmoid
    ```

    ## Exercises

    ### Exercise: the steepest place {#exr-\(id)-steepest}

    Where is the slope largest?

    > [!HINT]
    > Look at [](#fig-\(id)-curves), then at the numbers.

    ```swift id=solution
    //| code-fold: true
    //| code-summary: "Solution: at zero"
    xs.max { f.derivative($0) < f.derivative($1) } ?? 0
    ```

    ```quiz
    question: "Who notices when an output of this page is wrong?"
    choices:
      - text: "The reader."
        why: "Then it is too late."
      - text: "The build."
        correct: true
        why: "Yes, at the line that states it."
    ```

    ## Summary

    * What to remember.

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
