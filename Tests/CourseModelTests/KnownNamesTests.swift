import CourseModel
import Testing

@Suite struct KnownNamesTests {
  @Test func `of few names all are looked at`() {
    var generator = Letters(seed: 3)
    for _ in 0..<300 {
      let names = (0..<20).map { _ in generator.word(of: 1...6) }
      let word = generator.word(of: 1...6)
      #expect(KnownNames(names).nearest(to: word) == nearestName(to: word, among: names))
    }
  }

  @Test func `of very many names those are looked at that begin alike`() {
    let names = KnownNames((0..<20_000).map { "lesson-\($0 * 7)-slopes" })
    #expect(names.nearest(to: "lesson-70007-slops") == "lesson-70007-slopes")
    #expect(names.contains("lesson-70007-slopes") && !names.contains("lesson-70008-slopes"))
    #expect(names.suggestion(for: "quantum-chromodynamics", orElse: "none") == "none")
  }

  @Test func `an advice does not grow with the names there are`() {
    let few = KnownNames((0..<60).map { "name\($0)" }).suggestion(for: "quantum")
    #expect(few.hasSuffix(", name58, name59"))
    let many = KnownNames((0..<9000).map { "name\($0)" }).suggestion(for: "quantum")
    #expect(many == few + ", and 8940 more")
  }

  @Test func `a word of many letters is near to nothing`() {
    let word = String(repeating: "a", count: 101)
    #expect(nearestName(to: word, among: [word + "b"]) == nil)
    #expect(nearestName(to: String(word.dropLast()), among: [word]) == word)
  }

  @Test func `a lesson is found where it stands after any change`() {
    let lesson = { (id: String, language: String) in
      Lesson(file: SourceFile(path: "\(id).md", text: ""), id: id, order: 1, language: language)
    }
    var course = Course(
      configuration: CourseConfiguration(), lessons: [lesson("a", "en"), lesson("b", "en")])
    #expect(course.lesson("b", in: "en")?.id == "b" && course.lesson("b", in: "zh") == nil)
    course.lessons = [lesson("b", "zh")] + course.lessons
    #expect(course.lesson("b", in: "zh")?.language == "zh" && course.lesson("b", in: "en")?.language == "en")
    course.lessons[0].id = "c"
    #expect(course.lesson("b", in: "zh") == nil && course.lesson("c", in: "zh") != nil)
  }
}

/// Words from few letters, the same for the same seed.
private struct Letters {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func word(of lengths: ClosedRange<Int>) -> String {
    let length = lengths.lowerBound + next(below: lengths.count)
    return String((0..<length).map { _ in Array("abcAB")[next(below: 5)] })
  }
}
