import Experiments
import Figures
import Testing

/// What the experiments on language models claim, on models that train in a moment.
@Suite struct LanguageModelExperimentTests {
  /// Sizes that are tiny, but learn something.
  private func tiny(
    _ others: (name: String, value: ParameterValue)...
  ) -> [(name: String, value: ParameterValue)] {
    [("layers", 1), ("heads", 2), ("width", 8), ("context", 8), ("batch", 4)] + others
  }

  @Test func `a pretrained GPT foretells better than frequencies would, by the numbers of one table`() throws
  {
    let shown = try figures("gpt-pretraining", tiny(("steps", 150), ("rate", 0.01), ("length", 0)))
    let table = shown.tables[0]
    let loss = { name in number(table[name]?[2] ?? "") }
    #expect(loss("all alike") > loss("by frequency"))
    #expect(loss("GPT") < loss("by frequency") && loss("GRU") < loss("by frequency"))
    for row in table.rows {
      #expect((number(row[3]) - number(row[2]) / 0.693147).magnitude < 2e-3, "bits are nats/ln 2")
    }
  }

  @Test func `without a GRU and a sample only the GPT is shown`() throws {
    let shown = try figures("gpt-pretraining", tiny(("steps", 2), ("gru", false), ("length", 0)))
    #expect(shown.tables[0]["GRU"] == nil && shown.plots[0].series.map(\.label) == ["GPT"])
    #expect(shown.count == 2)
  }

  @Test func `fine-tuning trains what its name says, and the base is the same for all`() throws {
    let shown = try figures("fine-tuning", tiny(("steps", 60), ("tuning", 30), ("rate", 0.01), ("rank", 2)))
    let table = shown.tables[0]
    // V = 82, T = 8, L = 1, d = 8.
    let full = 82 * 8 + 8 * 8 + (12 * 64 + 13 * 8) + 2 * 8
    #expect(table["full"]?[1] == "\(full)" && table["scratch"]?[1] == "\(full)")
    #expect(table["embedding"]?[1] == "\(82 * 8 + 2 * 8)")
    #expect(table["LoRA 2 q, v"]?[1] == "\(2 * 2 * 16)")
    #expect(table["LoRA 2 all"]?[1] == "\(4 * 2 * 16 + 2 * 2 * 40)")
    let target = { name in number(table[name]?[2] ?? "") }
    #expect(target("full") < target("not at all") && target("LoRA 2 all") < target("not at all"))
    // All but the one from scratch begin where the base ended.
    let starts = shown.plots[0].series.map { $0.ys[0] }
    #expect(Set(starts.dropFirst()).count == 1 && starts[0] != starts[1])
    #expect((starts[1] - target("not at all")).magnitude < 5e-4)
  }

  @Test func `a lower temperature chooses more surely, greedy quite surely`() throws {
    let table = try figures("sampling", tiny(("steps", 40), ("top", 3))).tables[0]
    let entropy = { name in number(table[name]?[3] ?? "") }
    #expect(entropy("greedy") == 0 && entropy("temperature 0.5") < entropy("temperature 1"))
    #expect(entropy("temperature 1") < entropy("temperature 1.5") && entropy("top 3") <= 1.585)
    #expect(table["greedy"]?[1] == "1" && table["top 3"]?[1] == "3" && table["temperature 1"]?[1] == "82")
  }

  @Test func `a text that the vocabulary does not have is refused`() {
    #expect(problems("sampling", [("prompt", "")]) == ["'prompt' must have at least one character"])
    #expect(problems("attention-maps", [("text", "深")]).count == 1)
    #expect(
      problems("gpt-pretraining", [("heads", 3)]) == [
        "'heads' must divide 'width', but is 3; 'width' is 64"
      ])
  }

  @Test func `attention maps show every head, nothing ahead of the reader`() throws {
    let shown = try figures("attention-maps", tiny(("steps", 2), ("text", "abcdefghijk")))
    #expect(shown.plots.count == 2 && shown.tables[0].rows.count == 2)
    for plot in shown.plots {
      guard case .heatMap(let map)? = plot.layers.first else {
        Issue.record("no heat map")
        continue
      }
      #expect(map.grid.columns == 8 && map.grid.rows == 8, "the text is cut to the context")
      for row in 0..<8 {
        let numbers = (0..<8).map { map.grid[$0, row] }
        #expect((numbers.prefix(row + 1).reduce(0, +) - 1).magnitude < 1e-5)
        #expect(numbers.dropFirst(row + 1).allSatisfy { $0.isNaN })
      }
    }
  }

  @Test(arguments: [
    ("gpt-2", "124,439,808"), ("bert-base", "109,482,240"), ("bert-large", "335,141,888"),
    ("gpt-3", "174,604,259,328"),
  ])
  func `the published models have their published sizes`(model: String, count: String) throws {
    let table = try figures("model-size", [("model", .string(model))]).tables[0]
    #expect(table["all"]?[1] == count)
  }

  @Test func `the training of GPT-3 takes 3·10²³ operations, and 16 bytes a parameter`() throws {
    let table = try figures("model-size").tables[1]
    #expect(table["operations of the training, 6·N·D"]?[1] == "3.14e23")
    #expect(table["together"]?[1] == "2.79 TB")
  }
}
