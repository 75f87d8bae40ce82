import Activations
import Testing

@Suite struct PairTests {
  @Test func `sums and products of two doubles are exact`() {
    for (a, b) in Self.integers.map({ (Double($0), Double($1)) }) {
      let product = Pair.product(a, b)
      #expect(product.high == a * b)
      #expect(Int128(product.high) + Int128(product.low) == Int128(a) * Int128(b))
      for factor in [1, 0x1p-30, 0x1p60] {
        let sum = Pair.sum(a, b * factor)
        #expect(sum.high == a + b * factor)
        let scale = factor < 1 ? 0x1p30 : 1
        #expect(
          Int128(sum.high * scale) + Int128(sum.low * scale) == Int128(a * scale) + Int128(b * factor * scale)
        )
      }
      let ordered = a.magnitude >= b.magnitude ? Pair.fastSum(a, b) : Pair.fastSum(b, a)
      #expect(ordered == Pair.sum(a, b))
    }
  }

  @Test func `arithmetic undoes itself to a hundred bits`() {
    for (a, b) in Self.integers.map({ (Double($0), Double($1)) }) {
      let x = Pair(high: a, low: a * 0x1.8p-55)
      let y = Pair(high: b, low: b * -0x1.9p-56)
      #expect(Self.distance(x / y * y, x) < 0x1p-100)
      #expect(Self.distance(x * b / b, x) < 0x1p-100)
      #expect(Self.distance(1 / (1 / x), x) < 0x1p-100)
      #expect(Self.distance((x * y) / x, y) < 0x1p-100)
      #expect(((x + y) - y - x).value.magnitude <= 0x1p-100 * max(a.magnitude, b.magnitude))
      #expect((3 - x + (x - 3)).value == 0)
      let size = a < 0 ? -x : x
      #expect(Self.distance(size.squareRoot() * size.squareRoot(), size) < 0x1p-100)
    }
    #expect(Pair(0).squareRoot() == Pair(0))
  }

  @Test(arguments: pairReferences.indices)
  func `functions of pairs agree with a hundred and twenty digits`(index: Int) throws {
    let (name, x, exact) = pairReferences[index]
    let function = try #require(Self.functions[name])
    #expect(Self.distance(function(x), exact) < 0x1p-58, "\(name)(\(x.value))")
  }

  @Test func `an exponential is multiplied out with one rounding, far outside the doubles`() {
    #expect(ScaledExponential(-1000).value(times: exp(Pair(500))) == exp(-500))
    #expect(ScaledExponential(1000).value(times: exp(Pair(-500))) == exp(500))
    // 745·e^−745 is 425.6… times the least double.
    #expect(ScaledExponential(-745).value(times: 745) == 426 * 0x1p-1074)
    #expect(
      ScaledExponential(-1e300).value(times: 1e300) == 0 && ScaledExponential(1e300).value() == .infinity)
    #expect(ScaledExponential(-.infinity).value() == 0 && ScaledExponential(.nan).value().isNaN)
    #expect(ScaledExponential(-2000).value(times: -1).sign == .minus)
    #expect(ScaledExponential(3).value(times: -0.0).sign == .minus)
    #expect(ScaledExponential(3).value(times: -.infinity) == -.infinity)
    #expect(ScaledExponential(3).value(times: .nan).isNaN)
    #expect(ScaledExponential(-700).value(times: 0x1.fp1023) == exp(-700) * 0x1.fp1023)
    #expect(ScaledExponential(-0.25).value(times: 0x1.fp1023) == exp(-0.25) * 0x1.fp1023)
    #expect(ScaledExponential(700).value(times: 0x1p-1074) == exp(700) * 0x1p-1074)
  }

  @Test func `erfc is the Gaussian times the scaled complement`() {
    for x in linspace(0.5, 27, 213) {
      #expect(scaledGaussian(x).value(times: scaledComplement(Pair(x))) == erfc(x))
      #expect(Self.distance(halfGaussian(x).mantissa, ScaledExponential(-x * x / 2).mantissa) < 0x1p-40)
    }
    #expect(scaledComplement(.infinity) == 0)
    #expect(scaledGaussian(1e200).value() == 0 && halfGaussian(-1e200).value() == 0)
  }

  static let functions: [String: @Sendable (Pair) -> Pair] = [
    "exp": { exp($0) }, "expm1": { expm1($0) }, "log": { log($0) }, "log1p": { log1p($0) },
    "tanh": { tanh($0) }, "erf": { erf($0) }, "scaledComplement": { scaledComplement($0) },
  ]

  /// The distance of two numbers, relative to the second.
  static func distance(_ a: Pair, _ b: Pair) -> Double {
    ((a - b) / b).value.magnitude
  }

  /// Pairs of integers of up to 53 bits, of either sign.
  static let integers: [(Int64, Int64)] = {
    var state: UInt64 = 1
    func next() -> Int64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let size = Int64((state ^ state >> 31) >> (11 + (state >> 60)))
      return state & 0x800 == 0 ? -size - 1 : size + 1
    }
    return (0..<500).map { _ in (next(), next()) }
  }()
}

/// Arguments of both parts and results, computed with a hundred and twenty digits and rounded to two doubles.
private let pairReferences: [(name: String, x: Pair, value: Pair)] = pairReferenceNumbers.map {
  ($0.0, Pair(high: $0.1, low: $0.2), Pair(high: $0.3, low: $0.4))
}

private let pairReferenceNumbers: [(String, Double, Double, Double, Double)] = [
  ("exp", -0x1.2cb3333333333p8, -0x1.a4fae147ae147p-47, 0x1.225720438e331p-434, -0x1.486a971a256c7p-490),
  ("exp", -0x1.a666666666666p1, -0x1.27ae147ae147ap-53, 0x1.2e259bb85be84p-5, -0x1.81934b7a55b6cp-61),
  ("exp", 0x1.12e0be826d695p-30, 0x1.80d43de9cc603p-85, 0x1.000000044b830p0, -0x1.7b444af2c0c1fp-54),
  ("exp", 0x1.999999999999ap-2, 0x1.1eb851eb851ebp-56, 0x1.7de8392fbbfe0p0, 0x1.eb505a7bb187bp-56),
  ("exp", 0x1.419999999999ap4, 0x1.c23d70a3d70a4p-51, 0x1.ff59e006dec82p28, 0x1.61f765542467ep-27),
  ("exp", 0x1.2c26666666666p9, 0x1.a435c28f5c28ep-46, 0x1.08ff455e150bbp866, 0x1.d832a852cc7c4p812),
  ("expm1", -0x1.419999999999ap5, -0x1.c23d70a3d70a4p-50, -0x1.0000000000000p0, 0x1.00a670f646177p-58),
  ("expm1", -0x1.6666666666666p-1, -0x1.f5c28f5c28f5bp-56, -0x1.01bf92311555fp-1, -0x1.0f85775d1ae33p-58),
  ("expm1", -0x1.5798ee2308c3ap-27, -0x1.e1094d643f784p-82, -0x1.5798ee0636111p-27, 0x1.3ce8cacf3f6c2p-82),
  ("expm1", 0x1.26e978d4fdf3bp-7, 0x1.9ce075f6fd21fp-62, 0x1.283e3b6d58a57p-7, -0x1.40ebf611892f1p-62),
  ("expm1", 0x1.89374bc6a7efap-7, 0x1.13404ea4a8c15p-61, 0x1.8b95b2ef0fc62p-7, -0x1.4b676d0420a80p-64),
  ("expm1", 0x1.4cccccccccccdp0, 0x1.d1eb851eb851ep-55, 0x1.55ab83615f8b4p1, 0x1.1cb487f000768p-53),
  ("expm1", 0x1.e800000000000p4, 0x1.5599999999999p-50, 0x1.0063f4e687aa7p44, -0x1.a4ef8f03b2713p-15),
  ("log", 0x1.87e92154ef7acp-665, 0x1.12566421dad5ep-719, -0x1.cc845b54b54f2p8, 0x1.8e7993142466fp-46),
  ("log", 0x1.3333333333333p-2, 0x1.ae147ae147ae1p-57, -0x1.34378fcbda720p0, -0x1.b0b8c7ea4db90p-54),
  ("log", 0x1.fae147ae147aep-1, 0x1.62d0e56041893p-55, -0x1.495453e6fd4a5p-7, -0x1.661a7a5cc7927p-61),
  ("log", 0x1.000001ad7f29bp0, 0x1.666668bfb2072p-55, 0x1.ad7f284a8315fp-24, -0x1.5b3e8dca82ad9p-80),
  ("log", 0x1.ecccccccccccdp2, 0x1.58f5c28f5c28fp-52, 0x1.0546b52e30f62p1, 0x1.64d2502ca4841p-58),
  ("log", 0x1.658e3ab795204p830, 0x1.f493ebcdd0c6bp775, 0x1.1fd2b914f1517p9, 0x1.b50572ad54b52p-51),
  ("log1p", -0x1.fae147ae147aep-1, -0x1.62d0e56041893p-55, -0x1.26bb1bbb55519p2, 0x1.42af42c36e0c6p-53),
  ("log1p", -0x1.3333333333333p-2, -0x1.ae147ae147ae1p-57, -0x1.6d3c324e13f4fp-2, 0x1.b9589e5f00619p-57),
  ("log1p", 0x1.19799812dea11p-40, 0x1.8a10a1b4047b1p-95, 0x1.19799812de065p-40, 0x1.3fd4ffd90e5bcp-94),
  ("log1p", 0x1.47ae147ae147bp-7, 0x1.cac083126e978p-62, 0x1.460d6ccca3677p-7, 0x1.c9e8372f2ce66p-64),
  ("log1p", 0x1.3333333333333p-1, 0x1.ae147ae147ae1p-56, 0x1.e148a1a2726cep-2, -0x1.9fb4ffbd812ebp-56),
  ("log1p", 0x1.6000000000000p2, 0x1.eccccccccccccp-53, 0x1.df2e6d6e5fbabp0, -0x1.df1d105d7f670p-54),
  ("log1p", 0x1.93e5939a08ceap99, 0x1.1aba4db89fc3dp45, 0x1.144f69ff9ffc4p6, 0x1.5df2e7fb255cdp-49),
  ("tanh", -0x1.a666666666666p1, -0x1.27ae147ae147ap-53, -0x1.fe9bdf44f7c03p-1, -0x1.98ea56d80886ep-59),
  ("tanh", -0x1.0c6f7a0b5ed8dp-20, -0x1.77cf44765195fp-75, -0x1.0c6f7a0b5e767p-20, -0x1.f67efa08aa803p-77),
  ("tanh", 0x1.47ae147ae147bp-6, 0x1.cac083126e978p-61, 0x1.47a2e5a063f19p-6, -0x1.f0658165c01c0p-63),
  ("tanh", 0x1.0000000000000p-1, 0x1.6666666666666p-56, 0x1.d9353d7568af4p-2, -0x1.51d8df9536a79p-56),
  ("tanh", 0x1.b333333333333p0, 0x1.30a3d70a3d70ap-54, 0x1.deedf00d3e7f5p-1, 0x1.09f9ebb7144f1p-56),
  ("tanh", 0x1.2800000000000p4, 0x1.9e66666666666p-51, 0x1.ffffffffffffep-1, 0x1.d9ee380d67ed6p-55),
  ("erf", -0x1.199999999999ap1, -0x1.8a3d70a3d70a4p-54, -0x1.ff0bd54025381p-1, 0x1.f312098c67f23p-55),
  ("erf", -0x1.ad7f29abcaf48p-24, -0x1.2ca5d05ea7ab2p-78, -0x1.e4a299fa57a3cp-24, -0x1.807dd39b58dc1p-79),
  ("erf", 0x1.3333333333333p-2, 0x1.ae147ae147ae1p-57, 0x1.50838881dea10p-2, -0x1.7ba7aa9be6ee2p-56),
  ("erf", 0x1.f5c28f5c28f5cp-2, 0x1.5f3b645a1cac0p-56, 0x1.05f961e0696adp-1, -0x1.ac0c3c6b44c66p-55),
  ("erf", 0x1.051eb851eb852p-1, 0x1.6d916872b020cp-56, 0x1.0ef9050dab417p-1, 0x1.997ff5975ee9dp-55),
  ("erf", 0x1.199999999999ap2, 0x1.8a3d70a3d70a4p-53, 0x1.fffffffbcc4d3p-1, 0x1.6f1454fc8b5cfp-57),
  (
    "scaledComplement", 0x1.0000000000000p-1, 0x1.6666666666666p-56, 0x1.3b3bc3c98b0f3p-1,
    -0x1.3122695238c7fp-55
  ),
  (
    "scaledComplement", 0x1.051eb851eb852p-1, 0x1.6d916872b020cp-56, 0x1.38a074525b3aep-1,
    -0x1.4d9bfe5259d06p-57
  ),
  (
    "scaledComplement", 0x1.ccccccccccccdp-1, 0x1.428f5c28f5c29p-55, 0x1.d37d0880162ecp-2,
    0x1.b2e407d5bd804p-58
  ),
  (
    "scaledComplement", 0x1.1eb851eb851ecp1, 0x1.916872b020c4ap-54, 0x1.db15e24a1de49p-3,
    -0x1.112fcce15a5d8p-58
  ),
  (
    "scaledComplement", 0x1.7f5c28f5c28f6p2, 0x1.0c5a1cac08312p-52, 0x1.7ca1748700aedp-4,
    0x1.670e1db0dd878p-58
  ),
  (
    "scaledComplement", 0x1.80a3d70a3d70ap2, 0x1.0d3f7ced91687p-52, 0x1.7b659daa36f82p-4,
    0x1.12df6fd518c84p-58
  ),
  (
    "scaledComplement", 0x1.4400000000000p5, 0x1.c599999999999p-50, 0x1.c856cfcd917e5p-7,
    0x1.e88ea38f8bc63p-62
  ),
  (
    "scaledComplement", 0x1.dcd6500000000p29, 0x1.4dc9380000000p-25, 0x1.362a9ffc610dcp-31,
    0x1.797d88e4ae3f7p-85
  ),
]
