import Activations

/// Normally distributed numbers that are the same in every run.
struct NormalGenerator {
  private var state: UInt64
  private var spare: Double?

  init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

  /// The next number (Marsaglia's polar method).
  mutating func next() -> Double {
    if let number = spare {
      spare = nil
      return number
    }
    while true {
      let (u, v) = (uniform(), uniform())
      let square = u * u + v * v
      guard square > 0, square < 1 else { continue }
      let factor = (-2 * log(square) / square).squareRoot()
      spare = v * factor
      return u * factor
    }
  }

  /// The next number between −1 and 1.
  private mutating func uniform() -> Double { Double(Int64(bitPattern: bits()) >> 11) * 0x1p-52 }

  /// The next 64 bits (Steele, Lea & Flood 2014, SplitMix64).
  private mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
