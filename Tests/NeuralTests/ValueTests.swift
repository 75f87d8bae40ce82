import Activations
import Neural
import Testing

@Suite struct ValueTests {
  @Test func `the example of micrograd's README has its gradients`() {
    let a: Value = -4
    let b: Value = 2
    var c = a + b
    var d = a * b + b.pow(3)
    c = c + (c + 1)
    c = c + (1 + c + (-a))
    d = d + (d * 2 + (b + a).relu())
    d = d + (3 * d + (b - a).relu())
    let e = c - d
    let f = e.pow(2)
    var g = f / 2
    g = g + 10 / f
    g.backward()
    #expect((g.data - 24.7041).magnitude < 5e-5)
    #expect((a.gradient - 138.8338).magnitude < 5e-5)
    #expect((b.gradient - 645.5773).magnitude < 5e-5)
  }

  @Test func `a chain of a million operations is walked and released`() {
    let start = Value(0.5)
    var end = start
    for _ in 0..<1_000_000 { end = end + 1e-6 }
    end.backward()
    #expect(start.gradient == 1)
    #expect((end.data - 1.5).magnitude < 1e-9)
  }

  @Test func `gradients of several calls are summed, through values that they share too`() {
    let a = Value(3)
    let b = 2 * a
    let (c, d) = (3 * b, b * b)
    c.backward()
    d.backward()
    #expect(b.gradient == 3 + 12 && a.gradient == 6 + 24)
    c.backward()
    #expect(b.gradient == 6 + 12 && a.gradient == 12 + 24 && c.gradient == 2)
  }

  @Test func `a negative number has whole powers, large ones too, and no others`() {
    #expect(Value(-1).pow(2000).data == 1 && Value(-1).pow(2001).data == -1)
    #expect((Value(-0.999).pow(1025).data / Value(0.999).pow(1025).data + 1).magnitude < 1e-12)
    #expect(Value(-1).pow(0.5).data.isNaN && Value(-1).pow(1000.5).data.isNaN)
  }

  static let formulas: [(String, @Sendable (Value, Value) -> Value)] = [
    ("+", { $0 + $1 }), ("-", { $0 - $1 }), ("*", { $0 * $1 }), ("/", { $0 / $1 }),
    ("negative", { -$0 - $1 }),
    ("pow 3", { $0.pow(3) * $1 }), ("pow -1.5", { $0.pow(-1.5) * $1 }), ("exp", { $0.exp() * $1 }),
    ("log", { $0.log() * $1 }), ("tanh", { $0.tanh() * $1 }), ("sigmoid", { $0.sigmoid() * $1 }),
    ("relu", { $0.relu() * $1 }), ("gelu", { $0.map(.gelu) * $1 }),
    ("diamond", { ($0 * $1 + $0).exp() / ($0 + $1) }),
  ]

  @Test(arguments: formulas)
  func `a slope agrees with a central difference`(
    _ name: String, _ formula: @Sendable (Value, Value) -> Value
  ) {
    let (x, y, step) = (0.7, 1.3, 1e-6)
    let (a, b) = (Value(x), Value(y))
    formula(a, b).backward()
    let alongX =
      (formula(Value(x + step), Value(y)).data - formula(Value(x - step), Value(y)).data) / (2 * step)
    let alongY =
      (formula(Value(x), Value(y + step)).data - formula(Value(x), Value(y - step)).data) / (2 * step)
    #expect((a.gradient - alongX).magnitude < 1e-8, "\(name)")
    #expect((b.gradient - alongY).magnitude < 1e-8, "\(name)")
  }
}
