import CourseModel

extension LessonExtensions {
  /// A question; every choice unfolds what is said to who takes it, with a script or without.
  static func write(_ quiz: Quiz, to body: inout Body<Self>) {
    let words = body.extensions.renderer.words
    let anchor = quiz.numbered?.anchor ?? ""
    let question = anchor + ".question"
    body.html.open("section", ["class": "quiz", "id": anchor, "aria-labelledby": question])
    body.html.open("p", ["class": "quiz-question", "id": question])
    if let numbered = quiz.numbered {
      body.html.element("b", text: words.name(of: numbered))
      body.html.raw(" ")
    }
    body.write(quiz.question)
    if quiz.choices.count(where: \.isCorrect) > 1 {
      body.html.raw(" ")
      body.html.element("small", text: words.tasks.severalRight)
    }
    body.html.raw("</p>\n<ul class=\"choices\">\n")
    for choice in quiz.choices { write(choice, words.tasks, to: &body) }
    body.html.raw("</ul></section>\n")
  }

  private static func write(_ choice: Quiz.Choice, _ words: TaskWords, to body: inout Body<Self>) {
    body.html.open("li")
    body.html.open("details", ["class": choice.isCorrect ? "choice correct" : "choice"])
    body.html.raw("<summary>")
    body.write(choice.text)
    body.html.raw("</summary><p>")
    body.html.element(
      "span", ["class": choice.isCorrect ? "badge good" : "badge bad"],
      text: choice.isCorrect ? "✓ " + words.right : "✗ " + words.wrong)
    body.html.raw(" ")
    body.write(choice.why)
    body.html.raw("</p></details></li>\n")
  }
}

extension BodyExtensions {
  /// The question, and the choices as a list.
  static func write(_ quiz: Quiz, to body: inout Body<Self>) {
    body.html.raw("<p>")
    body.write(quiz.question)
    body.html.raw("</p>\n<ul>\n")
    for choice in quiz.choices {
      body.html.raw("<li>")
      body.write(choice.text)
      body.html.raw(" — ")
      body.write(choice.why)
      body.html.raw("</li>\n")
    }
    body.html.raw("</ul>\n")
  }
}
