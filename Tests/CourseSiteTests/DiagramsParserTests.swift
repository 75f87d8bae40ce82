import CourseSite
import Testing

@Suite struct DiagramsParserTests {
  /// The outline without its first line, the direction.
  private func outline(_ body: String) -> String {
    let (chart, problems) = Flowchart.parse("graph TB\n" + body)
    #expect(problems.isEmpty)
    return chart.outline.split(separator: "\n").dropFirst().joined(separator: "\n")
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
}
