import Kernels
import Neural
import Testing

/// The kernels at every level of dispatch that this processor has.
@Suite(.serialized) struct KernelTests {
  static let levels = (Int32(0)..<3).filter { level in
    defer { kernels_force_level(-1) }
    return kernels_force_level(level)
  }

  /// What `body` writes at every level; all must be alike.
  private func atEveryLevel(_ body: () -> [Float]) -> [[UInt32]] {
    defer { kernels_force_level(-1) }
    return Self.levels.map { level in
      kernels_force_level(level)
      return body().map(\.bitPattern)
    }
  }

  private func random(_ count: Int, _ generator: inout SeededGenerator) -> [Float] {
    (0..<count).map { _ in Float(generator.uniform(in: -1..<1)) }
  }

  @Test(arguments: 0..<120)
  func `a product has the bits of a loop with one rounding a term, at every level`(_ trial: Int) {
    var generator = SeededGenerator(seed: UInt64(trial))
    let narrow = [1, 2, 7, 10, 31, 65]
    let m = trial % 3 == 0 ? narrow[generator.below(6)] : 1 + generator.below(40)
    let n =
      trial % 8 == 5
      ? 120 + generator.below(60) : trial % 3 == 1 ? narrow[generator.below(6)] : 1 + generator.below(70)
    let k = trial % 10 == 0 ? 250 + generator.below(300) : generator.below(40)
    let (transposingA, transposingB, transposingC) = (trial & 1 == 1, trial & 2 == 2, trial & 12 == 12)
    let add = generator.below(2) == 1
    let (a, b, c) = (random(m * k, &generator), random(k * n, &generator), random(m * n, &generator))
    let (ai, ap) = transposingA ? (1, m) : (k, 1)
    let (bp, bj) = transposingB ? (1, k) : (n, 1)
    let (ci, cj) = transposingC ? (1, m) : (n, 1)
    var expected = c
    for i in 0..<m {
      for j in 0..<n {
        var sum = add ? c[i * ci + j * cj] : 0
        for p in 0..<k { sum.addProduct(a[i * ai + p * ap], b[p * bp + j * bj]) }
        expected[i * ci + j * cj] = sum
      }
    }
    let found = atEveryLevel {
      var result = c
      result.withUnsafeMutableBufferPointer {
        kernels_matmul(
          m, n, k, a, ai, ap, b, bp, bj, add ? $0.baseAddress : nil, ci, cj, $0.baseAddress, ci, cj)
      }
      return result
    }
    for bits in found { #expect(bits == expected.map(\.bitPattern), "\(m)×\(k)×\(n)") }
  }

  @Test(
    arguments: [
      (1 + 0x1p-23, 1 + 0x1p-23, -1), (1 + 0x1p-23, 1 - 0x1p-23, -1), (0x1p-100, 0x1p-49, 0),
      (0x1p-80, 0x1.8p-69, 0x1p-149),
      (0x1.000002p0, 0x1p-24, 1), (0x1.fffffep0, 0x1.fffffep-24, 0x1.fffffep0), (0x1p127, 2, -0x1p127),
      (3, -0.0, 0),
      // A hair below and above the middle of two floats, where rounding twice goes wrong.
      (1 + 0x1p-23, (1 - 0x1p-23) * 0x1p-24, 1 + 0x1p-23),
      (1 + 0x1p-23, (1 - 0x1p-23) * -0x1p-24, 1 + 0x1p-23),
      (-1 - 0x1p-23, (1 - 0x1p-23) * 0x1p-24, -1 - 0x1p-23),
      (1 + 0x1p-23, (1 - 0x1p-23) * 0x1p-24, -1 - 0x1p-23),
      (Float.infinity, 1, 1), (Float.infinity, 0, 1), (1, 1, -Float.infinity),
      (0x1.8p-126, 0x1p-24, 0x1p-126),
    ] as [(Float, Float, Float)])
  func `the portable product of two numbers and a sum is rounded once`(_ a: Float, _ b: Float, _ c: Float) {
    let expected = c.addingProduct(a, b)
    for bits in atEveryLevel({
      var result: [Float] = [0]
      kernels_matmul(1, 1, 1, [a], 1, 1, [b], 1, 1, [c], 1, 1, &result, 1, 1)
      return result
    }) {
      #expect(bits[0] == expected.bitPattern || expected.isNaN && Float(bitPattern: bits[0]).isNaN)
    }
  }

  @Test(arguments: [(5, 40), (9, 3), (3, 9), (17, 64)])
  func `a product may start with a bias for every row or for every column`(_ m: Int, _ n: Int) {
    var generator = SeededGenerator(seed: 3)
    let (a, b) = (random(m * 4, &generator), random(4 * n, &generator))
    let bias = random(max(m, n), &generator)
    for (si, sj) in [(0, 1), (1, 0)] {
      let expected = (0..<m * n).map { at in
        (0..<4).reduce(bias[at / n * si + at % n * sj]) {
          $0.addingProduct(a[at / n * 4 + $1], b[$1 * n + at % n])
        }
      }
      for bits in atEveryLevel({
        var result = [Float](repeating: 9, count: m * n)
        kernels_matmul(m, n, 4, a, 4, 1, b, n, 1, bias, si, sj, &result, n, 1)
        return result
      }) { #expect(bits == expected.map(\.bitPattern)) }
    }
  }

  @Test(arguments: [1, 3, 8, 15, 16, 17, 33, 100])
  func `rows, steps and updates have the same bits at every level`(_ width: Int) {
    var generator = SeededGenerator(seed: UInt64(width))
    let rows = 3
    let x = random(4 * rows * width, &generator)
    let y = random(4 * rows * width, &generator)
    let z = random(4 * rows * width, &generator)
    let found = atEveryLevel {
      var (a, b, c, d) = (x, y, z, x)
      var notes = [Float](repeating: 0, count: 2 * rows)
      kernels_softmax(x, &a, &notes, &d, rows, width, 0.7, false)
      kernels_softmax_pullback(a, y, &b, rows, width, 0.7)
      var all = a + b + notes + [kernels_sum(x, x.count), kernels_dot(x, y, x.count)]
      var scales = [Float](repeating: 0, count: rows)
      kernels_normalize(x, y, z, &a, &notes, &scales, rows, width, 1e-5)
      kernels_normalize_pullback(x, y, z, notes, scales, &b, &c, &d, rows, width)
      all += a + b + c + d + notes + scales
      kernels_lstm(&a, x, &b, &c, rows, width)
      kernels_lstm_pullback(a, x, b, y, &c, &d, rows, width)
      all += a + b + c + d
      kernels_gru(&a, x, y, &b, rows, width)
      kernels_gru_pullback(a, x, y, &b, &c, &d, rows, width)
      all += a + b + c + d
      kernels_adam(&a, x, &b, &d, width, 0.1, 0.99, 0.9, 0.999, 0.5, 1e-8)
      return all + a + b + d
    }
    for bits in found { #expect(bits == found[0]) }
  }
}
