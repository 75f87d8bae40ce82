import Activations
import Figures

extension Experiment {
  static let conventionTable = Experiment(
    "convention-table",
    "Lists what the frameworks and the catalogue return exactly at the kinks, where mathematics leaves a choice.",
    parameters: [
      .activations(default: "kinked", "Which activations or groups; those without kinks have no rows."),
      Parameter("notes", .flag, default: true, "Whether what surprises about each activation is listed too."),
    ],
    constraint: { parameters in
      guard parameters.activations.allSatisfy(\.kinks.isEmpty) else { return [] }
      return [
        ExperimentProblem(
          "activations", "none of 'activations' has a kink",
          suggestion: "the group 'kinked' names those that have")
      ]
    }
  ) { parameters, show in
    let activations = parameters.activations.filter { !$0.kinks.isEmpty }
    show(.table(Table(conventionsOf: activations)))
    if parameters.flag("notes") { show(.table(Table(notesOf: activations))) }
  }
}

extension Table {
  /// What is returned at the kinks, a row for each answer that differs.
  init(conventionsOf activations: [Activation]) {
    self.init(
      ["kink, slopes beside it", "value, slope", "chosen by"],
      rows: activations.flatMap { activation in
        activation.kinks.flatMap { kink in KinkAnswers(activation, kink).rows }
      },
      alignment: [.leading, .leading, .leading],
      caption: "The slopes beside a kink bound its sub-gradients.")
  }

  /// What is noted of the activations.
  init(notesOf activations: [Activation]) {
    self.init(
      ["activation", "note"],
      rows: activations.flatMap { activation in (activation.facts?.notes ?? []).map { [activation.name, $0] }
      },
      alignment: [.leading, .leading])
  }
}

/// What the catalogue and the frameworks return at one kink.
struct KinkAnswers {
  /// A value and a slope, and who returns them.
  struct Answer {
    var value: Double
    var slope: Double?
    var givers: [String]

    /// Whether it is this value and slope but for the last few bits.
    func agrees(_ value: Double, _ slope: Double?) -> Bool {
      guard Self.isSame(self.value, value), let own = self.slope, let slope else {
        return Self.isSame(self.value, value) && self.slope == nil && slope == nil
      }
      return Self.isSame(own, slope)
    }

    private static func isSame(_ a: Double, _ b: Double) -> Bool {
      (a - b).magnitude <= 1e-12 * max(a.magnitude, b.magnitude)
    }
  }

  let activation: Activation
  let kink: Kink

  init(_ activation: Activation, _ kink: Kink) { (self.activation, self.kink) = (activation, kink) }

  /// The different answers, the catalogue's first.
  var answers: [Answer] {
    let x = kink.position
    var answers = [Answer(value: activation(x), slope: activation.derivative(x), givers: ["here"])]
    for convention in kink.conventions {
      let (value, slope) = (convention.value, convention.slope)
      if let known = answers.firstIndex(where: { $0.agrees(value, slope) }) {
        answers[known].givers.append(convention.framework.name)
      } else {
        answers.append(Answer(value: value, slope: slope, givers: [convention.framework.name]))
      }
    }
    return answers
  }

  /// The slopes of both sides; those next to the kink, where they are not recorded.
  var slopes: (left: Double, right: Double) {
    let x = kink.position
    return (
      kink.left?.slope ?? activation.derivative(x.nextDown),
      kink.right?.slope ?? activation.derivative(x.nextUp)
    )
  }

  /// Whether a slope is one of the subgradients: between those of both sides, the value being continuous.
  func isMember(_ slope: Double) -> Bool {
    guard kink.kind != .jump else { return false }
    let (left, right) = slopes
    return slope >= min(left, right) && slope <= max(left, right)
  }

  /// One row for each answer.
  var rows: [[String]] {
    answers.enumerated().map { index, answer in
      let (left, right) = slopes
      let beside = kink.kind == .jump ? "jump" : interval(left, right, 3)
      let place = "\(activation.name) \(short(kink.position)), \(beside)"
      return [
        index == 0 ? place : "", "\(short(answer.value)), \(text(of: answer.slope))", givers(of: answer),
      ]
    }
  }

  /// Who chose an answer, where not all did.
  private func givers(of answer: Answer) -> String {
    answer.givers.count == kink.conventions.count + 1 ? "all" : answer.givers.joined(separator: ", ")
  }

  private func text(of slope: Double?) -> String {
    guard let slope else { return "refused" }
    return short(slope) + (kink.kind == .jump || isMember(slope) ? "" : " (outside)")
  }
}
