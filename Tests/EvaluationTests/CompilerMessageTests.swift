import Evaluation
import Testing

@Suite struct CompilerMessageTests {
  @Test func `messages carry place, length, excerpt and notes`() {
    let messages = CompilerMessage.parse(
      """
      lessons/03-relu.md:32:11: error: invalid redeclaration of 'f()'
      func f() {}
           ^
      lessons/03-relu.md:12:6: note: 'f()' previously declared here
      func f() {}
           ^
      C:/odd:name.md:7:3: warning: 'old' is deprecated: use new [#DeprecatedDeclaration]
        old(1, 2)
        ^~~
      <unknown>:0: error: unknown argument: '-x'
      """)
    #expect(messages.map(\.path) == ["lessons/03-relu.md", "C:/odd:name.md", "<unknown>"])
    #expect(messages.map(\.line) == [32, 7, 0])
    #expect(messages.map(\.column) == [11, 3, 1])
    #expect(messages.map(\.length) == [1, 3, 1])
    #expect(messages.map(\.text)[1] == "'old' is deprecated: use new")
    #expect(messages[0].notes.map(\.line) == [12])
    #expect(
      messages[0].report == """
        error: invalid redeclaration of 'f()'
        func f() {}
             ^
        note: 'f()' previously declared here
        func f() {}
             ^
        """)
  }

  @Test func `other output is not a message`() {
    #expect(CompilerMessage.parse("hello: error: world\n\nPlease submit a bug report\n").isEmpty)
  }
}
