import CourseModel
import LessonMarkdown
import Testing

@Suite struct PhrasebookFileTests {
  @Test func `a file lists phrases with their translations`() {
    let file = SourceFile(
      path: "lessons/figures.zh.yml", text: "loss: 损失\n\"{} steps\": \"{} 步\"\n")
    let parsed = parsePhrasebook(file)
    #expect(parsed.diagnostics.isEmpty)
    #expect(parsed.value.translate("loss") == "损失")
    #expect(parsed.value.translate("30 steps") == "30 步")
  }

  @Test func `a translation with another number of places is an error at its place`() {
    let file = SourceFile(path: "lessons/figures.zh.yml", text: "loss: 损失\n\"{} steps\": 步\n")
    let parsed = parsePhrasebook(file)
    #expect(parsed.diagnostics.map(\.rule) == ["phrase-places"])
    #expect(parsed.diagnostics.first?.position == Position(line: 2, column: 13))
    #expect(parsed.value.translate("30 steps") == "30 steps")
  }
}
