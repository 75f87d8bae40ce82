import CourseSite
import Testing

@Suite struct DiagramsDrawingTests {
  static let feedback = """
    graph TB
        A[输入值] --> B[线性变换]
        B --> C[激活函数]
        C --> D[输出值]
        D --> E[反向传播]
        E --> B
    """

  static let training = """
    flowchart TB
      subgraph training [Training 训练]
        data[(Data set)] --> batch[Mini-batch]
        subgraph net [Network]
          l1[/Linear/] --> act((σ)) --> l2[\\Linear\\]
        end
        batch --> l1
        l2 ==> loss{Loss small<br>enough?}
      end
      loss -- no, update --> batch
      loss -- yes --> done([Model])
      net -.-> log[[Metrics]]
      log <--> all(((All)))
      all --x old>Old] --o hex{{Hex}}
      classDef good fill:#d9f2d9,stroke:#2a7a2a
      class done good
      style log stroke-dasharray:4 2
    """

  private func svg(_ source: String, id: String = "fig-1", language: String = "en") throws -> String {
    let (chart, problems) = Flowchart.parse(source)
    #expect(problems.isEmpty)
    return try chart.svg(id: id, title: "A title", language: language).get()
  }

  @Test func `the diagram of feedback is drawn`() throws {
    try snapshot(svg(Self.feedback), named: "flowchart-feedback.svg")
  }

  @Test func `groups, shapes, links and styles are drawn`() throws {
    try snapshot(svg(Self.training), named: "flowchart-training.svg")
  }

  @Test func `a drawing says in words what it shows`() throws {
    let english = try svg(Self.feedback)
    #expect(english.contains("<title id=\"fig-1-title\">A title</title>"))
    #expect(english.contains(">5 nodes: 输入值, 线性变换, 激活函数, 输出值, 反向传播. 5 links: 输入值 → 线性变换, "))
    let chinese = try svg(Self.feedback, language: "zh-Hans")
    #expect(chinese.contains(">5 个节点：输入值，线性变换，激活函数，输出值，反向传播。5 条连线：输入值 → 线性变换，"))
  }

  @Test func `the same diagram gives the same bytes, on every thread`() async throws {
    let expected = [try svg(Self.feedback), try svg(Self.training)]
    await withTaskGroup(of: [String?].self) { group in
      for _ in 0..<8 {
        group.addTask { [try? self.svg(Self.feedback), try? self.svg(Self.training)] }
      }
      for await drawn in group { #expect(drawn == expected) }
    }
  }

  @Test func `every id starts with the given one, so that drawings share a page`() throws {
    let text = try svg(Self.training, id: "lesson-2")
    let ids = text.matches(of: /\bid="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count && ids.allSatisfy { $0.hasPrefix("lesson-2") })
    let uses = text.matches(of: /url\(#([^)]*)\)/).map { String($0.1) }
    #expect(!uses.isEmpty && Set(uses).isSubset(of: ids))
    #expect(try svg("graph TB\nA", id: "1 \"><x>").contains("id=\"d1____x_\""))
  }

  @Test func `what an author writes cannot leave its place`() throws {
    let text = try svg(
      "graph TB\nA[\"x</ text>< script>(1<2 && 'y')\"] -->|\"\\n]; n9 [label=x]\"| B[\"x\u{7}y\"]")
    #expect(!text.contains("<script") && text.contains("&lt;2 &amp;&amp; 'y')"))
    #expect(try XMLDocumentShape(text).isBalanced)
    let (chart, problems) = Flowchart.parse("graph TB\nA[\"</text><script>alert(1)</script>\"]")
    #expect(problems.count == 2)
    #expect(chart.nodes.first?.label == "alert(1)")
  }

  @Test func `a node on a fill of its own keeps a readable text in the dark`() throws {
    let text = try svg("graph TB\nA --> B\nstyle A fill:#fff\nstyle B fill:#222,color:gold")
    #expect(text.contains("--node-fill:#fff;--node-opacity:1;--node-text:#1b1f27"))
    #expect(text.contains("--node-fill:#222;--node-opacity:1;--node-text:gold"))
  }

  @Test func `a long label is broken, in English and in Chinese`() throws {
    let english = try svg(
      "graph TB\nA[\"the derivative of the loss with respect to every single weight of the network\"]")
    #expect(english.split(separator: "<tspan").count - 1 == 3)
    let chinese = try svg("graph TB\nA[每一个权重对损失函数的偏导数都由链式法则从后向前逐层计算得到。]")
    #expect(chinese.split(separator: "<tspan").count - 1 == 3)
    #expect(!chinese.contains(">。"))
  }

  @Test func `an arrow ends at the outline of its node`() throws {
    // B starts 40 pixels below A; the head is 8 pixels long and stops 2 before it.
    for shape in ["B[x]", "B((x))", "B{x}", "B{{x}}", "B[(x)]"] {
      let text = try svg("graph TB\nA --> \(shape)")
      let path = try #require(
        text.firstMatch(of: /\bd="M([\d.]+) ([\d.]+)C[^"]* ([\d.]+) ([\d.]+)" marker-end/))
      let top = try #require(Double(path.2)), tip = try #require(Double(path.4))
      #expect(top == 41 && abs(tip - (41 + 40 - 10)) <= 1.5, "\(shape): from \(top) to \(tip)")
    }
  }

  @Test func `no drawing leaves its box`() throws {
    for source in [Self.feedback, Self.training, "graph LR\nA --> A\nA --> B --> A\nB --> C --> A"] {
      let text = try svg(source)
      let box = try #require(text.firstMatch(of: /viewBox="(-?[\d.]+) (-?[\d.]+) ([\d.]+) ([\d.]+)"/))
      let (left, width) = (Double(box.1) ?? 0, Double(box.3) ?? 0)
      for rectangle in text.matches(of: /<rect x="(-?[\d.]+)" y="[^"]*" width="([\d.]+)"/) {
        let (x, size) = (Double(rectangle.1) ?? -1e9, Double(rectangle.2) ?? 1e9)
        #expect(x >= left && x + size <= left + width)
      }
    }
  }

  @Test func `an empty diagram is an error, not a picture`() {
    #expect(Flowchart.parse("graph TB").0.svg(id: "a", title: "") == .failure(.empty))
  }

  @Test func `a tangle is refused before the layout takes minutes`() {
    let chain = (0..<60).map { "n\($0)" }.joined(separator: " --> ")
    let jumps = (0..<120).map { "n\($0 % 15) --> n\(45 + $0 % 15)" }
    let links = ([chain] + jumps).joined(separator: "\n")
    #expect(Flowchart.parse("graph TB\n" + links).0.svg(id: "a", title: "") == .failure(.tangled))
    let long = "graph TB\nA " + String(repeating: "-", count: 5000) + "> B"
    #expect(throws: Never.self) { try svg(long) }
  }

  @Test func `a drawing does not depend on what was drawn before`() throws {
    let before = try svg(Self.training)
    for count in 2..<40 {
      let links = (0..<count).map { "n\($0) --> n\($0 * $0 % count)" }.joined(separator: "\n")
      _ = try svg("graph LR\n" + links)
    }
    #expect(try svg(Self.training) == before)
  }

  @Test func `broken diagrams are still drawn without harm`() {
    let pieces = Self.training.split(separator: "\n").map(String.init)
    for left in pieces.indices {
      for right in pieces.indices where right > left {
        let source = (["flowchart LR"] + pieces[1..<left.advanced(by: 1)] + pieces[right...]).joined(
          separator: "\n")
        _ = Flowchart.parse(source).0.svg(id: "x", title: "x")
      }
    }
  }

  @Test func `links in words, with their kinds and texts`() {
    let source = """
      graph LR
        A & B ==> C -. maybe .-> D <--> E --- F --x G --o H
        I
        subgraph s [Group]
          J --> K
        end
        A ~~~ I
      """
    #expect(
      Flowchart.parse(source).0.text == """
        A ⇒ C
        B ⇒ C
        C ⇢ D (maybe)
        D ↔ E
        E — F
        F —× G
        G —○ H
        J → K
        I
        Group: J, K
        """)
  }
}
