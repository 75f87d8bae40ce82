import Activations
import Experiments
import Figures
import Testing

private func optima(_ name: String, at x: Double, _ precision: String = "float64") throws -> [String:
  [Double]]
{
  let given: [(name: String, value: ParameterValue)] = [
    ("activation", .string(name)), ("at", .number(x)), ("precision", .string(precision)),
  ]
  let table = try figures("derivative-sweep", given).tables[0]
  return Dictionary(uniqueKeysWithValues: table.rows.map { ($0[0], numbers($0[1]) + numbers($0[2])) })
}

@Suite struct StepExperimentTests {
  @Test(arguments: [("tanh", 1.0), ("exponential", 1), ("gelu", 1), ("gelu", -3), ("sine", 2)])
  func `the model foretells step and error to a decade`(name: String, x: Double) throws {
    let found = try optima(name, at: x)
    for rule in ["forward", "central2", "central4", "central6"] {
      let numbers = try #require(found[rule])
      #expect((0.1...10).contains(numbers[0] / numbers[1]), "\(rule), step \(numbers)")
      #expect((0.5...30).contains(numbers[2] / numbers[3]), "\(rule), error \(numbers)")
    }
  }

  @Test func `each order of a rule, extrapolation and the complex step gain digits`() throws {
    let found = try optima("tanh", at: 1)
    let errors = ["forward", "central2", "central4", "central6", "complex step"].map {
      found[$0]?.last ?? .nan
    }
    #expect(zip(errors, errors.dropFirst()).allSatisfy { $0 > $1 })
    #expect(errors[0] > 1e-9 && errors[4] < 1e-15)
    #expect(try #require(found["Richardson"]?.last) < 1e-13)
  }

  @Test func `in single precision the best step is longer and the error larger`() throws {
    let (double, single) = (try optima("gelu", at: 1), try optima("gelu", at: 1, "float32"))
    for rule in ["forward", "central2", "central4", "central6"] {
      #expect(try #require(single[rule])[1] > #require(double[rule])[1])
      #expect(try #require(single[rule])[3] > 1e4 * #require(double[rule])[3])
    }
    #expect(single["complex step"] == nil)
  }

  @Test func `halving the step of the central difference divides truncation by four`() throws {
    let plots = try figures("derivative-sweep", [("activation", "tanh")]).plots
    let central = try #require(plots.first { $0.title == "central2" })
    let measured = central.series[0].ys
    for index in 3..<8 { #expect((3.9...4.1).contains(measured[index] / measured[index + 1])) }
    let (truncation, rounding) = (central.series[1].ys, central.series[2].ys)
    #expect(truncation[5] > truncation[6] && rounding[5] < rounding[6])
  }

  @Test func `where there is no slope there is nothing to sweep`() {
    #expect(
      problems("derivative-sweep", [("activation", "relu"), ("at", 0)]) == [
        "'relu' has no slope at 0; the experiment 'kink-lab' looks at such places"
      ])
    #expect(problems("derivative-sweep", [("activation", "elu"), ("at", 0)]).isEmpty)
  }

  @Test(arguments: ["tanh", "sigmoid", "gelu", "silu", "softplus", "mish"])
  func `the course's check finds every planted mistake, and those of others do not`(name: String) throws {
    let tables = try figures("planted-bug-lab", [("activation", .string(name)), ("points", 41)]).tables
    let mistakes = tables[0].rows.dropFirst()
    #expect(tables[0].rows[0] == ["none, it is right", "no", "no", "no", "no"])
    #expect(mistakes.count > 10 && mistakes.allSatisfy { $0[4] == "yes" })
    #expect(mistakes.contains { $0[1] == "no" } && mistakes.contains { $0[2] == "no" })
  }

  @Test func `gradcheck sees no error of a thousandth, check_grads none of a hundred-thousandth`() throws {
    let sizes = try figures("planted-bug-lab", [("activation", "tanh")]).tables[1]
    func answers(_ size: String) -> [String]? { sizes[size].map { Array($0.dropFirst()) } }
    #expect(answers("0.003") == ["yes", "yes", "yes", "yes"])
    #expect(answers("0.001")?.prefix(2) == ["no", "yes"])
    #expect(answers("3e−5")?.prefix(2) == ["no", "yes"])
    #expect(answers("1e−5") == ["no", "no", "no", "yes"])
    #expect(answers("1e−10") == ["no", "no", "no", "yes"])
  }

  @Test func `only the course's check accuses no right derivative of the catalogue`() throws {
    let summary = try figures("planted-bug-lab", [("activation", "relu"), ("points", 33)]).tables[2]
    let refused = summary.rows.map { numbers($0[2])[0] }
    #expect(refused.last == 0 && refused.dropLast().allSatisfy { $0 >= 10 })
    #expect(summary.rows[0][1].hasPrefix("0 of"), "gradcheck refuses the right slope of ReLU at 0 too")
  }
}
