import Activations
import Figures

extension Parameter {
  /// Which random numbers.
  static let seed = Parameter(
    "seed", .integer(0...Int(UInt32.max)), default: 1,
    "Which random numbers; the same seed gives the same figures."
  )

  /// How often a run is repeated with other random numbers.
  static func seeds(default count: Int) -> Parameter {
    Parameter(
      "seeds", .integer(1...10), default: .number(Double(count)),
      "How many random starts: seed, seed + 1, and so on.")
  }

  /// How many steps of an optimiser a run may make.
  static func steps(default count: Int) -> Parameter {
    Parameter(
      "steps", .integer(1...5000), default: .number(Double(count)), "The budget: how many steps a run makes.")
  }
}

extension ExperimentParameters {
  /// The seeds that `seed` and `seeds` name.
  var seeds: [UInt64] { (0..<integer("seeds")).map { UInt64(integer("seed") + $0) } }

  /// As many numbers as `count` says from the parameter `from` to `to`, each the same factor after the one before.
  ///
  /// Rounded to three digits, so that a table and a curve speak of the same number.
  var logarithmicGrid: [Double] {
    let (low, high, count) = (number("from"), number("to"), integer("count"))
    guard count > 1 else { return [low] }
    return (0..<count).map { index in
      let share = Double(index) / Double(count - 1)
      return Double(significant(low * exp(share * log(high / low)), 3)) ?? .nan
    }
  }
}

/// That `from` is below `to`.
func ascendingRange(_ parameters: ExperimentParameters) -> [ExperimentProblem] {
  let (from, to) = (parameters.number("from"), parameters.number("to"))
  return from < to
    ? [] : [ExperimentProblem("from", "'from' must be below 'to', but \(from) is not below \(to)")]
}
