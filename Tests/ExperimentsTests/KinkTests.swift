import Activations
import Experiments
import Figures
import Testing

private func verdict(_ name: String, at x: Double) throws -> String {
  let table = try figures("kink-lab", [("activation", .string(name)), ("at", .number(x))]).tables[0]
  return table["the place is"]?[1] ?? ""
}

@Suite struct KinkExperimentTests {
  @Test(arguments: Activation.catalog.filter { !$0.kinks.isEmpty }.map(\.name))
  func `the values alone tell what breaks off at every kink of the catalogue`(name: String) throws {
    for kink in try #require(Activation.named(name)).kinks {
      let expected: [Kink.Kind: String] = [
        .jump: "a jump of the value", .kink: "a kink: the slope jumps",
        .curvature: "a jump of the second derivative",
      ]
      #expect(
        try verdict(name, at: kink.position) == kink.kind.flatMap { expected[$0] }, "at \(kink.position)")
    }
  }

  @Test(arguments: Activation.catalog.map(\.name))
  func `away from kinks every activation is smooth`(name: String) throws {
    let kinks = try #require(Activation.named(name)).kinks.map(\.position)
    for x in [-7.3, -2.1, -0.3, 0.3, 0.7, 1.9, 5.2] where !kinks.contains(where: { ($0 - x).magnitude < 0.1 })
    {
      #expect(try verdict(name, at: x) == "smooth, as far as values show", "at \(x)")
    }
  }

  @Test func `halving the step halves, keeps or doubles what bends`() throws {
    func ratio(_ name: String, at x: Double) throws -> Double {
      let rows = try figures("kink-lab", [("activation", .string(name)), ("at", .number(x))]).tables[1].rows
      return number(rows[rows.count - 2][3])
    }
    #expect(try ratio("relu", at: 0) == 1)
    #expect(try ratio("selu", at: 0) == 1)
    #expect(try ratio("reluSquared", at: 0) == 2)
    #expect(try ratio("hardShrink", at: 0.5) == 0.5)
    #expect(try (1.99...2.01).contains(ratio("tanh", at: 0.3)))
  }

  @Test func `a stated slope at a kink lies between those of both sides, at a jump there is none`() throws {
    func membership(_ name: String, at x: Double) throws -> String? {
      try figures("kink-lab", [("activation", .string(name)), ("at", .number(x))]).tables[0][
        "stated lies between"]?[1]
    }
    #expect(try membership("hardSwish", at: 3) == "yes" && membership("elu", at: 0) == "yes")
    #expect(try membership("step", at: 0) == "there is no slope")
  }

  @Test func `every answer of a framework is listed, and the one that is no sub-gradient called so`() throws {
    let table = try figures("convention-table").tables[0]
    let kinks = Activation.catalog.map(\.kinks.count).reduce(0, +)
    #expect(table.rows.count { !$0[0].isEmpty } == kinks)
    #expect(table["relu 0, 0…1"] == ["relu 0, 0…1", "0, 0", "all"])
    #expect(table.rows.filter { $0[1].contains("outside") }.map { $0[1] } == ["−8e−7, −0.3 (outside)"])
    #expect(table.rows.contains { $0[1] == "1, refused" && $0[2] == "PyTorch" })
  }

  @Test func `the notes can be left out`() throws {
    #expect(try figures("convention-table", [("notes", false)]).tables.count == 1)
    #expect(try figures("convention-table").tables.count == 2)
  }
}
