import CourseModel
import Evaluation
import Figures
import Foundation

/// What inputs are made from: the course's own files, and small ones that hold what is rare there.
struct Seeds {
  /// A kind of seed.
  enum Food: Hashable {
    case lesson, yaml, phrases, code, diagram, formula, output, messages, record, figure, result, summary
  }

  private var seeds: [Food: [[UInt8]]]

  /// The seeds, with the files of the course in `folder`.
  init(folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
    func files(_ belongs: (String) -> Bool) -> [[UInt8]] {
      names.filter(belongs).compactMap {
        FileManager.default.contents(atPath: "\(folder)/\($0)").map { Array($0) }
      }
    }
    let lessons = files { $0.hasSuffix(".md") }
    let fences = Self.fences(in: lessons)
    let figures = Self.figures.map { $0.encoded() }
    seeds = [
      .lesson: lessons + [Self.lesson].bytes,
      .yaml: files { $0.hasSuffix(".yml") && !$0.hasPrefix("figures") } + Self.yaml.bytes,
      .phrases: files { $0.hasPrefix("figures") } + ["\"{} of {#}\": \"{2} 的 {1}\"\n"].bytes,
      .code: (fences["swift"] ?? [])
        + ["let x = [[1]]\nfunc f<T>(_ a: T) -> [T] { [a] }\nf(\"\\(x)\")"].bytes,
      .diagram: (fences["mermaid"] ?? []) + Self.diagrams.bytes,
      .formula: (fences["math"] ?? []) + Self.formulas.bytes,
      .output: (fences["output"] ?? [])
        + ["a 1.50e-3\n...\n[0.25, -1]\n\u{1}\na 0.0015\nb\n[0.25, -1.0]\n"].bytes,
      .messages: [
        "/a/main.swift:3:4: error: cannot find 'x' in scope\nprint(x)\n      ^\nb.md:1:2: note: here\n"
      ].bytes,
      .record: figures.map(Self.record), .figure: figures, .result: Self.results,
      .summary: [[], Array(repeating: 1, count: 300)],
    ]
  }

  /// The seeds of a kind.
  subscript(food: Food) -> [[UInt8]] { seeds[food] ?? [] }

  /// The contents of the fences, by their first word.
  private static func fences(in lessons: [[UInt8]]) -> [String: [[UInt8]]] {
    var fences: [String: [[UInt8]]] = [:]
    for lesson in lessons {
      let parts = String(decoding: lesson, as: UTF8.self).components(separatedBy: "\n```")
      for part in parts {
        guard let end = part.firstIndex(of: "\n"), let word = part[..<end].split(separator: " ").first else {
          continue
        }
        fences[String(word), default: []].append(Array(part[end...].utf8.dropFirst()))
      }
    }
    return fences
  }
}

extension Seeds {
  private static let lesson = """
    ---
    title: "T: $x$"
    timeout: 12.5
    seed: 3
    ---
    # A {#sec-a}
    > [!NOTE] B `{swift} 1 + 1` [^n] [@hu] [](#fig-a) $x^2$
    > - [x] a
    >   ```swift fails id=a
    >   //| label: fig-a
    >   //| needs: [a.csv, b]
    >   [1][2]
    >   ```
    >   ```output tolerance=1e-3
    >   1
    >   ```

    | a | b |
    |:--|--:|
    | `c|d` | $x$ |

    : C {#tbl-c}

    ```experiment loss-curves
    steps: 3
    activations: [relu, gelu]
    ```
    ### Exercise: a {#exr-a}
    > [!SOLUTION]
    > b
    ```quiz
    question: Q
    answers: [a, b]
    ```
    [^n]: c
    """

  private static let yaml = [
    "title: {en: A, zh: B}\nlanguages: [en, zh]\nparts:\n  One: {en: a, zh: b}\nreference: activations\nraw_html: true\n",
    "hu:\n  authors: [A, B]\n  year: 1980\n  title: T\n  doi: 10.1/x\n",
    "a: &a [b]\nb: *a\nc: |\n  d\n  e\nf: >-\n  g\n? h\n: i\n",
  ]

  private static let diagrams = [
    "flowchart TD\n  a[\"A #quot; b\"] -->|yes| b{B} & c((C))\n  subgraph s [S]\n    b -.-> d>D]\n  end\n  classDef x fill:#f00,stroke-width:2px\n  class a x\n  style b color:red\n",
    "graph LR\n  A([a]) ==> B[[b]] --o C[(c)] <--> A\n  accTitle: t\n  %% remark\n",
  ]

  private static let formulas = [
    "\\frac{a}{b} + \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}",
    "\\sum_{i=1}^{n} \\text{a $b$} \\left( \\sqrt[3]{x} \\right)",
    "\\def\\a#1{#1\\a{#1}} \\a{x}", "\\color{red} \\href{https://a}{b} \\rule{1em}{2em} \\kern1em",
  ]

  /// A figure of each kind.
  private static let figures: [Figure] = {
    let x = [0.0, 1, 2, .nan, 1e300, -0.0]
    let plot = Plot(
      title: "T",
      series: [.line("a", x, x), .points("b", x, x.reversed()), .band("c", x, x, x), .step("d", x, x)],
      x: Axis("x", scale: .logarithmic), y: Axis("y"), marks: [.vertical(at: 1, "m")],
      annotations: [Annotation("n", x: 1, y: 2)])
    let bars = Plot(title: "B", series: [.bars("a", [1, 2])], x: Axis(categories: ["p", "q"]), y: Axis("y"))
    let matrix = Plot.matrix([[0, 1], [2, 3]], title: "M", color: Axis("c"))
    let table = Table(["a", "b"], rows: [["1", "2"], ["3"]], caption: "c")
    let check = Check(
      name: "relu", comparison: "c", points: 3, worstPoint: 0, stated: 1, measured: 1, bound: 1e-9,
      resolution: 1e-12, passed: true,
      notes: ["n"], figures: [.plot(plot)])
    let images = ImageGrid(title: "I", images: [.init(width: 2, values: [0, 1, 2, 3], caption: "i")])
    return [
      .text("a\nb"), .plot(plot), .plot(bars), .plot(matrix), .table(table), .check(check),
      .imageGrid(images),
      .smallMultiples(SmallMultiples(title: "S", panels: [plot, matrix])),
      .diagram(.network([2, 3, 1], names: ["x", "h", "y"])),
      .group([.text("a"), .table(table)]),
    ]
  }()

  private static func record(of figure: [UInt8]) -> [UInt8] {
    RecordFrame(kind: .beginCell, payload: [0, 0, 0, 0]).encoded()
      + RecordFrame(kind: .figure, line: 3, payload: figure).encoded()
      + RecordFrame(kind: .progress, payload: Array("3/10 loss 0.5".utf8)).encoded()
  }

  private static let results: [[UInt8]] = figures.map { figure in
    var result = UnitResult(count: 2)
    let place = Place(piece: 0, line: 1, column: 2)
    result.pieces[0].outputs = [
      PlacedOutput(output: .figure(figure), place: place),
      PlacedOutput(output: .standardOutput("a\n"), place: nil),
    ]
    result.problems = [
      Problem(.error, "trap", "text", at: place, help: "help")
    ]
    return result.encoded()
  }
}

extension [String] {
  fileprivate var bytes: [[UInt8]] { map { text in Array<UInt8>(text.utf8) } }
}
