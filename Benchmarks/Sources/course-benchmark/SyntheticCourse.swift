import Foundation

/// A course of N lessons like real ones in size and kind: about 900 words, eight formulas, a table and ten
/// blocks each, of which six tabulate a function, two draw, one checks a derivative and one trains a network.
///
/// The same N gives the same bytes.
struct SyntheticCourse {
  /// The lessons, as file name and text.
  let lessons: [(name: String, text: String)]

  /// A course of `count` lessons.
  init(count: Int) {
    lessons = (1...count).map { number in
      let digits = String(number)
      let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
      return ("\(padded)-lesson\(number).md", SyntheticLesson(number: number).text)
    }
  }

  /// Writes the course into `folder`, with its `course.yml`.
  func write(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try "title: Synthetic course\n".write(toFile: folder + "/course.yml", atomically: true, encoding: .utf8)
    for lesson in lessons {
      try lesson.text.write(toFile: folder + "/" + lesson.name, atomically: true, encoding: .utf8)
    }
  }

  /// The Swift program of a lesson: its blocks, one after the other.
  static func program(of text: String) -> String {
    let parts = text.components(separatedBy: "```swift\n").dropFirst()
    return parts.map { $0.components(separatedBy: "```")[0] }.joined()
  }
}

/// One lesson of the synthetic course.
private struct SyntheticLesson {
  let text: String

  init(number: Int) {
    var words = Words(seed: UInt64(number))
    let functions = Function.all.rotated(by: number)
    var parts = [
      "---\ntitle: Lesson \(number)\n---",
      "In this lesson $x$ is the input, $f(x)$ the output and "
        + "$f'(x)$ the slope. " + words.prose(70),
    ]
    for (place, function) in functions.enumerated() {
      parts += ["## The \(function.name) function", words.prose(70)]
      if place < 5 { parts.append("$$\n\(place == 0 ? function.formula : Formulas.all[place])\n$$") }
      if place == 2 { parts.append(words.table()) }
      parts.append(Self.fenced(function.block(lesson: number, imports: place == 0)))
      if place == 2 || place == 5 { parts += [words.prose(40), Self.fenced(function.plot(lesson: number))] }
    }
    parts += ["## Is the derivative right?", words.prose(70), Self.fenced(Blocks.check(number))]
    parts += ["## A small experiment", words.prose(70), words.list(), Self.fenced(Blocks.training(number))]
    text = parts.joined(separator: "\n\n") + "\n"
  }

  private static func fenced(_ code: String) -> String { "```swift\n\(code)\n```" }
}

private enum Formulas {
  static let all = [
    #"\delta_j = f'(z_j)\sum_k w_{jk}\,\delta_k"#,
    #"f'(x)\approx\frac{f(x+h)-f(x-h)}{2h}"#,
    #"\mathcal{L}=-\frac1n\sum_{i=1}^n y_i\log p_i+(1-y_i)\log(1-p_i)"#,
    #"w\leftarrow w-\eta\,\nabla_w\mathcal{L}"#,
    #"\operatorname{Var}(z)=n\operatorname{Var}(w)\,\mathbb{E}[x^2]"#,
  ]
}

/// A function whose blocks a lesson holds; `P` stands for the lesson's constant.
private struct Function {
  let name: String
  let formula: String
  let value: String
  let slope: String

  static let all = [
    Function(
      name: "leaky", formula: #"f(x)=\max(Px,\,x)"#, value: "x >= 0 ? x : P * x", slope: "x >= 0 ? 1.0 : P"),
    Function(
      name: "sigm", formula: #"f(x)=\frac{1}{1+e^{-Px}}"#, value: "1 / (1 + exp(-P * x))",
      slope: "P * exp(-P * x) / ((1 + exp(-P * x)) * (1 + exp(-P * x)))"),
    Function(
      name: "tanhp", formula: #"f(x)=\tanh(Px)"#, value: "tanh(P * x)",
      slope: "P * (1 - tanh(P * x) * tanh(P * x))"),
    Function(
      name: "softp", formula: #"f(x)=\frac{1}{P}\log(1+e^{Px})"#, value: "log(1 + exp(P * x)) / P",
      slope: "1 / (1 + exp(-P * x))"),
    Function(
      name: "elu", formula: #"f(x)=\begin{cases}x & x\ge 0\\ P(e^x-1) & x<0\end{cases}"#,
      value: "x >= 0 ? x : P * (exp(x) - 1)", slope: "x >= 0 ? 1.0 : P * exp(x)"),
    Function(
      name: "swish", formula: #"f(x)=x\,\sigma(Px)"#, value: "x / (1 + exp(-P * x))",
      slope: "(1 + exp(-P * x) * (1 + P * x)) / ((1 + exp(-P * x)) * (1 + exp(-P * x)))"),
  ]

  func block(lesson: Int, imports: Bool) -> String {
    let constant = "\(Double(50 + lesson) / 100)"
    let fill = { (text: String) in text.replacingOccurrences(of: "P", with: constant) }
    return (imports ? "import Foundation\n" : "") + """
      let \(name)\(lesson) = { (x: Double) -> Double in \(fill(value)) }
      let d\(name)\(lesson) = { (x: Double) -> Double in \(fill(slope)) }
      for i in 0..<9 {
          let x = -4 + Double(i)
          print(String(format: "%6.2f %9.5f %9.5f", x, \(name)\(lesson)(x), d\(name)\(lesson)(x)))
      }
      """
  }

  func plot(lesson: Int) -> String {
    """
    func plot\(name)\(lesson)() -> String {
        let xs = (0..<200).map { -6 + 12 * Double($0) / 199 }
        func line(_ f: (Double) -> Double) -> String {
            let points = xs.map { String(format: "%.2f,%.2f", 300 + 50 * $0, 150 - 20 * f($0)) }
            return "<polyline points=\\"" + points.joined(separator: " ") + "\\"/>"
        }
        return "<svg viewBox=\\"0 0 600 300\\">" + line(\(name)\(lesson)) + line(d\(name)\(lesson)) + "</svg>"
    }
    print("svg bytes \\(plot\(name)\(lesson)().utf8.count)")
    """
  }
}

extension [Function] {
  /// The functions in another order, `swish` last: the last blocks of a lesson use it.
  fileprivate func rotated(by count: Int) -> [Function] {
    let others = dropLast()
    let start = count % others.count
    return Array(others[start...] + others[..<start]) + suffix(1)
  }
}

private enum Blocks {
  static func check(_ lesson: Int) -> String {
    """
    func check\(lesson)() {
        let h = 1e-4
        var worst = 0.0, worstRelative = 0.0
        for i in 0..<101 {
            let x = -5 + Double(i) / 10
            let error = abs((swish\(lesson)(x + h) - swish\(lesson)(x - h)) / (2 * h) - dswish\(lesson)(x))
            worst = max(worst, error)
            worstRelative = max(worstRelative, error / max(abs(dswish\(lesson)(x)), 1e-3))
        }
        print(String(format: "max abs %.1e max rel %.1e", worst, worstRelative))
    }
    check\(lesson)()
    """
  }

  static func training(_ lesson: Int) -> String {
    """
    func train\(lesson)(seed: UInt64, epochs: Int = 200, rate: Double = 0.5) {
        var s = seed
        func u() -> Double { s = (1664525 * s + 1013904223) % 4294967296; return Double(s) / 4294967296 - 0.5 }
        var X: [[Double]] = [], y: [Double] = []
        for c in 0..<2 {
            for i in 0..<100 {
                let t = Double.pi * Double(i) / 99
                X.append(c == 0 ? [cos(t), sin(t)] : [1 - cos(t), 0.5 - sin(t)]); y.append(Double(c))
            }
        }
        for i in 0..<200 { for j in 0..<2 { X[i][j] += 0.2 * u() } }
        let dims = [(2, 16), (16, 1)]
        var W = dims.map { d in
            (0..<d.0).map { _ in (0..<d.1).map { _ in 2 * u() / Double(d.0).squareRoot() } }
        }
        for e in 0...epochs {
            var loss = 0.0, right = 0
            var gW = W.map { $0.map { $0.map { _ in 0.0 } } }
            for i in 0..<200 {
                var z = [Double](repeating: 0, count: 16)
                for r in 0..<2 { for c in 0..<16 { z[c] += X[i][r] * W[0][r][c] } }
                let h = z.map { swish\(lesson)($0) }
                var o = 0.0
                for r in 0..<16 { o += h[r] * W[1][r][0] }
                let p = 1 / (1 + exp(-o))
                loss -= y[i] * log(p) + (1 - y[i]) * log(1 - p)
                if (p > 0.5) == (y[i] > 0.5) { right += 1 }
                let d = (p - y[i]) / 200
                for r in 0..<16 {
                    gW[1][r][0] += h[r] * d
                    let back = d * W[1][r][0] * dswish\(lesson)(z[r])
                    for q in 0..<2 { gW[0][q][r] += X[i][q] * back }
                }
            }
            if e % 50 == 0 {
                print(String(format: "epoch %3d loss %.4f accuracy %.3f", e, loss / 200, Double(right) / 200))
            }
            for k in 0..<2 {
                for r in 0..<W[k].count { for c in 0..<W[k][r].count { W[k][r][c] -= rate * gW[k][r][c] } }
            }
        }
    }
    train\(lesson)(seed: \(7 + lesson))
    """
  }
}

/// Sentences from a fixed vocabulary, the same for the same seed.
private struct Words {
  private var state: UInt64
  private let nouns =
    "activation gradient layer weight bias curve slope network neuron signal loss epoch batch"
    .split(separator: " ")
  private let verbs = "moves grows shrinks passes blocks scales shifts bounds smooths doubles limits keeps"
    .split(separator: " ")
  private let adjectives = "small large flat steep smooth sharp bounded negative exact stable slow hidden"
    .split(separator: " ")

  init(seed: UInt64) { state = seed &* 2_654_435_761 &+ 1 }

  private mutating func pick(_ words: [Substring]) -> Substring {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return words[Int((state >> 33) % UInt64(words.count))]
  }

  mutating func sentence() -> String {
    let (a, b, c) = (pick(nouns), pick(nouns), pick(nouns))
    let (v, w, adjective) = (pick(verbs), pick(verbs), pick(adjectives))
    switch state >> 62 {
    case 0: return "The \(adjective) \(a) \(v) the \(b) when a \(c) \(w) it."
    case 1: return "Every \(a) \(v), and so the \(b) of the \(adjective) \(c) \(w) **slowly**."
    case 2: return "Here a \(a) \(v) its \(b), while `\(c)` \(w) the \(adjective) \(a) at the \(b)."
    default: return "See [the \(a)](https://example.org/\(a)) before the \(adjective) \(b) \(v) *again*."
    }
  }

  mutating func prose(_ count: Int) -> String {
    var sentences: [String] = []
    var words = 0
    while words < count {
      let sentence = sentence()
      words += sentence.split(separator: " ").count
      sentences.append(sentence)
    }
    return sentences.joined(separator: " ")
  }

  mutating func list() -> String {
    (0..<3).map { _ in "- " + prose(12) }.joined(separator: "\n")
  }

  mutating func table() -> String {
    let rows = Function.all.map { "| \($0.name) | 0.\(state % 997) | \(pick(adjectives)) |" }
    return "| name | f(0) | slope |\n| --- | --- | --- |\n" + rows.joined(separator: "\n")
  }
}
