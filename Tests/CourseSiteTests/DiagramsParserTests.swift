import CourseSite
import Testing

@Suite struct DiagramsParserTests {
  /// The outline without its first line, the direction.
  private func outline(_ body: String) -> String {
    let (chart, problems) = Flowchart.parse("graph TB\n" + body)
    #expect(problems.isEmpty)
    return chart.outline.split(separator: "\n").dropFirst().joined(separator: "\n")
  }

  private func problems(_ source: String) -> [String] {
    Flowchart.parse(source).1.map(\.description)
  }

  @Test func `a flowchart is nodes and links`() {
    let source = """
      graph TB
          A[输入值] --> B[线性变换]
          B --> C[激活函数]
          C --> D[输出值]
          D --> E[反向传播]
          E --> B
      """
    let (chart, problems) = Flowchart.parse(source)
    #expect(problems.isEmpty)
    #expect(
      chart.outline == """
        TB
        A rectangle: 输入值
        B rectangle: 线性变换
        C rectangle: 激活函数
        D rectangle: 输出值
        E rectangle: 反向传播
        A solid-arrow B
        B solid-arrow C
        C solid-arrow D
        D solid-arrow E
        E solid-arrow B
        """)
    #expect(
      chart.text == """
        输入值 → 线性变换
        线性变换 → 激活函数
        激活函数 → 输出值
        输出值 → 反向传播
        反向传播 → 线性变换
        """)
  }

  @Test(arguments: [
    ("graph TB", "TB"), ("graph TD", "TB"), ("flowchart BT", "BT"), ("flowchart LR", "LR"),
    ("graph RL", "RL"),
    ("graph", "TB"), ("graph LR;", "LR"), ("\n  %% a comment\n\nflowchart  RL  ", "RL"), ("graph\tLR", "LR"),
    ("graph >", "LR"), ("graph LR\r\n", "LR"),
  ])
  func `the first line says the direction`(header: String, direction: String) {
    let (chart, problems) = Flowchart.parse(header + "\nA")
    #expect(problems.isEmpty)
    #expect(chart.outline == "\(direction)\nA rectangle: A")
  }

  @Test(arguments: [
    ("A", "rectangle: A"), ("A[x]", "rectangle: x"), ("A(x)", "rounded: x"), ("A([x])", "stadium: x"),
    ("A[[x]]", "subroutine: x"), ("A[(x)]", "cylinder: x"), ("A((x))", "circle: x"),
    ("A(((x)))", "doubleCircle: x"), ("A{x}", "diamond: x"), ("A{{x}}", "hexagon: x"),
    ("A[/x/]", "leaningRight: x"), ("A[\\x\\]", "leaningLeft: x"), ("A[/x\\]", "trapezoid: x"),
    ("A[\\x/]", "invertedTrapezoid: x"), ("A>x]", "flag: x"),
    ("A[ two words ]", "rectangle: two words"), ("A[\"f(x) = [y]\"]", "rectangle: f(x) = [y]"),
    ("A( \"x\" )", "rounded: x"), ("A[一<br>二<br/>三<BR />四]", "rectangle: 一 / 二 / 三 / 四"),
    ("A[\"一\n 二\"]", "rectangle: 一 / 二"), ("A[a < b]", "rectangle: a < b"), ("A[1<2]", "rectangle: 1<2"),
    ("A[\"#quot;x#quot; &amp; #9829; &#9829;\"]", "rectangle: \"x\" & ♥ ♥"),
    ("A[#1 & co;]", "rectangle: #1 & co;"),
    ("A[a-b --> c]", "rectangle: a-b --> c"), ("A[x %% y]", "rectangle: x %% y"),
  ])
  func `brackets are shapes and hold a label`(node: String, expected: String) {
    #expect(outline(node) == "A \(expected)")
  }

  @Test(arguments: [
    ("-->", "solid-arrow"), ("---", "solid"), ("--->", "solid-arrow ×2"), ("-----", "solid ×3"),
    ("-.->", "dotted-arrow"), ("-.-", "dotted"), ("-..->", "dotted-arrow ×2"), ("==>", "thick-arrow"),
    ("===", "thick"), ("====>", "thick-arrow ×3"), ("<-->", "arrow-solid-arrow"),
    ("<-.->", "arrow-dotted-arrow"),
    ("<==>", "arrow-thick-arrow"), ("--x", "solid-cross"), ("--o", "solid-circle"),
    ("x--x", "cross-solid-cross"),
    ("o--o", "circle-solid-circle"), ("~~~", "invisible"),
  ])
  func `a link has a line, heads and a length`(link: String, expected: String) {
    let nodes = "A rectangle: A\nB rectangle: B\n"
    #expect(outline("A \(link) B") == "\(nodes)A \(expected) B")
  }

  @Test(arguments: [
    ("A-->B", "solid-arrow B"), ("A---B", "solid B"), ("A-.->B", "dotted-arrow B"),
    ("A==>B", "thick-arrow B"),
    ("A -- yes --> B", "solid-arrow B: yes"), ("A-- yes -->B", "solid-arrow B: yes"),
    ("A -- a-b (c) ---> B", "solid-arrow ×2 B: a-b (c)"), ("A -- yes --- B", "solid B: yes"),
    ("A -->|yes| B", "solid-arrow B: yes"), ("A-->|yes|B", "solid-arrow B: yes"),
    ("A -->| \"f(x)\" | B", "solid-arrow B: f(x)"), ("A -. no .-> B", "dotted-arrow B: no"),
    ("A -. v1.2 ..-> B", "dotted-arrow ×2 B: v1.2"), ("A == go ==> B", "thick-arrow B: go"),
    ("A == x=1 === B", "thick B: x=1"), ("A <-- both --> B", "arrow-solid-arrow B: both"),
    ("A -- \"a -- b\" --> B", "solid-arrow B: a -- b"), ("A -- 是<br>否 --> B", "solid-arrow B: 是 / 否"),
    ("A ---|text| B", "solid B: text"),
    ("A -- stop --x B", "solid-cross B: stop"),
  ])
  func `a link may carry a text`(statement: String, expected: String) {
    #expect(outline(statement) == "A rectangle: A\nB rectangle: B\nA \(expected)")
  }

  @Test func `chains and ampersands multiply`() {
    #expect(
      outline("a & b --> c(C) & d -.-> e") == """
        a rectangle: a
        b rectangle: b
        c rounded: C
        d rectangle: d
        e rectangle: e
        a solid-arrow c
        a solid-arrow d
        b solid-arrow c
        b solid-arrow d
        c dotted-arrow e
        d dotted-arrow e
        """)
  }

  @Test func `names may hold hyphens, full stops and every letter`() {
    #expect(
      outline("my-node.v2-->节点_1;x1---y") == """
        my-node.v2 rectangle: my-node.v2
        节点_1 rectangle: 节点_1
        x1 rectangle: x1
        y rectangle: y
        my-node.v2 solid-arrow 节点_1
        x1 solid y
        """)
  }

  @Test func `subgraphs nest, and a node stands in the innermost one that names it`() {
    let body = """
      subgraph one [第一 部分]
        a --> b
        subgraph two
          b --> c
        end
      end
      subgraph "f(x) group"
        d
      end
      subgraph some words
        e --> a
      end
      one --> d
      """
    #expect(
      outline(body) == """
        group one: 第一 部分
        group two in one: two
        group f(x) group: f(x) group
        group some words: some words
        a rectangle in one: a
        b rectangle in two: b
        c rectangle in two: c
        d rectangle in f(x) group: d
        e rectangle in some words: e
        a solid-arrow b
        b solid-arrow c
        e solid-arrow a
        one solid-arrow d
        """)
  }

  @Test func `classes and styles add up, the node's own last`() {
    let source = """
      graph LR
        A:::warm --> B:::warm & C
        classDef warm fill:#fee,stroke:rgb(200, 10, 10),stroke-width:2px;
        classDef default color:navy
        class B,C cold
        classDef cold fill:#def
        style B fill:white,stroke-dasharray: 4 2
      """
    let (chart, problems) = Flowchart.parse(source)
    #expect(problems.isEmpty)
    let styles = chart.nodes.map { node in
      let style = node.style
      return [style.fill?.css, style.stroke?.css, style.text?.css, style.strokeWidth, style.strokeDash]
    }
    #expect(
      styles == [
        ["#fee", "rgb(200, 10, 10)", "navy", "2", nil],
        ["white", "rgb(200, 10, 10)", "navy", "2", "4 2"],
        ["#def", nil, "navy", nil, nil],
      ])
  }

  @Test func `comments, blank lines and the words for screen readers are read`() {
    let source = """
      flowchart TB
        %% the title
        accTitle: How a network learns
        accDescr {
          Forward,
          then back.
        }

        A --> B
      """
    let (chart, problems) = Flowchart.parse(source)
    #expect(problems.isEmpty)
    #expect(chart.statedTitle == "How a network learns")
    #expect(chart.statedDescription == "Forward, then back.")
    #expect(chart.links.count == 1)
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
