import Activations
import Experiments
import Figures
import Testing

@Suite struct ExperimentTests {
  @Test(arguments: Experiment.catalog.map(\.name))
  func `an experiment runs, and shows the same twice`(name: String) throws {
    let experiment = try #require(Experiment.named(name))
    let parameters = try #require(experiment.validate(experiment.trial).parameters)
    let figures = experiment.figures(parameters)
    #expect(!figures.isEmpty)
    #expect(figures.map { $0.encoded() } == experiment.figures(parameters).map { $0.encoded() })
    for figure in figures { #expect(try Figure.decode(figure.encoded()).encoded() == figure.encoded()) }
  }

  @Test(arguments: Experiment.catalog.map(\.name))
  func `defaults are values that a lesson could have written`(name: String) throws {
    let experiment = try #require(Experiment.named(name))
    let written = experiment.parameters.map { (name: $0.name, value: $0.defaultValue) }
    #expect(experiment.validate(written).problems.isEmpty)
    #expect(experiment.validate(written).parameters == experiment.validate([]).parameters)
    #expect(
      experiment.summary.hasSuffix(".") && experiment.parameters.allSatisfy { $0.summary.hasSuffix(".") })
  }

  @Test func `everything that is wrong is said at once, with a way out`() {
    let found = problems(
      "derivative-check",
      [
        ("activaton", "gelu"), ("activation", "gleu"), ("points", 1), ("from", "left"), ("to", 1e9),
        ("points", 2.5),
      ])
    #expect(
      found == [
        "the experiment 'derivative-check' has no parameter 'activaton'; did you mean 'activation'?",
        "unknown value 'gleu' for 'activation'; did you mean 'gelu'?",
        "'points' must lie between 2 and 20001, but is 1",
        "'from' must be a number, not left",
        "'to' must lie between -1000000 and 1000000, but is 1000000000",
        "'points' is given twice",
        "'points' must be a whole number, but is 2.5",
      ])
  }

  @Test func `values that exclude each other are a problem too`() {
    #expect(
      problems("derivative-check", [("from", 3), ("to", 3)]) == [
        "'from' must be below 'to', but is 3; 'to' is 3"
      ])
  }

  @Test func `a list is checked word by word, and one word may stand for a list`() throws {
    let listed =
      "all, bounded, unbounded, kinked, smooth, monotone, odd, identity, step, sigmoid, hardSigmoid, logSigmoid"
      + " and 45 more"
    #expect(
      problems("activation-gallery", [("activations", ["gelu", "rleu", 7, "swooooosh"])]) == [
        "unknown value 'rleu' for 'activations'; did you mean 'relu'?",
        "'activations' must be a list out of \(listed), but one is 7",
        "unknown value 'swooooosh' for 'activations'; known are \(listed)",
      ])
    #expect(problems("activation-gallery", [("activations", [])]) == ["'activations' must name at least one"])
    let gallery = try #require(Experiment.named("activation-gallery"))
    #expect(gallery.validate([("activations", "relu")]).parameters?.words("activations") == ["relu"])
  }

  @Test func `a kind says its limits, and a long list how much longer it is`() {
    #expect("\(Parameter.Kind.number(0...2.5))" == "a number from 0 to 2.5")
    #expect("\(Parameter.Kind.integer(2...100))" == "a whole number from 2 to 100")
    let long = Parameter.Kind.choice((1...20).map { "w\($0)" })
    #expect(long.inBrief.hasSuffix("w11, w12 and 8 more") && long.description.hasSuffix("w19, w20"))
    let short = Parameter.Kind.choice(["a", "b"])
    #expect(short.inBrief == short.description && short.description == "one of a, b")
  }

  @Test func `an experiment is found by its own name only`() {
    #expect(Experiment.catalog.map(\.name).allSatisfy { Experiment.named($0)?.name == $0 })
    #expect(Experiment.named("derivative-chek") == nil)
  }

  @Test func `the derivative check shows one check, of the activation asked for`() throws {
    let experiment = try #require(Experiment.named("derivative-check"))
    let parameters = try #require(experiment.validate([("activation", "relu"), ("points", 81)]).parameters)
    guard case .check(let check)? = experiment.figures(parameters).first else {
      Issue.record("no check was shown")
      return
    }
    #expect(check.name == "relu" && check.passed && check.points == 80)
    #expect(check.notes.first == "kink at x = 0: slopes 0 and 1, stated 0 lies between them")
  }

  @Test func `the gallery hands over its two plots as one figure, then its table`() throws {
    let experiment = try #require(Experiment.named("activation-gallery"))
    let parameters = try #require(experiment.validate([("activations", ["relu", "gelu"])]).parameters)
    var kinds: [String] = []
    experiment.run(parameters) { figure in
      switch figure {
      case .group(let parts):
        for case .plot(let plot) in parts { kinds.append(plot.series.map(\.label).joined(separator: " ")) }
      case .table(let table): kinds.append("table of \(table.rows.count)")
      default: kinds.append("other")
      }
    }
    #expect(kinds == ["relu gelu", "relu′ gelu′", "table of 2"])
  }

  @Test func `a wrong derivative is reported with its numbers`() {
    let wrong = Activation("wrong", value: gelu, derivative: { geluDerivative($0) * 1.001 })
    let check = wrong.checkDerivative().report
    #expect(!check.passed && check.margin > 1e6 && check.figures.count == 3)
    #expect(check.description.hasPrefix("✗ wrong: failed, stated derivative against slopes measured"))
    let kinked = Activation("kinked", value: relu, derivative: { $0 == 0 ? 2 : reluDerivative($0) })
    let report = kinked.checkDerivative().report
    #expect(!report.passed && report.worstPoint == 0 && report.stated == 2 && report.margin == .infinity)
    #expect(report.notes.first == "kink at x = 0: slopes 0 and 1, stated 2 does not lie between them")
  }

  @Test func `a curve goes through the corner, a derivative breaks off there`() {
    let plot = Plot.values(of: [.relu], over: -3...4)
    #expect(plot.series[0].xs.contains(0))
    let slopes = Plot.derivatives(of: [.relu], over: -3...4).series[0]
    let gap = slopes.xs.firstIndex(of: 0)
    #expect(gap.map { slopes.ys[$0].isNaN && slopes.ys[$0 - 1] == 0 && slopes.ys[$0 + 1] == 1 } == true)
  }
}
