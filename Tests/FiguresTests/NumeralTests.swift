import Figures
import Foundation
import Testing

@Suite struct NumeralTests {
  @Test func `fixed digits are correctly rounded`() {
    #expect(fixed(2.0 / 3, 2) == "0.67")
    #expect(fixed(2.675, 2) == "2.67")
    #expect(fixed(0.125, 2) == "0.12" && fixed(0.375, 2) == "0.38")
    #expect(fixed(-0.004, 2) == "0.00" && fixed(-0.006, 2) == "-0.01")
    #expect(
      fixed(9.995, 2) == "9.99" && fixed(9.9951, 2) == "10.00" && fixed(0.5, 0) == "0" && fixed(1.5, 0) == "2"
    )
    #expect(fixed(1e22, 1) == "10000000000000000000000.0" && fixed(0, 3) == "0.000")
    #expect(fixed(.nan, 2) == "nan" && fixed(-.infinity, 2) == "-inf")
  }

  @Test func `significant digits drop zeros and take a power when they must`() {
    #expect(significant(2.0 / 3, 2) == "0.67" && significant(0.5, 5) == "0.5" && significant(100, 3) == "100")
    #expect(significant(1_234_567, 3) == "1.23e6" && significant(123_456, 3) == "123000")
    #expect(significant(1.2345e-14, 2) == "1.2e-14" && significant(-0.00012345, 3) == "-0.000123")
    #expect(significant(0.99999, 3) == "1" && significant(999.95, 4) == "1000" && significant(0, 3) == "0")
    #expect(significant(.leastNonzeroMagnitude, 3) == "4.94e-324")
  }

  @Test func `digits are those that the C library prints`() {
    var generator = SeededGenerator(state: 42)
    for _ in 0..<3000 {
      let x = Double(bitPattern: generator.next())
      guard x.isFinite, x.magnitude < 1e30 else { continue }
      let places = Int(generator.next() % 12)
      let printed = String(format: "%.\(places)f", x)
      let isZero = !printed.contains { ("1"..."9").contains($0) }
      #expect(fixed(x, places) == (isZero ? printed.replacingOccurrences(of: "-", with: "") : printed))
    }
  }
}

/// A small generator with a fixed seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
