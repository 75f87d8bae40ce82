import Activations
import Experiments
import Figures
import Testing

private func expectDrawable(_ figures: [Figure], _ what: String) {
  #expect(!figures.isEmpty, "\(what) shows nothing")
  for figure in figures {
    let (svg, text) = (figure.svg(id: "figure"), figure.ascii(width: 80))
    #expect(svg.contains("<svg") && !text.isEmpty, "\(what) is not drawn")
    #expect(text.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) }, "\(what) is not in 7 bits")
  }
  for plot in figures.plots {
    let svg = plot.svg(id: "plot")
    #expect(!svg.contains("\"nan") && !svg.contains(" nan") && !svg.contains(" inf "), "\(what) has no place")
  }
}

@Suite struct EveryExperimentTests {
  @Test(arguments: Activation.catalog.map(\.name))
  func `every experiment runs with every activation and shows what can be drawn`(activation: String) throws {
    for experiment in Experiment.catalog {
      guard experiment.parameters.contains(where: { $0.allowed.contains(activation) }) else { continue }
      var given = experiment.trial.filter { name, _ in
        !experiment.parameters.contains { $0.name == name && $0.allowed.contains(activation) }
      }
      for parameter in experiment.parameters where parameter.allowed.contains(activation) {
        guard parameter.name != "reference" else { continue }
        given.append((parameter.name, .string(activation)))
      }
      let validated = experiment.validate(given)
      guard let parameters = validated.parameters else {
        #expect(!validated.problems.isEmpty)
        continue
      }
      expectDrawable(experiment.figures(parameters), "\(experiment.name) of \(activation)")
    }
  }

  @Test(arguments: Experiment.catalog.map(\.name))
  func `the ends of what a number may be are drawn or refused`(name: String) throws {
    let experiment = try #require(Experiment.named(name))
    for parameter in experiment.parameters {
      for value in ends(of: parameter) {
        let given = experiment.trial.filter { $0.name != parameter.name } + [(parameter.name, value)]
        let validated = experiment.validate(given)
        #expect((validated.parameters == nil) == !validated.problems.isEmpty)
        guard let parameters = validated.parameters else { continue }
        expectDrawable(experiment.figures(parameters), "\(name) with \(parameter.name) \(value)")
      }
    }
  }

  @Test(arguments: Experiment.catalog.map(\.name))
  func `a number beyond its ends is a problem`(name: String) throws {
    let experiment = try #require(Experiment.named(name))
    for parameter in experiment.parameters {
      let beyond: [Double] =
        switch parameter.kind {
        case .number(let limits): [limits.lowerBound.nextDown, limits.upperBound.nextUp, .nan]
        case .integer(let limits):
          [Double(limits.lowerBound - 1), Double(limits.upperBound + 1), 2.5, .infinity]
        default: []
        }
      for value in beyond {
        #expect(
          experiment.validate([(parameter.name, .number(value))]).problems.count == 1, "\(parameter.name)")
      }
    }
  }

  /// Those that are over before one could ask how far they are.
  private static let silent: Set = [
    "activation-gallery", "activation", "compare-activations", "saturation", "precision", "derivative-check",
    "derivative-sweep", "planted-bug-lab", "kink-lab", "convention-table", "closed-loop", "limit-cycle",
    "linear-collapse", "backpropagation-trace", "model-size",
  ]

  @Test(arguments: Experiment.catalog.map(\.name))
  func `what takes its time tells of steps up to the last, which changes nothing`(name: String) throws {
    let experiment = try #require(Experiment.named(name))
    let parameters = try #require(experiment.validate(experiment.trial).parameters)
    var told: [TrainingProgress] = []
    var shown: [Figure] = []
    experiment.run(parameters, progress: { told.append($0) }) { shown.append($0) }
    #expect(told.isEmpty == Self.silent.contains(name))
    #expect(told.last.map { $0.step == $0.total } ?? true, "\(told)")
    #expect(zip(told, told.dropFirst()).allSatisfy { $0.step < $1.step && $0.total == $1.total })
    #expect(shown.map { $0.encoded() } == experiment.figures(parameters).map { $0.encoded() })
  }

  @Test func `trainings that end early count up to the last step, too`() throws {
    for (name, values) in Self.divergent {
      let experiment = try #require(Experiment.named(name))
      let parameters = try #require(experiment.validate(values).parameters)
      var told: [TrainingProgress] = []
      experiment.run(parameters, progress: { told.append($0) }) { _ in }
      #expect(told.last.map { $0.step == $0.total } == true, "\(name): \(told)")
      #expect(zip(told, told.dropFirst()).allSatisfy { $0.step < $1.step }, "\(name)")
      #expect(told.contains { $0.loss?.isFinite == false }, "\(name) did not diverge")
    }
  }

  private static let divergent: [(String, [(name: String, value: ParameterValue)])] = [
    ("learning-rate", [("from", 50), ("to", 100), ("activation", "relu"), ("steps", 100)]),
    ("gradient-clipping", [("length", 200), ("width", 16), ("steps", 5), ("batch", 4)]),
    (
      "dead-units",
      [
        ("from", 50), ("to", 100), ("activation", "identity"), ("count", 2), ("width", 4), ("steps", 60),
        ("seeds", 1),
      ]
    ),
  ]

  @Test func `a table fits a phone: five columns at most`() throws {
    for experiment in Experiment.catalog where experiment.name != "activation-gallery" {
      let parameters = try #require(experiment.validate(experiment.trial).parameters)
      for table in experiment.figures(parameters).tables {
        #expect(table.columnCount <= 5, "\(experiment.name)")
      }
    }
  }

  /// The ends of a number, of a width of a network only the lower one.
  private func ends(of parameter: Parameter) -> [ParameterValue] {
    switch parameter.kind {
    case .number(let limits): [.number(limits.lowerBound), .number(limits.upperBound)]
    case .integer(let limits):
      [.number(Double(limits.lowerBound))] + (limits.count <= 100 ? [.number(Double(limits.upperBound))] : [])
    case .flag: [true, false]
    default: []
    }
  }
}
