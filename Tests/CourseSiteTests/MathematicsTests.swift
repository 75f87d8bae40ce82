import CourseSite
import Foundation
import Testing

@Suite struct MathematicsTests {
  static let renderer = MathRenderer()

  private func html(_ tex: String, display: Bool = false) throws -> String {
    try Self.renderer.html(tex, display: display).get()
  }

  private func error(_ tex: String) -> MathError? {
    if case .failure(let error) = Self.renderer.html(tex, display: false) { return error }
    return nil
  }

  /// The MathML half of a formula.
  private func mathML(_ tex: String) throws -> String {
    let html = try html(tex)
    let start = try #require(html.firstRange(of: "<math"))
    let end = try #require(html.firstRange(of: "</math>"))
    return String(html[start.lowerBound..<end.upperBound])
  }

  @Test func `a formula is drawn twice, for the eye and for the screen reader`() throws {
    let html = try html("y = \\sigma(Wx + b)")
    #expect(html.hasPrefix("<span class=\"katex\"><span class=\"katex-mathml\"><math xmlns="))
    #expect(html.contains("<annotation encoding=\"application/x-tex\">y = \\sigma(Wx + b)</annotation>"))
    #expect(html.contains("<span class=\"katex-html\" aria-hidden=\"true\">"))
  }

  @Test func `a display formula can be scrolled by keyboard`() throws {
    #expect(try html("x", display: true).hasPrefix("<span class=\"katex-display\" tabindex=\"0\">"))
    #expect(try !html("x").contains("tabindex"))
  }

  @Test(arguments: [
    "f(x) = \\max(0, x)", "\\frac{\\partial L}{\\partial w_{ij}}", "\\sqrt[3]{1 + x^2}",
    "\\sum_{i=1}^{n} \\prod_j x_{ij}", "\\int_{-\\infty}^{\\infty} e^{-x^2}\\,dx = \\sqrt{\\pi}",
    "\\lim_{h \\to 0} \\frac{f(x+h) - f(x-h)}{2h}", "\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}",
    "\\begin{bmatrix} 1 & \\cdots & 0 \\\\ \\vdots & \\ddots & \\vdots \\\\ 0 & \\cdots & 1 \\end{bmatrix}",
    "f(x) = \\begin{cases} x & \\text{if } x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}",
    "\\begin{aligned} y &= Wx + b \\\\ &= z \\end{aligned}", "\\mathbf{W}^\\top \\mathbf{x}",
    "\\mathbb{R}^{n \\times m}", "\\mathcal{L}(\\theta)", "\\mathrm{softmax}(z)_i",
    "\\operatorname*{arg\\,min}_\\theta",
    "\\hat{y} + \\bar{x} + \\tilde{z} + \\vec{v} + \\dot{q}", "\\overline{AB} + \\underbrace{a + b}_{n}",
    "\\left( \\frac{1}{2} \\right)^{\\!2}", "\\bigl\\| x \\bigr\\|_2", "\\left\\lfloor x \\right\\rfloor",
    "a \\leq b \\neq c \\approx d \\in \\mathbb{N}", "\\nabla_\\theta J(\\theta)", "\\forall x \\exists y",
    "p(x \\mid y) \\propto p(y \\mid x)\\,p(x)", "x \\xrightarrow{f} y", "\\boxed{E = mc^2}",
    "\\color{red} x",
    "\\textcolor{#3659c9}{x}", "\\binom{n}{k}", "\\tfrac12 \\dfrac34", "\\text{输入 } x \\in \\text{实数}",
    "\\underset{x}{\\max}\\, f", "\\overset{!}{=}", "A \\odot B \\oplus C \\otimes D", "\\mathbin{ab} c",
    "\\begin{array}{c|c} 1 & 2 \\\\ \\hline 3 & 4 \\end{array}", "\\def\\R{\\mathbb{R}} \\R^n",
    "\\tanh x = \\frac{e^x - e^{-x}}{e^x + e^{-x}}", "\\mathop{a+b}\\limits_x", "\\Phi(x) \\Gamma \\Delta",
  ])
  func `ordinary course mathematics draws, inline and displayed`(tex: String) throws {
    for display in [false, true] {
      let html = try html(tex, display: display)
      #expect(!html.contains("katex-error") && !html.contains("#cc0000"))
      #expect(html.hasSuffix("</span>"))
    }
  }

  @Test(arguments: ["\\vdots", "\\mathbin{ab}", "\\mathop{a+b}\\limits_x", "\\mathord{a\\rule{1em}{1em}}"])
  func `no token of the MathML holds an element`(tex: String) throws {
    let markup = try mathML(tex)
    for token in ["mi", "mo", "mn", "ms", "mtext"] {
      for piece in markup.split(separator: "<\(token)").dropFirst() where " >".contains(piece.first ?? "x") {
        let content = piece.drop { $0 != ">" }.dropFirst()
        #expect(content.isEmpty ? !piece.isEmpty : content.first != "<" || content.hasPrefix("</\(token)>"))
      }
    }
    #expect(try XMLDocumentShape(markup).isBalanced)
  }

  @Test func `a matrix becomes a table of MathML`() throws {
    let markup = try mathML("\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}")
    #expect(markup.split(separator: "<mtr>").count - 1 == 2)
    #expect(markup.split(separator: "<mtd>").count - 1 == 4)
  }

  @Test(arguments: ["x 😀 y", "\\text{𝔸 和 😀}", "😀"])
  func `characters above U+FFFF survive the way through the heap`(tex: String) throws {
    #expect(try html(tex).contains("<annotation encoding=\"application/x-tex\">\(tex)</annotation>"))
    #expect(try html(tex).split(separator: "<span class=\"katex-html\"")[1].contains("😀"))
  }

  @Test(arguments: [
    ("x^2}", "Expected 'EOF', got '}'", 3),
    ("\\alpha + \\foo", "Undefined control sequence: \\foo", 9),
    ("\\frac{1", "Unexpected end of input in a macro argument, expected '}'", 7),
    ("输入 + \\foo", "Undefined control sequence: \\foo", 9),
    ("😀\\foo", "Undefined control sequence: \\foo", 4),
    ("\\begin{matrix}1&2\\\\3", "Expected & or \\\\ or \\cr or \\end", 20),
    ("\\begin{nonsense}\\end{nonsense}", "No such environment: nonsense", 6),
  ])
  func `an error has a sentence and a place in UTF-8 bytes`(tex: String, message: String, offset: Int) {
    #expect(error(tex)?.message == message)
    #expect(error(tex)?.offset == offset)
  }

  @Test(arguments: [
    ("a + \\edef\\a{\\a}", 4, "use '\\def' or '\\gdef'"), ("\\xdef\\a{1}", 0, "use '\\def' or '\\gdef'"),
    ("x²", 1, "write '^{2}'"), ("输ₙ", 3, "write '_{n}'"), ("x⁻¹", 1, "write '^{-}'"),
    ("\\href{https://x}{y}", 0, "write links and images in Markdown"),
    ("\\\\\\htmlData{a=b}{x}", 2, "write links and images in Markdown"),
  ])
  func `what could loop for ever or reach into the page is refused with a way out`(
    tex: String, offset: Int, help: String
  ) {
    #expect(error(tex)?.offset == offset)
    #expect(error(tex)?.help == help)
  }

  @Test func `an endless macro ends`() {
    #expect(error("\\def\\a{\\a}\\a")?.message.hasPrefix("Too many expansions") == true)
    #expect(error("\\def\\a{b\\a\\a}\\a")?.message.hasPrefix("Too many expansions") == true)
  }

  @Test func `nesting without measure is an error, and the heap goes on working`() throws {
    for count in [200, 20_000] {
      let deep = String(repeating: "{", count: count) + "x" + String(repeating: "}", count: count)
      _ = Self.renderer.html(deep, display: false)
      _ = Self.renderer.html(String(repeating: "\\frac{1}{", count: count), display: true)
      _ = Self.renderer.html(String(repeating: "\\left(", count: count), display: true)
    }
    #expect(try html("x").contains("<mi>x</mi>"))
  }

  @Test func `a hostile byte in a formula does no harm`() throws {
    #expect(try !html("\\text{<script>alert(1)</script>\"'\\&}").contains("<script"))
    for tex in ["", " ", "\0", "a\0b", "%", "\\", "\u{FEFF}", "a\nb", "$", "\u{202E}x"] {
      _ = Self.renderer.html(tex, display: true)
    }
  }

  @Test func `the same formula gives the same bytes, from every heap and every thread`() async throws {
    let formulas = ["\\frac{a}{b}", "\\def\\q{1} \\q", "\\vdots", "x 😀"]
    let expected = formulas.map { try? Self.renderer.html($0, display: true).get() }
    let other = MathRenderer()
    await withTaskGroup(of: [String?].self) { group in
      for _ in 0..<8 {
        group.addTask { formulas.map { try? other.html($0, display: true).get() } }
      }
      for await drawn in group { #expect(drawn == expected) }
    }
  }

  @Test func `a macro of one formula is unknown to the next`() {
    _ = Self.renderer.html("\\gdef\\mine{1} \\mine", display: false)
    #expect(error("\\mine")?.message == "Undefined control sequence: \\mine")
  }

  @Test func `a missing KaTeX is an error that names the packages and the command`() {
    let renderer = MathRenderer(katexPath: "/nowhere")
    guard case .failure(let error) = renderer.html("x", display: false) else {
      Issue.record("a formula was drawn without KaTeX")
      return
    }
    #expect(error.message == "KaTeX is not installed: cannot read /nowhere/katex.js")
    #expect(
      error.help
        == "install the Debian packages libjs-katex and fonts-katex: apt-get install libjs-katex fonts-katex")
    #expect(renderer.version == "katex-missing")
    #expect(throws: MathError.self) { try MathAssets.files(katexPath: "/nowhere").get() }
  }

  @Test func `the version is KaTeX's own`() throws {
    let version = try Self.renderer.katexVersion.get()
    #expect(version.wholeMatch(of: /\d+\.\d+\.\d+/) != nil)
    #expect(Self.renderer.version.hasPrefix("katex-\(version)-"))
  }

  @Test func `a formula of very many signs is refused`() {
    #expect(error(String(repeating: "x", count: 4000)) == nil)
    let refused = error(String(repeating: "x", count: 4001))
    #expect(refused?.message == "the formula has 4001 bytes, more than 4000" && refused?.offset == 0)
    #expect(refused?.help == "split it into several formulas")
  }

  private static let swelling = [
    "\\def\\a{" + String(repeating: "x", count: 100) + "}" + String(repeating: "\\a", count: 100),
    "\\def\\a#1{#1#1}" + String(repeating: "\\a{", count: 20) + "x" + String(repeating: "}", count: 20),
    "\\def\\a#1{" + String(repeating: "#1", count: 900) + "}\\a{" + String(repeating: "x", count: 1500) + "}",
    "\\def\\a{xxxxxxxxxx}\\def\\b{" + String(repeating: "\\a", count: 10) + "}"
      + String(repeating: "\\b", count: 60),
  ]

  @Test(arguments: swelling)
  func `definitions that make a formula very long are refused`(tex: String) {
    #expect(error(tex)?.message == "definitions make the formula longer than 6000 tokens")
    #expect(error("\\def\\a{x}\\a + \\a") == nil, "the next formula has all its tokens again")
  }

  @Test func `deep fractions and roots are no definitions`() {
    let deep = String(repeating: "\\sqrt{\\frac{1}{", count: 60) + "x" + String(repeating: "}}", count: 60)
    #expect(error(deep) == nil)
  }
}

@Suite struct MathAssetsTests {
  @Test func `the style sheet names woff2 fonts only, and each is there with its licence`() throws {
    let files = try MathAssets.files().get()
    let names = Set(files.map(\.name))
    let css = String(decoding: try #require(files.first { $0.name == "katex.css" }).bytes, as: UTF8.self)
    let named = css.matches(of: /url\(([^)]*)\)/).map { String($0.1) }
    #expect(!named.isEmpty && named.allSatisfy { $0.hasSuffix(".woff2") && names.contains($0) })
    #expect(css.matches(of: /@font-face/).count == named.count)
    #expect(names.isSuperset(of: ["LICENSE-KaTeX.txt", "fonts/OFL.txt"]))
    #expect(files.map(\.name) == files.map(\.name).sorted())
  }

  @Test func `a font is copied unmodified`() throws {
    let font = try #require(try MathAssets.files().get().first { $0.name.hasSuffix("Main-Regular.woff2") })
    #expect(Array(font.bytes.prefix(4)) == Array("wOF2".utf8))
  }
}

/// Whether every tag of a markup without void elements is closed in order.
struct XMLDocumentShape {
  var isBalanced: Bool

  init(_ markup: String) throws {
    var open: [Substring] = []
    isBalanced = true
    for match in markup.matches(of: /<(\/?)([A-Za-z]+)[^>]*?(\/?)>/) {
      if match.1.isEmpty {
        if match.3.isEmpty { open.append(match.2) }
      } else if open.popLast() != match.2 {
        isBalanced = false
      }
    }
    isBalanced = isBalanced && open.isEmpty
  }
}
