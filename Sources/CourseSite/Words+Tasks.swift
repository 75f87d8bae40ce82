/// What the pages say of exercises and quizzes, and of what the reader has done.
struct TaskWords: Sendable {
  /// Of quizzes: of a choice, of several right ones.
  let right, wrong, severalRight: String
  /// Of what is done: a task, a quiz, a lesson, how many of a lesson's tasks; and how to forget it.
  let done, answered, read, doneOf, forget: String
}

extension Words {
  /// What the pages say of exercises and quizzes.
  var tasks: TaskWords { self.language == "zh" ? .chinese : .english }
}

extension TaskWords {
  fileprivate static let english = TaskWords(
    right: "right", wrong: "wrong", severalRight: "More than one answer is right.", done: "Done",
    answered: "answered", read: "read", doneOf: "# done", forget: "Forget what I have done")

  fileprivate static let chinese = TaskWords(
    right: "正确", wrong: "错误", severalRight: "正确答案不止一个。", done: "已完成", answered: "已答对", read: "已读",
    doneOf: "完成 #", forget: "清除我的进度")
}
