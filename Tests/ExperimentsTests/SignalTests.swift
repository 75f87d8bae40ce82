import Activations
import Experiments
import Figures
import Testing

@Suite struct SignalExperimentTests {
  @Test func `gains are those of the literature`() throws {
    let table = try figures(
      "gain",
      [("activations", ["sigmoid", "tanh", "relu", "gelu", "silu", "selu"]), ("depth", 2), ("width", 8)]
    ).tables[0]
    let gains = table.rows.map { numbers($0[3])[0] }
    #expect(gains == [1.8462, 1.5925, 1.4142, 1.5335, 1.6765, 1])
    #expect(try numbers(#require(table["relu"])[3]) == [1.4142, 1.4142])
    #expect(try numbers(#require(table["selu"])[1]) == [1])
  }

  @Test func `moments are those of closed forms`() throws {
    func moments(_ name: String) throws -> [Double] {
      let given: [(name: String, value: ParameterValue)] = [
        ("activations", .string(name)), ("depth", 2), ("width", 8),
      ]
      return try figures("gain", given).tables[0].rows[0].dropFirst().flatMap(numbers)
    }
    // E e^(2z) = e², E sin² z = (1 − e⁻²)/2, E 1[z ≥ 0] = 1/2; ReLU² has E max(0, z)⁴ = 3/2 and E 4·max(0, z)² = 2.
    #expect(try moments("exponential") == [7.389, 7.389, 0.36788, 0.36788])
    #expect(try moments("sine").prefix(2) == [0.4323, 0.5677])
    #expect(try moments("step").prefix(1) == [0.5])
    #expect(try moments("reluSquared").prefix(2) == [1.5, 2])
  }

  @Test func `a matched gain keeps the sums of every layer, by theory exactly`() throws {
    let given: [(name: String, value: ParameterValue)] = [
      ("activations", ["tanh", "relu", "selu", "softplus"]), ("initialization", "matched"), ("width", 8),
      ("depth", 12),
    ]
    for plot in try figures("gain", given).plots {
      #expect(plot.series[0].ys.allSatisfy { ($0 - 1).magnitude < 1e-6 }, "\(plot.title)")
    }
  }

  @Test func `with He's variance ReLU keeps sums and gradients, sigmoid loses the gradients`() throws {
    let plots = try figures("gain", [("activations", ["relu", "sigmoid"]), ("depth", 20), ("width", 8)]).plots
    #expect(plots[0].series[0].ys.allSatisfy { ($0 - 1).magnitude < 1e-9 })
    #expect(plots[0].series[2].ys.allSatisfy { ($0 - 1).magnitude < 1e-9 })
    #expect(plots[1].series[2].ys[0] < 1e-18 && plots[1].series[2].ys[20] == 1)
  }

  @Test func `a wide random network does what theory says`() throws {
    let given: [(name: String, value: ParameterValue)] = [
      ("activations", ["sigmoid", "tanh"]), ("depth", 6), ("width", 200),
    ]
    for plot in try figures("gain", given).plots {
      for (theory, network) in zip(plot.series[0].ys, plot.series[1].ys) {
        #expect((0.7...1.4).contains(network / theory), "\(plot.title)")
      }
      for (theory, network) in zip(plot.series[2].ys, plot.series[3].ys) {
        #expect((0.5...2).contains(network / theory), "\(plot.title)")
      }
    }
  }

  @Test func `the seed chooses the network and nothing else`() throws {
    func plots(_ seed: ParameterValue) throws -> [Plot] {
      try figures("gain", [("activations", "tanh"), ("width", 8), ("depth", 3), ("seed", seed)]).plots
    }
    let (one, two) = (try plots(1)[0], try plots(2)[0])
    #expect(one.series[0] == two.series[0] && one.series[1] != two.series[1])
    #expect(try plots(1)[0] == one)
  }

  @Test func `the gain of 'own' is the factor of the weights`() throws {
    func last(_ gain: ParameterValue) throws -> Double {
      let given: [(name: String, value: ParameterValue)] = [
        ("activations", "identity"), ("initialization", "own"), ("gain", gain), ("depth", 5), ("width", 8),
      ]
      return try figures("gain", given).plots[0].series[0].ys[5]
    }
    #expect(try (last(2) - 1024).magnitude < 1e-6 && (last(1) - 1).magnitude < 1e-9)
  }

  @Test func `saturation begins where the slope falls below its share of the maximum`() throws {
    let table = try figures("saturation").tables[0]
    let tanh = try #require(table["tanh"])
    // 1 − tanh² x = 1/100 at x = artanh √0.99.
    #expect(tanh[2] == "−10…−2.993, 2.993…10" && tanh[1] == "1" && tanh[3] == "0.276%")
    #expect(table["sigmoid"]?[1] == "0.25")
    #expect(table["relu"]?[2] == "−10…0" && table["relu"]?[3] == "50%")
    let identity = try figures("saturation", [("activations", "identity")]).tables[0].rows[0]
    #expect(identity[2] == "nowhere" && identity[3] == "0%")
  }

  @Test func `every saturated interval is drawn in the row of its activation`() throws {
    let plot = try #require(figures("saturation", [("activations", ["tanh", "relu"])]).plots.last)
    #expect(plot.y.categories == ["tanh", "relu"] && plot.series[0].ys.filter { $0 == 1 }.count == 2)
    let rows = try figures("saturation", [("activations", "all")]).plots.flatMap(\.y.categories)
    #expect(rows == Activation.catalog.map(\.name))
  }

  @Test func `textbook formulas lose what the catalogue keeps`() throws {
    func failures(_ formula: String) throws -> [[String]] {
      try figures("precision", [("formula", .string(formula))]).tables[1].rows
    }
    let gelu = try failures("gelu")
    #expect(gelu.count == 1 && gelu[0][0] == "0" && (-8.5 ... -8.2).contains(number(gelu[0][1])))
    let slope = try failures("sigmoidDerivative")
    #expect(slope.contains { $0[0] == "0" && (36...38).contains(number($0[1])) })
    #expect(try failures("softplus").contains { $0[0] == "∞" && (709...710).contains(number($0[1])) })
    #expect(try failures("geluTanhDerivative").contains { $0[0] == "NaN" && number($0[1]) > 1e100 })
    #expect(try failures("tanhDerivative").count == 2)
  }

  @Test func `what a formula loses beside 0 is seen from afar`() throws {
    for formula in ["elu", "tanhshrink", "shiftedSoftplus"] {
      let worst = try figures("precision", [("formula", .string(formula))]).tables[0].rows
      #expect(worst.count == 6 && worst.contains { number($0[3]) > 1e12 }, "\(formula): \(worst)")
    }
  }

  @Test func `every textbook formula is right somewhere and wrong somewhere`() throws {
    let formulas = try #require(Experiment.named("precision")?.parameters.first { $0.name == "formula" })
      .allowed
    for formula in formulas {
      let distances = try [(-41.3, 40.9), (-0.1, 0.11)].flatMap { from, to in
        let given: [(name: String, value: ParameterValue)] = [
          ("formula", .string(formula)), ("from", .number(from)), ("to", .number(to)),
        ]
        return try figures("precision", given).plots[0].series[0].ys
      }
      #expect(distances.contains { $0 <= 8 }, "\(formula)")
      let fails =
        try figures("precision", [("formula", .string(formula))]).tables[1].rows[0][0] != "fails nowhere"
      #expect(fails || distances.contains { $0 > 100 }, "\(formula)")
    }
  }
}
