/// A question with choices, each of which answers the reader who takes it.
public struct Quiz: Sendable, Hashable {
  /// A possible answer.
  public struct Choice: Sendable, Hashable {
    /// The answer.
    public var text: [Inline]
    /// What is said to who chooses it.
    public var why: [Inline]
    /// Whether the answer is right.
    public var isCorrect: Bool

    /// A possible answer.
    public init(text: [Inline], why: [Inline], isCorrect: Bool = false) {
      self.text = text
      self.why = why
      self.isCorrect = isCorrect
    }
  }

  /// The question.
  public var question: [Inline]
  /// The possible answers, in order.
  public var choices: [Choice]
  /// Its number and label; every quiz has a number.
  public var numbered: Numbered?

  /// A question.
  public init(question: [Inline], choices: [Choice], numbered: Numbered? = nil) {
    self.question = question
    self.choices = choices
    self.numbered = numbered
  }

  /// The text of the question and of the choices, each with its reaction.
  public var inlines: [Inline] { question + choices.flatMap { $0.text + $0.why } }
}
