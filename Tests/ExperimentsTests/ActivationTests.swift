import Activations
import Experiments
import Figures
import Testing

@Suite struct ActivationExperimentTests {
  @Test func `a group names all activations of a kind`() throws {
    let all = try figures("activation-gallery", [("activations", "all")])
    guard case .smallMultiples(let multiples)? = all.first else {
      Issue.record("fifty activations are not drawn side by side")
      return
    }
    #expect(multiples.panels.map(\.title) == Activation.catalog.map(\.name))
    #expect(all.tables.first?.rows.count == Activation.catalog.count)
    let bounded = try figures("activation-gallery", [("activations", "bounded")]).tables[0].rows.map { $0[0] }
    #expect(bounded.contains("tanh") && bounded.contains("gaussian") && !bounded.contains("relu"))
    let odd = try figures("activation-gallery", [("activations", "odd")]).tables[0].rows.map { $0[0] }
    #expect(odd == Activation.catalog.filter { $0.facts?.isOdd == true }.map(\.name))
  }

  @Test func `an activation that is named twice is drawn once, where it is named first`() throws {
    let rows = try figures("activation-gallery", [("activations", ["tanh", "odd", "tanh"])]).tables[0].rows
    let names = rows.map { $0[0] }
    #expect(names.first == "tanh" && Set(names).count == names.count)
  }

  @Test func `one exponential does not flatten the other panels`() throws {
    let plots = try figures("activation-gallery", [("activations", "all")]).plots
    let upper = try #require(plots[0].y.upper)
    #expect(upper >= 4 && upper < 20)
    #expect(plots.allSatisfy { $0.y.upper == upper && $0.y.lower == plots[0].y.lower })
  }

  @Test func `the values of a step break off where it jumps`() {
    let curve = Plot.values(of: [.step], over: -1...1).series[0]
    let gap = curve.xs.firstIndex(of: 0)
    #expect(gap.map { curve.ys[$0].isNaN && curve.ys[$0 - 1] == 0 && curve.ys[$0 + 1] == 1 } == true)
  }

  @Test func `the card of GELU says where it is least, its gains and its names`() throws {
    let shown = try figures("activation", [("activation", "gelu")])
    #expect(shown.plots[0].series.map(\.label) == ["f", "f′", "f″"])
    let card = shown.tables[0]
    #expect(card["f′(x)"]?[1] == "Φ(x) + x φ(x)")
    #expect(card["least value"]?[1] == "−0.169971 at x = −0.751792")
    #expect(card["1/√ of these"]?[1] == "1.53353 and 1.48111")
    #expect(card["largest |f′|"]?[1] == "1.128904")
    #expect(card["derivative check"]?[1].hasPrefix("passed at 161 points") == true)
    #expect(shown.tables[1]["JAX"]?[1].contains("gelu") == true)
  }

  @Test func `the card of a function with kinks lists what the frameworks make of them`() throws {
    let tables = try figures("activation", [("activation", "hardTanh")]).tables
    #expect(tables[1].rows.map { $0[0] } == ["hardTanh −1, 0…1", "", "hardTanh 1, 0…1", ""])
    #expect(tables[1].rows[0] == ["hardTanh −1, 0…1", "−1, 0", "here, PyTorch"])
    #expect(tables[1].rows[1] == ["", "−1, 1", "JAX, Keras"])
  }

  @Test(arguments: Activation.catalog.map(\.name))
  func `every formula of the catalogue can be said in one line`(name: String) throws {
    let card = try figures("activation", [("activation", .string(name))]).tables[0]
    for row in ["f(x)", "f′(x)"] {
      let formula = try #require(card[row]?[1])
      #expect(!formula.contains { "\\{}^_".contains($0) && !"^_{}".contains($0) }, "\(formula)")
      #expect(!formula.isEmpty && !formula.contains("  "), "\(formula)")
      let opened = formula.count { "([".contains($0) }
      #expect(opened == formula.count { ")]".contains($0) }, "\(formula)")
    }
  }

  @Test func `formulas keep their fractions, powers and cases apart`() throws {
    func formula(_ name: String) throws -> String? {
      try figures("activation", [("activation", .string(name))]).tables[0]["f(x)"]?[1]
    }
    #expect(try formula("sigmoid") == "σ(x) = 1/(1 + e^(−x))")
    #expect(try formula("gelu") == "x Φ(x) = x/2·(1 + erf x/√2)")
    #expect(try formula("elu") == "{ x if x > 0; α(e^x − 1) if x ≤ 0 }")
    #expect(try formula("reluSquared") == "max(0, x)²")
    #expect(try formula("squareplus") == "(x + √(x² + b))/2")
  }

  @Test func `GELU and its approximations differ by what is known`() throws {
    let table = try figures("compare-activations").tables[0]
    let approximated = try #require(table["geluTanh"]).map(numbers)
    #expect(approximated[1][0] == 4.732e-4 && approximated[1][1].magnitude == 2.699)
    let quick = try #require(table["quickGELU"]).map(numbers)
    #expect((quick[1][0] - 2.033e-2).magnitude < 1e-5 && (quick[1][1].magnitude - 2.27).magnitude < 0.005)
  }

  @Test func `many activations are compared side by side, without the reference`() throws {
    let shown = try figures("compare-activations", [("activations", "smooth")])
    let names = Activation.catalog.filter(\.kinks.isEmpty).map(\.name).filter { $0 != "gelu" }
    #expect(shown.plots.map(\.title) == names && shown.tables[0].rows.map { $0[0] } == names)
  }

  @Test func `an activation does not differ from itself under another name`() throws {
    let table = try figures(
      "compare-activations", [("activations", "softplus"), ("reference", "shiftedSoftplus")]
    )
    .tables[0]
    #expect(numbers(table.rows[0][1])[0] == 0.6931 && numbers(table.rows[0][2])[0] < 1e-12)
  }

  @Test func `with nothing to compare there is nothing to run`() {
    #expect(
      problems("compare-activations", [("activations", "gelu")]) == [
        "'activations' names nothing but 'gelu', with which it is compared; name another one, or choose another "
          + "'reference'"
      ])
    #expect(
      problems("convention-table", [("activations", "smooth")]) == [
        "none of 'activations' has a kink; the group 'kinked' names those that have"
      ])
  }
}
