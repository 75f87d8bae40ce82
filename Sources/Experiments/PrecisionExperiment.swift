import Activations
import Figures

extension Experiment {
  static let precision = Experiment(
    "precision",
    "Measures how many digits a formula loses when it is computed as textbooks write it.",
    parameters: [
      Parameter(
        "formula", .choice(TextbookFormula.all.map(\.name)), default: "gelu",
        "The function whose formula is computed."),
      .from(-40), .to(40),
      Parameter(
        "points", .integer(12...4001), default: 200,
        "How many points are compared, equally far apart; beside 0 there are more, down to a 10⁻¹⁶ of their distance."
      ),
    ],
    constraint: Experiment.boundsAreOrdered
  ) { parameters, show in
    guard let formula = TextbookFormula.all.first(where: { $0.name == parameters.text("formula") }) else {
      return
    }
    let xs = comparedPoints(parameters)
    show(.plot(Plot(lossesOf: formula, at: xs)))
    show(.table(Table(worstOf: formula, among: xs)))
    show(.table(Table(failuresOf: formula)))
  }
}

/// Points at equal distances and, where 0 is among them, three for every power of ten on both sides of it: that is where
/// differences of nearly equal numbers lose their digits.
private func comparedPoints(_ parameters: ExperimentParameters) -> [Double] {
  let (from, to) = (parameters.number("from"), parameters.number("to"))
  let xs = linspace(from, to, parameters.integer("points"))
  guard from <= 0, to >= 0 else { return xs }
  let sizes = (1...48).map { (xs[1] - xs[0]) * exp(-Double($0) / 3 * log(10)) }
  let near = (sizes + sizes.map { -$0 }).filter { (from...to).contains($0) }
  return (xs + near).sorted()
}

/// Where a formula first fails altogether, coming from 0.
struct FormulaFailure {
  /// What becomes of the result.
  enum Kind: String, CaseIterable {
    case zero = "0"
    case infinite = "∞"
    case notANumber = "NaN"
  }

  let kind: Kind
  /// The place next to 0 from which on it does.
  let position: Double
  /// What the result should be.
  let expected: Double

  /// The failures on both sides.
  static func all(of formula: TextbookFormula) -> [FormulaFailure] {
    [-1.0, 1].flatMap { sign in Kind.allCases.compactMap { first($0, of: formula, sign) } }
  }

  private static func first(_ kind: Kind, of formula: TextbookFormula, _ sign: Double) -> FormulaFailure? {
    let fails = { (x: Double) in kind.describes(formula.naive(x)) && !kind.describes(formula.careful(x)) }
    var good = 0.0
    var size = 0x1p-30
    while size < 0x1p1020 {
      if fails(sign * size) {
        let place = border(from: good, to: sign * size, fails)
        return FormulaFailure(kind: kind, position: place, expected: formula.careful(place))
      }
      good = sign * size
      size *= 1.0625
    }
    return nil
  }

  private static func border(from good: Double, to bad: Double, _ fails: (Double) -> Bool) -> Double {
    var (good, bad) = (good, bad)
    for _ in 0..<60 {
      let middle = good / 2 + bad / 2
      if fails(middle) { bad = middle } else { good = middle }
    }
    return bad
  }
}

extension FormulaFailure.Kind {
  fileprivate func describes(_ result: Double) -> Bool {
    switch self {
    case .zero: result == 0
    case .infinite: result.isInfinite
    case .notANumber: result.isNaN
    }
  }
}

extension Plot {
  fileprivate init(lossesOf formula: TextbookFormula, at xs: [Double]) {
    self.init(
      title: "\(formula.name) as \(formula.text)",
      series: [.points("distance", xs, xs.map { formula.distance(at: $0) ?? .nan })],
      x: Axis("x", lower: xs.first, upper: xs.last),
      y: Axis("error in units in the last place", lower: 0.7, scale: .logarithmic))
  }
}

extension Table {
  /// The worst point of each sixth of the range.
  fileprivate init(worstOf formula: TextbookFormula, among xs: [Double]) {
    let (first, last) = (xs[0], xs[xs.count - 1])
    let parts = (0..<6).map { part in
      xs.filter { min(5, Int(($0 - first) / (last - first) * 6)) == part }
    }
    let loss = { (x: Double) in formula.distance(at: x) ?? .infinity }
    self.init(
      ["x", "textbook", "catalogue", "ULP"],
      rows: parts.compactMap { part in part.max { loss($0) < loss($1) } }.map { x in
        [short(x, 5), short(formula.naive(x), 4), short(formula.careful(x), 4), short(loss(x), 2)]
      },
      alignment: [.trailing, .trailing, .trailing, .trailing],
      caption: "The worst point of each sixth of the range.")
  }

  fileprivate init(failuresOf formula: TextbookFormula) {
    let failures = FormulaFailure.all(of: formula)
    self.init(
      ["result", "from x =", "instead of"],
      rows: failures.isEmpty
        ? [["fails nowhere", "", ""]]
        : failures.map { [$0.kind.rawValue, short($0.position, 6), short($0.expected, 6)] },
      alignment: [.leading, .trailing, .trailing])
  }
}
