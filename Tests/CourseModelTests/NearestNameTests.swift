import CourseModel
import Testing

@Suite struct NearestNameTests {
  @Test(arguments: [("trap", "traps"), ("isloated", "isolated"), ("Setup", "setup"), ("fial", "fails")])
  func `a slip of the pen finds the word that was meant`(word: String, meant: String) {
    #expect(nearestName(to: word, among: ["fails", "traps", "setup", "isolated"]) == meant)
  }

  @Test func `a word that is near nothing is answered with all there is`() {
    #expect(suggestion(for: "quantum", among: ["echo", "label"]) == "use one of: echo, label")
    #expect(suggestion(for: "lable", among: ["echo", "label"]) == "did you mean 'label'?")
  }
}
