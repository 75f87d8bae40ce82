/// The analyses of a group's cells and values.
struct GroupAnalyses {
  private var cells: [[BlockAnalysis]] = []
  private var values: [[BlockAnalysis]] = []

  init(_ group: LessonGroup, _ analyses: [BlockAnalysis]) {
    var rest = analyses[...]
    for lesson in group.lessons {
      cells.append(Array(rest.prefix(lesson.cells.count)))
      rest = rest.dropFirst(lesson.cells.count)
      values.append(Array(rest.prefix(lesson.inlineValues.count)))
      rest = rest.dropFirst(lesson.inlineValues.count)
    }
  }

  func cell(_ index: Int, in lesson: Int) -> BlockAnalysis { cells[lesson][index] }
  func value(_ index: Int, in lesson: Int) -> BlockAnalysis { values[lesson][index] }
}
