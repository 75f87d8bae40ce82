/// The random numbers of a lesson: the same ones in every run.
///
/// A block's `seed` option starts them anew; without one they go on from the block before.
///
///     let draw = Double.random(in: 0..<1, using: &generator)
///
/// The algorithm is SplitMix64 (Steele, Lea, Flood 2014).
public struct LessonGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

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
}

/// The lesson's source of random numbers.
///
/// Blocks run one after the other on one thread; tasks that a block starts must each have a generator of their own.
public nonisolated(unsafe) var generator = LessonGenerator(seed: 0)
