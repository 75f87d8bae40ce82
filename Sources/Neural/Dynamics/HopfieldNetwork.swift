/// A memory for patterns of ±1, in which every unit hears all others (Hopfield 1982).
///
///     W_ij = 1/N·Σ_μ ξ^μ_i·ξ^μ_j   (i ≠ j)     s_i ← sign Σ_j W_ij·s_j     E = −½·Σ_ij W_ij·s_i·s_j
///
/// W is symmetric and has no diagonal, so a unit that turns never raises E: a state runs down to a valley. With few
/// patterns (up to 0.138 N in the limit of large N, Amit and others 1985) there is a valley at each of them.
public struct HopfieldNetwork: Sendable {
  /// A pattern or a state: a spin, −1 or 1, for each unit.
  public typealias Spins = [Double]

  /// N.
  public let unitCount: Int
  /// N·W row by row; whole numbers, so that energies are compared without rounding.
  private let products: [Double]

  /// The network that stores `patterns` by Hebb's rule: at least one, and all of one length.
  public init(storing patterns: [Spins]) {
    let count = patterns.first?.count ?? 0
    require(count > 0, "a memory is made for at least one pattern of at least one spin")
    for pattern in patterns {
      require(
        pattern.count == count && pattern.allSatisfy { $0.magnitude == 1 },
        "patterns are of one length, here \(count), and of −1 and 1: got \(pattern)")
    }
    var sums = [Double](repeating: 0, count: count * count)
    for pattern in patterns {
      for i in 0..<count {
        for j in 0..<count where i != j { sums[i * count + j] += pattern[i] * pattern[j] }
      }
    }
    (unitCount, products) = (count, sums)
  }

  /// W_ij.
  public func weight(_ i: Int, _ j: Int) -> Double { products[i * unitCount + j] / Double(unitCount) }

  /// E of a state.
  public func energy(_ spins: Spins) -> Double {
    let sum = spins.indices.reduce(0) { $0 + spins[$1] * field(at: $1, spins) }
    return -sum / 2 / Double(unitCount)
  }

  /// N·Σ_j W_ij·s_j.
  private func field(at i: Int, _ spins: Spins) -> Double {
    products.withUnsafeBufferPointer { products in
      spins.withUnsafeBufferPointer { spins in
        var sum = 0.0
        for j in 0..<unitCount { sum += products[i * unitCount + j] * spins[j] }
        return sum
      }
    }
  }
}

extension HopfieldNetwork {
  /// What became of a state.
  public struct Recall: Sendable {
    /// The state at the end.
    public let spins: Spins
    /// The energy at the start and after every unit that was asked.
    public let energies: [Double]
    /// How often all units were asked.
    public let sweeps: Int
    /// Whether no unit would turn any more.
    public let isStable: Bool
  }

  /// Asks the units one after the other, in a new random order in each sweep, until none turns.
  ///
  /// A unit whose field is exactly 0 stays as it is.
  public func recall(
    from start: Spins, sweeps limit: Int = 100, using generator: inout SeededGenerator
  ) -> Recall {
    require(start.count == unitCount, "a state of \(start.count) spins for \(unitCount) units")
    var spins = start
    // N·E, a whole number.
    var energy = (energy(start) * Double(unitCount)).rounded()
    var energies = [energy / Double(unitCount)]
    var sweeps = 0
    var turned = true
    while turned, sweeps < limit {
      turned = false
      for i in generator.permutation(unitCount) {
        let field = field(at: i, spins)
        if field * spins[i] < 0 {
          spins[i] = -spins[i]
          energy -= 2 * field.magnitude
          turned = true
        }
        energies.append(energy / Double(unitCount))
      }
      sweeps += 1
    }
    return Recall(spins: spins, energies: energies, sweeps: sweeps, isStable: !turned)
  }

  /// m = 1/N·Σ_i a_i·b_i: 1 for the same, 0 for unrelated, −1 for opposite states.
  public static func overlap(_ a: Spins, _ b: Spins) -> Double {
    require(a.count == b.count && !a.isEmpty, "states of \(a.count) and \(b.count) spins have no overlap")
    return zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } / Double(a.count)
  }

  /// A pattern of random spins.
  public static func randomSpins(_ count: Int, using generator: inout SeededGenerator) -> Spins {
    (0..<count).map { _ in generator.below(2) == 0 ? -1 : 1 }
  }

  /// The pattern with a share of its spins turned, chosen at random; their number is rounded.
  public static func corrupted(
    _ pattern: Spins, share: Double, using generator: inout SeededGenerator
  ) -> Spins {
    let count = Int((share * Double(pattern.count)).rounded())
    var spins = pattern
    for i in generator.permutation(pattern.count).prefix(count) { spins[i] = -spins[i] }
    return spins
  }
}
