import Activations
import Experiments
import Figures
import Testing

/// The number before a spread: 0.951 of `0.951 (0.94…0.96)`.
private func mean(_ cell: String) -> Double { numbers(cell)[0] }

@Suite struct NetworkExperimentTests {
  @Test func `linear layers collapse into one to the last digits, others do not`() throws {
    let found = try figures(
      "linear-collapse", [("depth", 6), ("activations", ["identity", "relu", "tanh"])])
    let table = found.tables[1]
    func differences(_ name: String) throws -> [Double] {
      try #require(table[name]).dropFirst().map { number($0) }
    }
    #expect(try differences("identity").allSatisfy { $0 < 1e-12 })
    #expect(try differences("relu").allSatisfy { $0 > 0.01 } && differences("tanh").allSatisfy { $0 > 0.01 })
    #expect(found.tables[0].rows.map { $0[1] } == ["432", "72"])
    let line = found.plots[0].series[0].ys
    let bends = zip(zip(line, line.dropFirst()), line.dropFirst(2)).map { $0.0 - 2 * $0.1 + $1 }
    #expect(line.count == 121 && bends.allSatisfy { $0.magnitude < 1e-12 })
  }

  @Test func `a network without nonlinearity cannot separate xor, with tanh it does`() throws {
    let given: [(name: String, value: ParameterValue)] = [
      ("data", "xor"), ("activations", ["identity", "tanh"]), ("width", 8), ("steps", 80), ("seeds", 1),
    ]
    let found = try figures("nonlinearity", given)
    #expect(try mean(#require(found.tables[0]["identity"])[1]) < 0.7)
    #expect(try mean(#require(found.tables[0]["tanh"])[1]) > 0.9)
    #expect(found.plots.count == 2 && found.plots.allSatisfy { $0.layers.count == 1 && $0.series.count == 2 })
  }

  @Test func `the trace of a step agrees with the tape and with numbers worked out on paper`() throws {
    let tables = try figures("backpropagation-trace").tables
    // tanh 1/2, and L = (0.6 tanh 0.5 − 0.9 tanh 0.1 + 0.2 − 1)².
    #expect(tables[0]["h₁"]?[2] == "0.4621" && tables[0]["L"]?[2] == "0.3751")
    #expect(
      tables[1].rows.allSatisfy { $0[2] == $0[3] } && tables[1].caption.contains("equal to the last bit"))
    #expect(tables[1]["c"]?[2] == "−1.225" && tables[1]["c"]?[4] == "0.3225")
    let still = try figures("backpropagation-trace", [("activation", "step")]).tables[1]
    for name in ["w₁", "w₂", "b₁", "b₂"] { #expect(number(still[name]?[2] ?? "") == 0) }
    #expect(number(still["v₁"]?[2] ?? "") != 0)
  }

  @Test func `gradients fade by the factors that activation and initialisation predict`() throws {
    let given: [(name: String, value: ParameterValue)] = [
      ("activations", ["sigmoid", "tanh", "relu"]), ("initializations", ["xavier", "he", "pytorch"]),
      ("depth", 10), ("width", 32), ("batch", 4), ("seeds", 2),
    ]
    let table = try figures("depth-gradients", given).tables[0]
    // The factors a layer that PyTorch gives at width 64, the depths here being smaller.
    for (name, factor) in [
      ("sigmoid, xavier", 0.231), ("tanh, xavier", 0.866), ("relu, he", 1.006), ("relu, xavier", 0.711),
      ("relu, pytorch", 0.401),
    ] {
      let found = try number(#require(table[name])[4].dropFirst())
      #expect((0.8...1.25).contains(found / factor), "\(name): \(found)")
    }
  }

  @Test func `normalization and residual connections keep the gradients of sigmoid`() throws {
    let given: [(name: String, value: ParameterValue)] = [
      ("activations", "sigmoid"), ("initializations", "xavier"), ("depth", 10), ("width", 16), ("batch", 4),
      ("seeds", 1),
    ]
    let plain = try figures("depth-gradients", given).tables[0].rows[0][3]
    let helped = try figures(
      "depth-gradients", given + [("normalization", "layer-norm"), ("residual", true)])
    #expect(number(plain) < 1e-4 && (0.2...5).contains(number(helped.tables[0].rows[0][3])))
  }

  @Test func `outputs fade with too small weights and keep their size with matched ones`() throws {
    func deviations(_ start: ParameterValue) throws -> [Double] {
      let given: [(name: String, value: ParameterValue)] = [
        ("activations", "relu"), ("initialization", start), ("depth", 8), ("width", 32), ("batch", 16),
      ]
      return try figures("activation-statistics", given).plots[0].series[0].ys
    }
    let (small, matched) = (try deviations("xavier"), try deviations("he"))
    #expect(small[7] < 0.3 * small[0] && matched[7] > 0.3 * matched[0])
  }

  @Test func `gradient descent descends, swings or diverges by the learning rate`() throws {
    let table = try figures("learning-rate", [("steps", 120)]).tables[0]
    #expect(table.rows[0][4] == "descends" && table.rows[3][4].hasPrefix("diverges at step"))
    let swinging = try figures("learning-rate", [("steps", 500), ("from", 0.2), ("to", 0.3), ("count", 2)])
    #expect(swinging.tables[0].rows.contains { $0[4] == "swings" })
  }

  @Test func `units die of a learning rate that is too large`() throws {
    let given: [(name: String, value: ParameterValue)] = [
      ("from", 0.1), ("to", 10), ("count", 2), ("width", 16), ("steps", 120), ("seeds", 1),
    ]
    let rows = try figures("dead-units", given).tables[0].rows
    #expect(number(rows[0][1].dropLast()) < 30 && number(rows[1][1].dropLast()) > 90)
    #expect(mean(rows[0][2]) > 0.5 && mean(rows[1][2]) < 0.2)
  }

  @Test func `every optimiser brings the loss down from where guessing is`() throws {
    let given: [(name: String, value: ParameterValue)] = [
      ("steps", 40), ("seeds", 1), ("schedule", "cosine"),
    ]
    let rows = try figures("optimizers", given).tables[0].rows
    // Guessing one of ten has the loss log 10 = 2.303.
    #expect(rows.map { $0[0] } == ["sgd", "momentum", "rmsprop", "adam", "adamw"])
    for row in rows { #expect(mean(row[2]) < 2.29, "\(row)") }
  }

  @Test func `behind ten layers of sigmoid a network only guesses`() throws {
    let given: [(name: String, value: ParameterValue)] = [
      ("activations", ["sigmoid", "selu"]), ("width", 16), ("epochs", 12), ("examples", 800), ("seeds", 1),
    ]
    let table = try figures("activation-shoot-out", given).tables[0]
    let (sigmoid, selu) = (try #require(table["sigmoid"]), try #require(table["selu"]))
    #expect(mean(sigmoid[2]) < 0.15 && mean(selu[1]) > 0.5)
  }

  @Test func `the same seed gives the same table, another one another`() throws {
    func table(_ seed: ParameterValue) throws -> [[String]] {
      let given: [(name: String, value: ParameterValue)] = [
        ("seed", seed), ("steps", 5), ("seeds", 1), ("optimizers", "adam"),
      ]
      return try figures("optimizers", given).tables[0].rows
    }
    #expect(try table(3) == table(3) && table(3) != table(4))
  }

  @Test func `learning rates that do not rise are refused`() {
    #expect(
      problems("dead-units", [("from", 2), ("to", 1)]) == [
        "'from' must be below 'to', but 2.0 is not below 1.0"
      ])
    #expect(problems("learning-rate", [("from", 5)]).count == 1)
  }
}
