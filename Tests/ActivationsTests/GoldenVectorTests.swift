import Activations
import Testing

@Suite struct GoldenVectorTests {
  static let golden = GoldenFile.recorded

  @Test(arguments: ["softmax", "logSoftmax", "logSumExp", "sparsemax"])
  func `vector activations and their products with a cotangent are exact to two units`(name: String) throws {
    let activation = try #require(VectorActivation.named(name))
    let key = ["logSoftmax": "log_softmax", "logSumExp": "logsumexp"][name] ?? name
    for vector in Self.golden.vectors {
      let x = try #require(vector["x"]).doubles
      expect(activation(x), try #require(vector[key]).doubles, "\(name) of \(x)")
      if name == "logSumExp" {
        let gradient = try #require(vector["logsumexp_grad"]).doubles
        expect(activation.vjp(at: x, cotangent: [1]), gradient, "\(name)′ of \(x)")
      } else if let product = vector[key + "_vjp"]?.doubles {
        let cotangent = try #require(vector["cotangent"]).doubles
        expect(activation.vjp(at: x, cotangent: cotangent), product, "\(name)′ of \(x)")
      }
    }
    #expect(Self.golden.vectors.count == 10)
  }

  @Test(arguments: [
    ("glu", GatedUnit.glu), ("bilinear", .bilinear), ("reglu", .reGLU), ("geglu", .geGLU),
    ("geglu_tanh", .geGLUTanh), ("swiglu", .swiGLU),
  ])
  func `gated units and both their slopes are exact to five units`(name: String, unit: GatedUnit) throws {
    let gated = Self.golden.gated
    let recorded = try #require(gated.functions[name])
    let (values, gates) = (gated.value.doubles, gated.gate.doubles)
    let slopes = zip(values, gates).map { unit.derivatives(value: $0, gate: $1) }
    expect(unit(values + gates), recorded.y.doubles, name, within: 5)
    expect(slopes.map(\.value), recorded.dvalue.doubles, "\(name) by value", within: 5)
    expect(slopes.map(\.gate), recorded.dgate.doubles, "\(name) by gate", within: 5)
  }

  /// The recorded numbers come from 60 digits, which make a 0 of what is smaller after a cancellation.
  private func expect(_ given: [Double], _ exact: [Double], _ what: String, within bar: UInt64 = 2) {
    #expect(given.count == exact.count, "\(what)")
    for (a, b) in zip(given, exact) where !(b == 0 && a.magnitude < 1e-60) {
      #expect(Precision.double.ulps(a, b) <= bar, "\(what): \(a) instead of \(b)")
    }
  }
}
