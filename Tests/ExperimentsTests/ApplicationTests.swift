import DataSets
import Experiments
import Figures
import Neural
import Testing

@Suite struct ApplicationTests {
  @Test func `ReLU makes negative numbers zero and leaves the bits of positive ones`() throws {
    let table = try figures("feature-maps", [("examples", 50)]).tables[0]
    let (before, after) = (table.rows.map { $0[1] }, table.rows.map { $0[2] })
    #expect(after[0] == "0%" && before[0] != "0%" && before[2] == after[2])
    // "Of N positive numbers N come out": the two counts are the same number.
    let words = table.caption.split(separator: " ")
    let place = try #require(words.firstIndex(of: "Of"))
    #expect(words[place + 1] == words[place + 4] && Int(words[place + 1]) ?? 0 > 1000)
  }

  @Test func `tanh keeps the signs of feature maps but not the bits`() throws {
    let table = try figures("feature-maps", [("examples", 20), ("activation", "tanh")]).tables[0]
    #expect(table.rows[0][1] == table.rows[0][2] && table.rows[1][1] == table.rows[1][2])
    let words = table.caption.split(separator: " ")
    let place = try #require(words.firstIndex(of: "Of"))
    #expect((Int(words[place + 4]) ?? .max) < (Int(words[place + 1]) ?? 0))
  }

  @Test func `a small network learns digits, and the confusion matrix counts every test picture`() throws {
    let shown = try figures(
      "image-classification", [("examples", 200), ("epochs", 12), ("filters", 4), ("batch", 16)])
    let rows = shown.tables[0].rows
    #expect(number(rows[1][1].dropLast()) > 60 && number(rows[1][2].dropLast()) > 30)
    #expect(number(rows[0][1]) + number(rows[0][2]) == 200)
    let losses = shown.plots[0].series[0].ys
    #expect((losses.last ?? 9) < 0.75 * (losses.first ?? 0))
    let matrix = try #require(shown.plots.last)
    guard case .heatMap(let map)? = matrix.layers.first else { Issue.record("no heat map"); return }
    #expect(map.grid.values.reduce(0, +) == number(rows[0][2]))
    let correct = (0..<10).reduce(0) { $0 + map.grid.values[$1 * 11] }
    #expect(number(rows[0][2]) - correct == number(rows[2][2]))
  }

  @Test func `the seed chooses the run and nothing else does`() throws {
    func losses(_ seed: ParameterValue) throws -> [Double] {
      try figures("image-classification", [("examples", 40), ("epochs", 1), ("filters", 2), ("seed", seed)])
        .plots[0].series[0].ys
    }
    #expect(try losses(1) == losses(1) && losses(1) != losses(2))
  }

  @Test func `steps are counted to the first measurement that reaches the error`() throws {
    let given: [(name: String, value: ParameterValue)] = [
      ("examples", 60), ("steps", 40), ("seeds", 1), ("filters", 2), ("rate", 0.02), ("batch", 16),
      ("activations", "tanh"), ("error", 0.7),
    ]
    let shown = try figures("steps-to-error", given)
    let line = shown.plots[0].series[0]
    let first = try #require(zip(line.xs, line.ys).first { $0.1 <= 0.7 })
    #expect(number(shown.tables[0].rows[0][1]) == first.0)
    #expect(line.xs.first == 0 && line.xs.last == 40)
    let never = try figures("steps-to-error", given.dropLast() + [("error", 0.001)])
    #expect(never.tables[0].rows[0][1] == "never")
  }

  @Test func `sentences of two authors are told apart better than by chance`() throws {
    let given: [(name: String, value: ParameterValue)] = [
      ("cell", "bag"), ("examples", 600), ("epochs", 8), ("width", 8), ("rate", 0.02),
    ]
    let rows = try figures("text-classification", given).tables[0].rows
    #expect(number(rows[1][1].dropLast()) > 85 && number(rows[1][2].dropLast()) > 65)
    #expect(number(rows[0][1]) + number(rows[0][2]) == 600)
  }

  @Test(arguments: ["gru", "lstm", "rnn", "bag"])
  func `every cell reads words and characters`(cell: String) throws {
    for unit in ["words", "characters"] {
      let given: [(name: String, value: ParameterValue)] = [
        ("cell", .string(cell)), ("unit", .string(unit)), ("examples", 40), ("epochs", 1), ("width", 3),
        ("length", 8),
      ]
      #expect(
        try figures("text-classification", given).plots[0].series[0].ys.allSatisfy { $0.isFinite && $0 > 0 })
    }
  }

  @Test func `a recursive network learns expressions`() throws {
    let given: [(name: String, value: ParameterValue)] = [
      ("examples", 120), ("tests", 40), ("epochs", 25), ("width", 8), ("batch", 30), ("rate", 0.02),
    ]
    let shown = try figures("expression-trees", given)
    #expect(number(shown.tables[0].rows[0][1].dropLast()) > 80)
    for row in shown.tables[0].rows { #expect(number(row[3].dropLast()) >= 50) }
  }

  @Test func `expressions of the table are as true as they say`() throws {
    let given: [(name: String, value: ParameterValue)] = [
      ("examples", 10), ("tests", 10), ("epochs", 1), ("width", 2),
    ]
    for seed in 0..<5 {
      for row in try figures("expression-trees", given + [("seed", .number(Double(seed)))]).tables[1].rows {
        var characters = Array(row[0])
        let truth = truth(&characters)
        #expect(String(characters) == (truth ? " = T" : " = F"), "\(row[0])")
      }
    }
  }

  /// Reads an expression from the front: a second reader, that shares nothing with the first.
  private func truth(_ characters: inout [Character]) -> Bool {
    let first = characters.removeFirst()
    guard first == "(" else { return first == "T" }
    let left = truth(&characters)
    let join = characters.removeFirst()
    let right = truth(&characters)
    characters.removeFirst()
    return join == "&" ? left && right : join == "|" ? left || right : left != right
  }

  @Test func `translations of dates have ten characters and the right ones are dates`() throws {
    let given: [(name: String, value: ParameterValue)] = [
      ("examples", 40), ("tests", 10), ("steps", 30), ("batch", 8), ("width", 8),
    ]
    let shown = try figures("date-translation", given)
    for row in try #require(shown.tables.last).rows {
      let right = row[2] == "✓" ? row[1] : row[2]
      #expect(row[1].count == 10 && right.count == 10)
      #expect(right.split(separator: "-").map(\.count) == [4, 2, 2])
      let year = right.prefix(4)
      #expect(row[0].contains(year), "\(row[0])")
    }
  }

  @Test func `a percentage says all only of all, and none only of none`() {
    #expect(
      [0, 1e-6, 0.125, 0.9994, 0.9996, 4998.0 / 5000, 1].map(percent)
        == ["0%", "<0.001%", "12.5%", "99.9%", ">99.9%", ">99.9%", "100%"])
  }

  @Test func `a power of ten has one digit before the point`() {
    #expect(
      [99_996, -9.9999e12, 1.5e9, 9e-5, 12].map { scientific($0) }
        == ["1e5", "−1e13", "1.5e9", "9e−5", "12"])
  }

  @Test func `no date is learnt in one form and tested in another`() {
    var generator = SeededGenerator(seed: 1)
    let phrases = DatePhrase.distinct(5000, using: &generator)
    #expect(Set(phrases.map(\.translation)).count == 5000)
  }

  @Test func `spoken digits are learnt, and voices are on one side of the split`() throws {
    let given: [(name: String, value: ParameterValue)] = [
      ("clips", 200), ("epochs", 3), ("width", 8), ("rate", 0.01), ("network", "gru"), ("noise", 0),
      ("shift", 0),
    ]
    let table = try figures("spoken-digits", given).tables[0]
    #expect(
      table.rows.map { $0[0] } == [
        "heard voices", "unheard espeak voices", "unheard flite voices", "one person",
      ])
    #expect(number(table.rows[1][1]) == 18 && number(table.rows[0][1]) <= 76)
    #expect(table.rows[3][3] == "too few" && table.rows[3][2].hasSuffix("of 10"))
    #expect(number(table.rows[0][3].dropLast()) > 20)
  }

  @Test func `Mandarin is tested on its own unheard voices only`() throws {
    let given: [(name: String, value: ParameterValue)] = [
      ("language", "mandarin"), ("clips", 20), ("epochs", 1), ("width", 2),
    ]
    #expect(
      try figures("spoken-digits", given).tables[0].rows.map { $0[0] } == [
        "heard voices", "unheard espeak voices",
      ])
  }
}
