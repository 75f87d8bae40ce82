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

  @Test func `a phrase with places fits a text from its beginning to its end`() {
    #expect(book.translate("look at x = 2") == "look at x = 2")
    #expect(book.translate("300 steps later") == "300 steps later")
  }

  @Test func `the phrase with more letters of its own is taken`() {
    #expect(book.translate("300 steps of 64") == "每批 300，共 64 步")
  }

  @Test func `a place is never empty`() {
    #expect(book.translate(" steps") == " steps")
    #expect(book.translate("at x = ") == "at x = ")
  }

  @Test func `a place for a number takes numbers only`() {
    let book = Phrasebook([.init("{#} and {#}", "{} 与 {}")])
    #expect(book.translate("−1.5 and ∞") == "−1.5 与 ∞")
    #expect(book.translate("pride and prejudice") == "pride and prejudice")
    #expect(book.translate("1 and all") == "1 and all")
  }

  @Test func `a translation with numbered places has its own order`() {
    let book = Phrasebook([.init("{#} of {#} networks", "{2} 个网络中的 {1} 个")])
    #expect(book.translate("3 of 8 networks") == "8 个网络中的 3 个")
  }

  @Test func `what stands in a place is translated if it is a phrase`() {
    let book = Phrasebook([.init("{} → {}", "{} → {}"), .init("shirt", "衬衫")])
    #expect(book.translate("shirt → coat") == "衬衫 → coat")
  }

  @Test func `a translation is complete if it repeats each place once`() {
    #expect(Phrasebook.Phrase("{} of {#}", "{2}：{1}").isComplete)
    #expect(Phrasebook.Phrase("{} of {#}", "{}：{}").isComplete)
    #expect(!Phrasebook.Phrase("{} of {#}", "{1}：{1}").isComplete)
    #expect(!Phrasebook.Phrase("{} of {#}", "{1}").isComplete)
    #expect(!Phrasebook.Phrase("{} of {#}", "{1}：{3}").isComplete)
  }

  @Test func `an empty book leaves all as it is`() {
    #expect(Phrasebook().isEmpty)
    #expect(Phrasebook().translate("300 steps") == "300 steps")
  }
}
