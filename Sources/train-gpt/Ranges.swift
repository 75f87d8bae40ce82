/// What the numbers of the command line, and of a checkpoint, may be.
enum Ranges {
  /// The whole numbers by the names of their options.
  static let whole: [String: ClosedRange<Int>] = [
    "layers": 1...256, "heads": 1...1024, "width": 1...65_536, "context": 1...65_536, "batch": 1...65_536,
    "seed": 0...Int.max, "lora": 1...65_536, "steps": 1...1_000_000_000, "every": 1...1_000_000_000,
    "sample": 0...10_000_000, "top": 1...1_114_112,
  ]
  /// By what logits are divided.
  static let temperature: ClosedRange<Double> = 0...100
  /// The learning rate.
  static let rate: ClosedRange<Double> = 1e-12...10
  /// The numbers in a model; in training each takes four times four bytes.
  static let parameters = 1...1_000_000_000
  /// The tokens of all texts that a step learns from.
  static let tokens = 1...4_194_304

  /// What is wrong with the number of the option `name`; nil if nothing is, or if there is none.
  static func problem(_ name: String, _ number: Int?) -> String? {
    guard let number, let range = whole[name], !range.contains(number) else { return nil }
    return "--\(name) must lie between \(range.lowerBound) and \(range.upperBound), but is \(number)"
  }
}
