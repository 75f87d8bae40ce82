import Activations
import Kernels
import Testing

/// Every activation that has an array form, with the largest error of its value in units in the last place.
private let arrayForms: [(Activation, bound: Double)] = [
  (.relu, 0), (.leakyReLU, 1), (.sigmoid, 2.5), (.tanh, 1.6), (.silu, 2.8), (.gelu, 2.7), (.softplus, 2.1),
  (gated("geluTanh", .geluTanh, 1.5957691216057308, 0.07135481627260025), 1.3),
  (gated("quickGELU", .quickGELU, 1.702), 1.3), (mish, 1.3),
  (form("elu", .elu(alpha: 0.5), { $0 > 0 ? $0 : 0.5 * expm1($0) }, { $0 > 0 ? 1 : 0.5 * exp($0) }), 1),
  (
    form(
      "selu", .selu, { $0 > 0 ? 1.0507009873554805 * $0 : 1.7580993408473768 * expm1($0) },
      { $0 > 0 ? 1.0507009873554805 : 1.7580993408473768 * exp($0) }), 2
  ),
  (form("exp", .exp, { exp($0) }, { exp($0) }), 1),
  (form("hardSwish", .hardSwish, { $0 <= -3 ? 0 : $0 >= 3 ? $0 : $0 * ($0 + 3) / 6 }, hardSwishSlope), 2),
  (
    form(
      "hardSigmoid", .hardSigmoid, { $0 <= -3 ? 0 : $0 >= 3 ? 1 : ($0 + 3) / 6 },
      { $0.magnitude < 3 ? 1.0 / 6 : 0 }), 1
  ),
  (form("reluSquared", .reluSquared, { relu($0) * relu($0) }, { 2 * relu($0) }), 0.5),
  (
    form(
      "softsign", .softsign, { $0.isInfinite ? ($0 > 0 ? 1 : -1) : $0 / (1 + $0.magnitude) },
      { 1 / ((1 + $0.magnitude) * (1 + $0.magnitude)) }), 1.6
  ),
]

private func form(
  _ name: String, _ kernel: Activation.Kernel, _ value: @escaping (Double) -> Double,
  _ derivative: @escaping (Double) -> Double
) -> Activation {
  Activation(name, value: value, derivative: derivative).computed(by: kernel)
}

/// x·σ(ax + bx³).
private func gated(_ name: String, _ kernel: Activation.Kernel, _ a: Double, _ b: Double = 0) -> Activation {
  form(name, kernel) { x in
    x.isInfinite ? max(x, 0) : x * sigmoid(x * (a + b * x * x))
  } _: { x in
    if x.magnitude > 1e3 { return x > 0 ? 1 : 0 }
    let u = x * (a + b * x * x)
    return sigmoid(u) * (1 + x * (a + 3 * b * x * x) * sigmoid(-u))
  }
}

private let mish = form("mish", .mish) { x in
  let w = exp(min(x, 40)) * (exp(min(x, 40)) + 2)
  return x == -.infinity ? 0 : x * (w / (w + 2))
} _: { x in
  if x.magnitude > 40 { return x > 0 ? 1 : x < -1e3 ? 0 : (1 + x) * exp(x) }
  let (e, w) = (exp(x), exp(x) * (exp(x) + 2))
  return w / (w + 2) + 4 * x * e * (1 + e) / ((w + 2) * (w + 2))
}

private func hardSwishSlope(_ x: Double) -> Double { x <= -3 ? 0 : x >= 3 ? 1 : x / 3 + 0.5 }

/// Floats of every sign and size, by their bits; NaNs are among them.
private func floats(every stride: UInt32) -> [Float] {
  Swift.stride(from: 0, to: UInt32.max - stride, by: Int(stride)).map { Float(bitPattern: $0) }
}

/// The distance of `y` from the exact `value`, in units of the last place that a Float has there.
private func ulps(_ y: Float, _ value: Double) -> Double {
  let nearest = Float(value)
  if y == nearest || y.isNaN && value.isNaN { return 0 }
  if nearest.isInfinite { return y.isInfinite ? .infinity : Double((nearest.nextDown - y) / y.ulp) + 1 }
  let unit = max(value.magnitude.binade * 0x1p-23, 0x1p-149)
  return (Double(y) - value).magnitude / unit
}

/// The bits of numbers; any NaN is as good as another, for processors and compilers may choose among them.
private func bits(_ values: some Sequence<Float>) -> [UInt32] {
  values.map { $0.isNaN ? Float.nan.bitPattern : $0.bitPattern }
}

/// Pseudorandom numbers, the same ones each time.
private struct Numbers {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  /// A number of ordinary size, and now and then any Float there is.
  mutating func nextFloat() -> Float {
    if next(below: 8) == 0 { return Float(bitPattern: UInt32(truncatingIfNeeded: state >> 20)) }
    return Float(next(below: 1 << 20) - 1 << 19) / 40_000
  }
}

/// The levels of this processor; calls `body` at each and returns to the best.
private func atEachLevel(_ body: (Int32) -> Void) {
  for level in Int32(0)..<3 where kernels_force_level(level) { body(level) }
  _ = kernels_force_level(-1)
}

@Suite(.serialized) struct ArrayTests {
  @Test(arguments: arrayForms.map(\.0.name))
  func `an array form is exact within its bound, over all floats`(name: String) throws {
    let (activation, bound) = try #require(arrayForms.first { $0.0.name == name })
    let xs = floats(every: 65_521)
    let ys = activation(xs)
    for (x, y) in zip(xs, ys) where ulps(y, activation.value(Double(x))) > bound {
      Issue.record("\(name)(\(x)) = \(y), exact \(activation.value(Double(x)))")
      return
    }
  }

  @Test(arguments: arrayForms.map(\.0.name))
  func `every level, length and alignment gives the same bits`(name: String) throws {
    let (activation, _) = try #require(arrayForms.first { $0.0.name == name })
    var random = Numbers(state: 17)
    for length in 0...130 {
      let start = random.next(below: 64)
      let xs = (0..<start + length).map { _ in random.nextFloat() }
      let expected = bits(xs.map { activation([$0])[0] })
      atEachLevel { level in
        var ys = xs
        ys.withUnsafeMutableBufferPointer {
          activation.map(inPlace: UnsafeMutableBufferPointer(rebasing: $0[start...]))
        }
        let isUntouched = bits(ys[..<start]) == bits(xs[..<start])
        let isSame = bits(ys[start...]) == Array(expected[start...])
        #expect(isUntouched && isSame, "level \(level), length \(length), start \(start)")
      }
    }
  }

  @Test(arguments: arrayForms.map(\.0.name))
  func `an array form has the limits of the function, and keeps NaN and its own length`(name: String) throws {
    let (activation, _) = try #require(arrayForms.first { $0.0.name == name })
    let xs: [Float] = [.infinity, -.infinity, .nan, 0, -0.0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude]
    let ys = activation(xs)
    #expect(ys[2].isNaN && activation([-Float.nan, Float(bitPattern: 0x7F80_0001)]).allSatisfy(\.isNaN))
    for (x, y) in zip(xs, ys) where !x.isNaN {
      #expect(
        (Double(y) - activation.value(Double(x))).magnitude <= 2e-45
          || y == Float(activation.value(Double(x))))
    }
    #expect(activation([Float]()).isEmpty)
  }

  @Test func `no value of a tail is lost to zero`() {
    for (activation, x) in [(Activation.gelu, -12.8), (.silu, -90), (.sigmoid, -87), (.softplus, -87)] {
      let exact = activation.value(x)
      #expect(ulps(activation([Float(x)])[0], activation.value(Double(Float(x)))) <= 2.8 && exact != 0)
    }
  }

  @Test(arguments: arrayForms.map(\.0.name))
  func `a pullback multiplies by the slope, with the same bits at every level`(name: String) throws {
    let (activation, _) = try #require(arrayForms.first { $0.0.name == name })
    let xs = floats(every: 1_000_003).filter { !$0.isNaN }
    let dys = xs.indices.map { Float($0 % 7) - 2.5 }
    let slopes = pullback(activation, of: [Float](repeating: 1, count: xs.count), at: xs)
    for (x, slope) in zip(xs, slopes) {
      let exact = activation.derivative(Double(x))
      let isClose =
        (Double(slope) - exact).magnitude <= 1e-6 * max(exact.magnitude, x.magnitude < 4 ? 0.1 : 0)
      #expect(isClose || ulps(slope, exact) <= 3.5, "\(name)′(\(x)) = \(slope), exact \(exact)")
    }
    let expected = bits(zip(dys, slopes).map { $0 * $1 })
    atEachLevel { level in
      let isSame = bits(pullback(activation, of: dys, at: xs)) == expected
      #expect(isSame, "level \(level)")
    }
  }

  @Test func `a pullback of a function without a form of its own uses the scalar slope`() {
    let square = Activation("square", value: { $0 * $0 }, derivative: { 2 * $0 })
    #expect(pullback(square, of: [1, 2, 3], at: [1, -2, 0.5]) == [2, -8, 3])
    #expect(square([Float(3), -0.5]) == [9, 0.25])
  }

  @Test(arguments: Activation.catalog)
  func `arrays of doubles have the bits of the scalar form`(activation: Activation) {
    let xs = linspace(-30, 30, 301)
    var ys = xs
    ys.withUnsafeMutableBufferPointer { activation.map(inPlace: $0) }
    #expect(ys == xs.map(activation.value))
    var zs = xs
    var span = zs.mutableSpan
    activation.map(inPlace: &span)
    #expect(zs == ys)
  }

  @Test func `a span is mapped as a buffer is`() {
    let xs = linspace(-9, 9, 77).map { Float($0) }
    var ys = xs
    var span = ys.mutableSpan
    Activation.gelu.map(inPlace: &span)
    #expect(ys == Activation.gelu(xs))
  }

  @Test func `arrays of doubles have the bits of the scalar form, and of its slope`() {
    let (xs, dys) = ([-1.5, 0.25, 3], [2.0, -1, 0.5])
    var (ys, dxs) = (xs, xs)
    xs.withUnsafeBufferPointer { xs in
      ys.withUnsafeMutableBufferPointer { Activation.gelu.map(xs, into: $0) }
      dys.withUnsafeBufferPointer { dys in
        dxs.withUnsafeMutableBufferPointer { Activation.gelu.pullback(of: dys, at: xs, into: $0) }
      }
    }
    #expect(ys == Activation.gelu(xs))
    #expect(dxs == zip(xs, dys).map { $1 * Activation.gelu.derivative($0) })
  }

  @Test func `an activation whose function is replaced forgets the old array form`() {
    var activation = Activation.gelu
    activation.value = { $0 + 1 }
    #expect(activation([Float(1), 2]) == [2, 3])
  }

  /// The digest was computed on x86-64; other processors, compilers and optimisations have to arrive at it too.
  @Test func `the bits are those of every other processor`() {
    let xs = floats(every: 65_521)
    var ys = xs
    atEachLevel { level in
      var digest: UInt64 = 0xCBF2_9CE4_8422_2325
      for kernel in 0..<Int32(kernel_count.rawValue) {
        kernels_map(kernel, 0.5, xs, &ys, xs.count)
        for word in bits(ys) { digest = (digest ^ UInt64(word)) &* 0x100_0000_01B3 }
      }
      #expect(digest == 0xCDDE_0C48_8971_AA43, "level \(level)")
    }
  }

  @Test func `a level that the processor does not have is refused`() {
    #expect(!kernels_force_level(3) && !kernels_force_level(-2) && kernels_force_level(0))
    #expect(kernels_force_level(-1) && kernels_level() >= 0)
  }
}

private func pullback(_ activation: Activation, of dys: [Float], at xs: [Float]) -> [Float] {
  [Float](unsafeUninitializedCapacity: xs.count) { buffer, count in
    count = xs.count
    let dxs = UnsafeMutableBufferPointer(rebasing: buffer[..<count])
    xs.withUnsafeBufferPointer { xs in
      dys.withUnsafeBufferPointer { activation.pullback(of: $0, at: xs, into: dxs) }
    }
  }
}
