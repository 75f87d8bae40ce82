import Activations
import DataSets
import Figures
import Neural

extension Experiment {
  static let attentionMaps = Experiment(
    "attention-maps", "Trains a small GPT and shows where the heads of its attention look.",
    parameters: Parameter.gptSizes(layers: 2, width: 48, context: 48) + Parameter.training(steps: 1500) + [
      Parameter("text", .text, default: "\"My dear Mr. Bennet", "The text that is read, up to the context.")
    ],
    trial: Parameter.trialOfGPT,
    constraint: { $0.gptProblems + $0.problems(withText: "text") }
  ) { parameters, show, progress in
    let model = parameters.trainedGPT(progress: progress)
    let text = parameters.text("text").unicodeScalars.prefix(parameters.integer("context"))
    let maps = AttentionHead.heads(of: model, reading: String(String.UnicodeScalarView(text)))
    for layer in 0..<parameters.integer("layers") {
      show(.smallMultiples(SmallMultiples(panels: maps.filter { $0.layer == layer }.map(\.plot), columns: 2)))
    }
    show(.table(Table(heads: maps)))
  }
}

/// Where one head looks while a text is read.
private struct AttentionHead {
  let layer: Int
  let head: Int
  let characters: [String]
  /// The share of column j in what row i gets.
  let shares: [[Double]]

  static func heads(of model: GPT, reading text: String) -> [AttentionHead] {
    let tokens = Corpora.vocabulary.encode(text)
    let characters = text.unicodeScalars.map(visible)
    return model.attentionShares(tokens).enumerated().flatMap { layer, shares in
      (0..<model.configuration.heads).map { head in
        let rows = tokens.indices.map { i in tokens.indices.map { j in shares[head, i, j] } }
        return AttentionHead(layer: layer, head: head, characters: characters, shares: rows)
      }
    }
  }

  var name: String { "layer \(layer + 1), head \(head + 1)" }

  /// What lies ahead is not 0 but nothing: a position cannot look there.
  var plot: Plot {
    let seen = shares.enumerated().map { i, row in row.enumerated().map { $0 <= i ? $1 : .nan } }
    let map = HeatMap(
      Grid(rows: seen), color: Axis("share", lower: 0, upper: 1), showsNumbers: false)
    return Plot(
      title: name, layers: [.heatMap(map)], x: Axis("looked at", categories: characters),
      y: Axis("reader", categories: characters, isReversed: true))
  }

  /// The mean share of the position that lies `distance` before the reader, over those that have one.
  func share(atDistance distance: Int) -> Double? {
    guard shares.count > distance else { return nil }
    let found = (distance..<shares.count).map { shares[$0][$0 - distance] }
    return found.reduce(0, +) / Double(found.count)
  }

  /// How far back the head looks in the mean.
  var distance: Double {
    let sums = shares.enumerated().map { i, row in
      row.enumerated().reduce(0.0) { $0 + Double(i - min(i, $1.offset)) * $1.element }
    }
    return sums.reduce(0, +) / Double(sums.count)
  }
}

extension Table {
  fileprivate init(heads: [AttentionHead]) {
    self.init(
      ["layer, head", "itself", "one before", "two before", "distance"],
      rows: heads.map { head in
        let shares = (0..<3).map { head.share(atDistance: $0).map(percent) ?? "–" }
        return ["\(head.layer + 1), \(head.head + 1)"] + shares + [fixed(head.distance, 1)]
      },
      alignment: [.leading, .trailing, .trailing, .trailing, .trailing],
      caption:
        "Mean shares of the reader itself and of the characters before it; the mean distance looked back.")
  }
}
