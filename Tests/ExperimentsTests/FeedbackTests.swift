import Activations
import Experiments
import Figures
import Testing

@Suite struct FeedbackExperimentTests {
  @Test func `one unit through tanh ends where the literature says, by weight`() throws {
    let table = try figures("closed-loop").tables[0]
    let expected: [(String, Double, Double, String, String)] = [
      ("0.5", 0, 0.5, "1", "fixed, attracting"), ("0.9", 0, 0.9, "1", "fixed, attracting"),
      ("1", 0.00866, 0.999925, "–", "not settled"), ("1.1", 0.5029405749, 0.821756, "1", "fixed, attracting"),
      ("1.5", 0.8585596366, 0.394313, "1", "fixed, attracting"),
      ("2", 0.9575040241, 0.166372, "1", "fixed, attracting"),
      ("3", 0.9949015285, 0.030513, "1", "fixed, attracting"), ("−0.5", 0, -0.5, "1", "fixed, attracting"),
      ("−1.5", 0.8585596366, -0.394313, "2", "cycle, attracting"),
    ]
    #expect(table.rows.count == expected.count)
    for (weight, state, multiplier, period, verdict) in expected {
      let row = try #require(table[weight])
      #expect((number(row[1]) - state).magnitude < (weight == "1" ? 1e-5 : 1e-9), "w = \(weight)")
      #expect((number(row[2]) - multiplier).magnitude < 1e-6, "w = \(weight)")
      #expect(Array(row[3...]) == [period, verdict], "w = \(weight)")
    }
  }

  @Test func `a loop that grows without bound is said to, and drawn as far as it goes`() throws {
    let found = try figures(
      "closed-loop", [("activation", "relu"), ("weights", [1.5, 0.5]), ("start", 1), ("shown", 100)])
    #expect(found.tables[0].rows[0][4] == "grows without bound" && found.tables[0].rows[0][1] == "∞")
    #expect(found.plots[0].series[0].ys.contains { $0.isNaN })
    #expect(found.plots.count == 3)
  }

  @Test func `two units rest below gain 1 and circle above it`() throws {
    let table = try figures("limit-cycle").tables[0]
    let radii = table.rows.map { (number($0[2]), number($0[3])) }
    #expect(radii[0] == (0, 0))
    // Like the scalar loop at w = 1, the radius still creeps to 0.
    #expect((0.02...0.025).contains(radii[1].0) && (0.02...0.025).contains(radii[1].1))
    #expect((radii[2].0 - 0.733804).magnitude < 1e-5 && (radii[2].1 - 0.784187).magnitude < 1e-5)
    #expect((radii[3].0 - 0.983356).magnitude < 1e-4 && (radii[3].1 - 1.254846).magnitude < 1e-4)
  }

  @Test func `gradients through time shrink below radius 1, and grow above it unless tanh holds them`() throws
  {
    let found = try figures(
      "gradient-through-time",
      [("radii", [0.5, 1, 2]), ("width", 16), ("steps", 30), ("networks", 2)])
    let rows = found.tables[0].rows.map { $0.dropFirst().map { number($0) } }
    for row in rows {
      // With the same weights a bounded slope makes every factor smaller.
      #expect(row[0] < row[2] && row[1] < row[2])
    }
    #expect(rows[0].allSatisfy { $0 < 1e-6 } && rows[2][2] > 1e7)
    #expect((0.01...100).contains(rows[1][2]))
    // A linear network's norm is multiplied by (ρ/ρ′)ᵗ: 2³⁰.
    #expect((rows[2][2] / rows[1][2] / 0x1p30 - 1).magnitude < 0.01)
    #expect(found.plots.count == 3 && found.plots[0].series.map(\.count) == [30, 30, 30])
  }

  @Test func `more columns than a phone shows are refused`() {
    #expect(
      problems("gradient-through-time", [("activations", ["relu", "tanh", "gelu", "silu", "mish"])])
        == ["'activations' may name at most 4, but names 5"])
    #expect(
      problems("delayed-recall", [("lags", [1, 2, 3, 4, 5])]) == ["'lags' may name at most 4, but names 5"])
  }

  @Test func `a network with feedback learns to recall over a short lag, one without cannot`() throws {
    let table = try figures(
      "delayed-recall",
      [
        ("cells", ["memoryless", "elman"]), ("lags", 3), ("seeds", 1), ("steps", 120), ("batch", 16),
        ("width", 8), ("rate", 0.02), ("noise", 0.3),
      ]
    ).tables[0]
    #expect((0.4...0.6).contains(number(table.rows[0][1])))
    #expect(number(table.rows[1][1]) > 0.95)
  }

  @Test func `every cell can be asked, and the seed decides`() throws {
    let cells: ParameterValue = [
      "memoryless", "jordan", "elman", "relu", "irnn", "lstm", "lstmForget", "gru",
    ]
    func rows(_ seed: ParameterValue) throws -> [[String]] {
      try figures(
        "delayed-recall",
        [
          ("cells", cells), ("lags", [1, 2]), ("seeds", 2), ("steps", 3), ("batch", 4), ("width", 3),
          ("seed", seed),
        ]
      ).tables[0].rows
    }
    let first = try rows(1)
    #expect(first.count == 8 && first.allSatisfy { numbers($0[1]).count == 2 && numbers($0[2]).count == 2 })
    #expect(try rows(1) == first && rows(5) != first)
  }

  @Test func `without clipping exploding gradients end the training, with it the loss falls`() throws {
    let table = try figures(
      "gradient-clipping", [("steps", 60), ("batch", 4)]
    ).tables[0]
    func losses(_ row: [String]) -> [Double] {
      row[3].split(separator: "→").map { $0.contains("∞") ? .infinity : number($0.filter { $0 != " " }) }
    }
    let (without, with) = (table.rows[0], table.rows[1])
    #expect(without[1] == "none" && losses(without)[0] > 1e3 && !losses(without)[1].isFinite)
    #expect(number(without[2]) < 60 && with[2] == "60")
    #expect(losses(with)[0] == losses(without)[0] && losses(with)[1] < 1e-6 * losses(with)[0])
  }

  @Test func `clipping does nothing for gradients that vanish`() throws {
    let table = try figures(
      "gradient-clipping", [("length", 30), ("width", 8), ("steps", 10), ("batch", 4), ("clip", 100)]
    ).tables[0]
    let (without, with) = (table.rows[6], table.rows[7])
    #expect(without[0] == "tanh, ρ = 0.5" && without[1] == "none" && with[1] == "100")
    #expect(Array(without[2...]) == Array(with[2...]))
  }

  @Test func `a memory with few patterns recalls all, one with too many none, and the energy never rises`()
    throws
  {
    let found = try figures(
      "hopfield", [("units", 60), ("loads", [0.05, 0.5]), ("networks", 2), ("probes", 5)])
    let rows = found.tables[0].rows
    #expect(rows[0][1] == "3" && number(rows[0][2]) >= 0.9 && number(rows[1][2]) <= 0.2)
    #expect(rows.allSatisfy { $0[4] == "0" })
    let energies = found.plots[1].series[0].ys
    #expect(zip(energies, energies.dropFirst()).allSatisfy { $1 <= $0 } && energies.count > 60)
  }

  @Test func `the load of a memory is that of its whole number of patterns`() throws {
    let given: [(name: String, value: ParameterValue)] = [
      ("units", 20), ("loads", 0.138), ("networks", 1), ("probes", 1),
    ]
    #expect(try figures("hopfield", given).tables[0].rows[0].prefix(2) == ["0.15", "3"])
  }

  @Test func `letters are recalled from a fifth of wrong dots`() throws {
    guard case .imageGrid(let grid) = try figures("hopfield", [("loads", 0.05), ("probes", 1)])[0] else {
      Issue.record("the letters are not shown first")
      return
    }
    #expect(grid.images.count == 12 && grid.columns == 3)
    for row in 0..<4 {
      let (stored, given, recalled) = (
        grid.images[3 * row], grid.images[3 * row + 1], grid.images[3 * row + 2]
      )
      #expect(stored.pixels == recalled.pixels && stored.width == 12 && stored.height == 12)
      #expect(zip(stored.pixels, given.pixels).filter { $0 != $1 }.count == 29)
    }
  }
}

@Suite struct NumberListTests {
  @Test func `a list of numbers is checked number by number, and one number may stand for a list`() throws {
    #expect(
      problems("closed-loop", [("weights", [0.5, 1000, "big"])]) == [
        "'weights' must lie between -100 and 100, but is 1000",
        "'weights' must be a number, not big",
      ])
    #expect(problems("closed-loop", [("weights", [])]) == ["'weights' must name at least one"])
    #expect(problems("closed-loop", [("weights", "big")]) == ["'weights' must be a list of numbers, not big"])
    #expect(
      problems("delayed-recall", [("lags", [2.5, 0])]) == [
        "'lags' must be a whole number, but is 2.5", "'lags' must lie between 1 and 200, but is 0",
      ])
    let loop = try #require(Experiment.named("closed-loop"))
    #expect(loop.validate([("weights", 2)]).parameters?.numbers("weights") == [2])
    let recall = try #require(Experiment.named("delayed-recall"))
    #expect(recall.validate([("lags", 3)]).parameters?.integers("lags") == [3])
    #expect("\(Parameter.Kind.numbers(-1...2.5))" == "a list of numbers from -1 to 2.5")
    #expect("\(Parameter.Kind.integers(1...9))" == "a list of whole numbers from 1 to 9")
  }
}
