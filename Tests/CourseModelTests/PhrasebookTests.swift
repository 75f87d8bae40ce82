import CourseModel
import Testing

@Suite struct PhrasebookTests {
  private let book = Phrasebook([
    .init("loss", "损失"), .init("{} steps", "{} 步"), .init("{} steps of {}", "每批 {}，共 {} 步"),
    .init("at x = {}", "在 x = {} 处"), .init("accuracy {} ± {}", "准确率 {} ± {}"),
  ])

  @Test func `a phrase is replaced whole, and not within other texts`() {
    #expect(book.translate("loss") == "损失")
    #expect(book.translate("loss curve") == "loss curve")
    #expect(book.translate("") == "")
  }

  @Test func `places keep what stands in them`() {
    #expect(book.translate("300 steps") == "300 步")
    #expect(book.translate("at x = -1.5") == "在 x = -1.5 处")
    #expect(book.translate("accuracy 0.95 ± 0.01") == "准确率 0.95 ± 0.01")
  }

  @Test func `the phrase with more letters of its own is taken`() {
    #expect(book.translate("300 steps of 64") == "每批 300，共 64 步")
  }

  @Test func `a place is never empty`() {
    #expect(book.translate(" steps") == " steps")
    #expect(book.translate("at x = ") == "at x = ")
  }

  @Test func `an empty book leaves all as it is`() {
    #expect(Phrasebook().isEmpty)
    #expect(Phrasebook().translate("300 steps") == "300 steps")
  }
}
