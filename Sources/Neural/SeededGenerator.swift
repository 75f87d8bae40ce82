import Activations

/// Random numbers that are the same in every run and on every machine.
///
/// ```swift
/// var generator = SeededGenerator(seed: 1)
/// let weights = Tensor.normal([128, 64], deviation: 0.02, using: &generator)
/// ```
///
/// The algorithm is SplitMix64 (Steele, Lea, Flood 2014); nothing of the C library takes part.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64
  /// The second number of the pair that `normal()` makes.
  private var spare: Double?

  /// The numbers that belong to `seed`.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number in [0, 1), with 53 random bits.
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number in [lower, upper).
  public mutating func uniform(in range: Range<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
  }

  /// A whole number in 0 ..< bound.
  public mutating func below(_ bound: Int) -> Int {
    require(bound > 0, "there is no number below \(bound)")
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number of the standard normal distribution, by Marsaglia's polar method.
  ///
  /// A point of the unit disc gives two numbers; the second waits for the next call.
  public mutating func normal() -> Double {
    if let second = spare {
      spare = nil
      return second
    }
    while true {
      let x = 2 * uniform() - 1
      let y = 2 * uniform() - 1
      let square = x * x + y * y
      guard square < 1, square > 0 else { continue }
      let scale = (-2 * log(square) / square).squareRoot()
      spare = y * scale
      return x * scale
    }
  }

  /// 0 ..< count in a random order.
  public mutating func permutation(_ count: Int) -> [Int] { shuffled(Array(0..<count)) }

  /// The elements in a random order (Fisher and Yates).
  public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for i in result.indices.dropFirst().reversed() { result.swapAt(i, below(i + 1)) }
    return result
  }
}
