import Activations
import CourseModel
import CourseSite
import Experiments
import Figures

extension ActivationReference {
  /// The reference of the whole catalogue; the figures are those of the experiment `activation`.
  static func catalog(phrasebooks: [String: Phrasebook]) -> ActivationReference {
    ActivationReference(
      entries: Activation.Family.allCases.flatMap { family in
        family.members.map { Entry($0, in: family) }
      }, phrasebooks: phrasebooks, figures: Self.card)
  }

  private static func card(of name: String) -> [Figure] {
    guard let experiment = Experiment.named("activation"),
      let parameters = experiment.validate([("activation", .string(name))]).parameters
    else { return [] }
    return experiment.figures(parameters)
  }
}

extension ActivationReference.Entry {
  /// What the catalogue says of `activation`, with values that it has now.
  fileprivate init(_ activation: Activation, in family: Activation.Family) {
    var code = ColouredCode()
    let call = "Activation.\(activation.name)"
    for (call, value) in [(call, activation(0.5)), (call + ".derivative", activation.derivative(0.5))] {
      code.add(call + "(")
      code.add("0.5", .number)
      code.add(")\n")
      code.add("// \(value)", .comment)
      code.add("\n")
    }
    self.init(
      name: activation.name, title: activation.facts?.title ?? activation.name, formula: activation.formula,
      derivativeFormula: activation.derivativeFormula, code: code.text, syntax: code.spans,
      family: family.title, curve: activation.graph)
  }
}

/// Code that is put together from pieces with their colours.
private struct ColouredCode {
  private(set) var text = ""
  private(set) var spans: [SyntaxSpan] = []

  mutating func add(_ piece: String, _ kind: SyntaxSpan.Kind = .identifier) {
    spans.append(SyntaxSpan(start: text.utf8.count, length: piece.utf8.count, kind: kind))
    text += piece
  }
}

extension Activation {
  /// The graph from −4 to 4 in pieces between jumps.
  fileprivate var graph: [[SIMD2<Double>]] {
    let ends = [-4] + kinks.filter { $0.kind == .jump }.map(\.position).sorted() + [4]
    return zip(ends, ends.dropFirst()).map { start, end in
      (Int(start * 8)...Int(end * 8)).map { eighths in
        let x = Double(eighths) / 8
        return SIMD2(x, self(min(max(x, start.nextUp), end.nextDown)))
      }
    }
  }
}
