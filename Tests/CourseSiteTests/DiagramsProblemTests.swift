import CourseSite
import Testing

@Suite struct DiagramsProblemTests {
  private func problems(_ source: String) -> [String] {
    Flowchart.parse(source).1.map(\.description)
  }

  @Test(arguments: [
    (
      "sequenceDiagram\nA->>B: x",
      "1:1+15: 'sequenceDiagram' diagrams are not supported (only flowcharts are drawn: start with 'graph TB' or 'flowchart LR')"
    ),
    (
      "\npie title x",
      "2:1+3: 'pie' diagrams are not supported (only flowcharts are drawn: start with 'graph TB' or 'flowchart LR')"
    ),
    (
      "", "1:1+1: the diagram is empty (only flowcharts are drawn: start with 'graph TB' or 'flowchart LR')"
    ),
    ("graph XY\nA", "1:7+2: 'XY' is not a direction (write TB, TD, BT, LR or RL)"),
    ("graph TB\nA -> B", "2:3+2: '->' is not understood here (write '-->')"),
    ("graph TB\nA => B", "2:3+2: '=>' is not understood here (write '==>')"),
    (
      "graph TB\nA B",
      "2:3+1: 'B' is not understood here (a link such as '-->', '---', '-.->' or '==>' goes between two nodes)"
    ),
    (
      "graph TB\nA [x]", "2:3+3: '[x]' is not understood here (write the bracket right after the node's name)"
    ),
    (
      "graph TB\nA -->",
      "2:6+1: the line ends too early (a node's name is made of letters, digits and '_')"
    ),
    ("graph TB\n输 --> B[x", "2:10+1: the label that starts here has no ']'"),
    ("graph TB\nA[f(x)]", "2:4+1: '(' in a label needs quotation marks (write the label as \"…\")"),
    ("graph TB\nA[\"x]", "2:3+1: the quotation that starts here has no end"),
    ("graph TB\nA[]", "2:2+1: the label is empty"),
    ("graph TB\nA[<b>x</b>]", "2:3+3: '<b>' in a label is not supported (only <br> is drawn)"),
    (
      "graph TB\nA[\"$$x$$\"]",
      "2:4+2: mathematics in a label is not supported (write it in Unicode, such as σ(x))"
    ),
    (
      "graph TB\nA -- x B",
      "2:3+2: the link that starts here has no end (write 'A --> B', or with a text 'A -- text --> B')"
    ),
    (
      "graph TB\nA <--- B",
      "2:3+5: a head at the start of a link needs the same head at its end (write '<-->', 'x--x' or 'o--o')"
    ),
    (
      "graph TB\nA\nlinkStyle 0 stroke:red",
      "3:1+9: 'linkStyle' is not supported (write dotted links '-.->' or thick links '==>')"
    ),
    (
      "graph TB\nA\nclick A \"x\"",
      "3:1+5: 'click' is not supported (write links in the text around the diagram)"
    ),
    (
      "graph TB\nsubgraph s\ndirection LR\nA\nend",
      "3:1+9: 'direction' is not supported (a subgraph is laid out in the direction of the whole diagram)"
    ),
    ("graph TB\nsubgraph s\nA", "2:10+1: the subgraph 's' has no end (close it with a line 'end')"),
    (
      "graph TB\nsubgraph s\nA\nend\nsubgraph s\nB\nend",
      "5:10+1: there is already a subgraph 's' (give each subgraph a name of its own)"
    ),
    ("graph TB\nA\nend", "3:1+3: 'end' closes no subgraph"),
    (
      "graph TB\nsubgraph s\nend\nA", "2:10+1: the subgraph 's' is empty (put a node into it, or take it out)"
    ),
    (
      "graph TB\nA --> end",
      "2:7+3: 'end' cannot name a node (write 'End', or another name with the label [end])"
    ),
    (
      "graph TB\nsubgraph s\ns --> A\nend",
      "3:3+5: a subgraph cannot be linked with itself or with what stands in it (link two nodes, or give the node another name than the subgraph)"
    ),
    (
      "graph TB\nA:::warn\nclassDef warm fill:red",
      "2:5+4: the class 'warn' is not defined (did you mean 'warm'?)"
    ),
    ("graph TB\nnode1\nstyle node2 fill:red", "3:7+5: there is no node 'node2' (did you mean 'node1'?)"),
    (
      "graph TB\nA\nstyle A fill:url(x)",
      "3:9+11: 'url(x)' is not a value that can be drawn (colours are #rrggbb, rgb(r, g, b) or a common name; lengths are pixels)"
    ),
    (
      "graph TB\nA\nstyle A font-size:3em",
      "3:9+13: the property 'font-size' is not supported (supported: fill, stroke, color, stroke-width, stroke-dasharray)"
    ),
    (
      "graph TB\n%%{init: {}}%%\nA",
      "2:1+3: directives are not supported (the course's theme styles every diagram; take the line out)"
    ),
    (
      "graph TB\nA --> B %% why",
      "2:9+2: a comment stands on a line of its own (move it to the line above)"
    ),
    (
      "graph TB\nA@{ shape: rect }",
      "2:2+2: shapes by '@{ … }' are not supported (write the shape by brackets, such as A([label]))"
    ),
  ])
  func `what cannot be drawn is a problem with its place and a way out`(source: String, expected: String) {
    #expect(problems(source) == [expected])
  }

  @Test func `every problem is reported, in the order of the lines`() {
    let found = problems("graph TB\nA -> B\nC[x\nD:::none --> E\nclick A\nF --> G\nlinkStyle 1 x")
    #expect(found.map { $0.prefix(1) } == ["2", "3", "4", "5", "7"])
    #expect(Flowchart.parse("graph TB\nA -> B\nF --> G").0.links.count == 1)
  }

  @Test func `a diagram without measure is a problem, not a crash`() {
    let many = (0..<3000).map { "n\($0) --> n\($0 + 1)" }.joined(separator: "\n")
    #expect(problems("graph TB\n" + many).first?.contains("more than 200 links") == true)
    let names = (0..<300).map { "n\($0)" }.joined(separator: " & ")
    #expect(problems("graph TB\n\(names) --> \(names)").first?.contains("more than 200 links") == true)
    let nested = String(repeating: "subgraph s\n", count: 50_000)
    #expect(problems("graph TB\n" + nested).contains { $0.contains("nested too deeply") })
    _ = Flowchart.parse("graph TB\n" + String(repeating: "A[x\n", count: 20_000))
  }

  @Test func `nothing an author mistypes stops the reader`() {
    let seed = """
      flowchart LR
        A["f(x) #quot;"]:::c -->|"y"| B((二)) & C -. t .-> D{x<br>y}
        subgraph s [T]
          D <==> E>f] -- u ---x F
        end
        classDef c fill:#eef,stroke-width:2px
        style A color:rgb(1,2,3)
      """
    let bytes = Array(seed.utf8)
    let marks = Array("[](){}|\"<>-=.~&;:%#\n\\/".utf8)
    var generator = SmallGenerator(state: 1)
    for _ in 0..<3000 {
      var broken = bytes
      for _ in 0..<Int.random(in: 1...6, using: &generator) where !broken.isEmpty {
        let place = Int.random(in: 0..<broken.count, using: &generator)
        switch Int.random(in: 0...3, using: &generator) {
        case 0: broken.remove(at: place)
        case 1: broken.insert(marks[place % marks.count], at: place)
        case 2: broken.swapAt(place, Int.random(in: 0..<broken.count, using: &generator))
        default: broken = Array(broken[..<max(1, place)])
        }
      }
      let source = String(decoding: broken, as: UTF8.self)
      let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
      for problem in Flowchart.parse(source).1 {
        #expect((1...lines.count).contains(problem.line) && problem.column >= 1 && problem.length >= 1)
      }
    }
  }
}

/// A generator whose numbers are the same everywhere.
struct SmallGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
