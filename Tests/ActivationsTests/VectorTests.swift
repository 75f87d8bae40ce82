import Activations
import Testing

@Suite struct VectorTests {
  @Test func `shares add up to 1 and do not depend on what is added to all numbers`() {
    let x = [1.5, -2.25, 0.5, 3]
    for shift in [0.0, 1000, -1000, 0x1p40] {
      #expect(softmax(x.map { $0 + shift }) == softmax(x))
      #expect(sparsemax(x.map { $0 + shift }) == sparsemax(x))
    }
    #expect((softmax(x).reduce(0, +) - 1).magnitude <= 0x1p-52)
    #expect((sparsemax(x).reduce(0, +) - 1).magnitude <= 0x1p-52)
    #expect(softmin(x) == softmax(x.map { -$0 }))
  }

  @Test func `nothing comes of nothing`() {
    for name in ["softmax", "logSoftmax", "softmin", "sparsemax", "maxout", "cReLU", "glu"] {
      let activation = VectorActivation.named(name)
      #expect(activation?([]) == [] && activation?.vjp(at: [], cotangent: []) == [], "\(name)")
    }
    #expect(logSumExp([]) == -.infinity)
  }

  @Test func `infinite numbers share as equal finite ones do, and NaN spreads`() {
    let infinity = Double.infinity
    #expect(softmax([infinity, 3, infinity]) == [0.5, 0, 0.5])
    #expect(softmax([-infinity, 3, 3]) == [0, 0.5, 0.5])
    #expect(softmax([-infinity, -infinity]) == [0.5, 0.5])
    #expect(sparsemax([infinity, 3, infinity]) == [0.5, 0, 0.5])
    #expect(sparsemax([-infinity, 3, -infinity]) == [0, 1, 0])
    #expect(logSoftmax([-infinity, 0]) == [-infinity, 0])
    #expect(logSumExp([-infinity, -infinity]) == -infinity && logSumExp([1, infinity]) == infinity)
    #expect(logSumExp([-infinity, 2]) == 2)
    for activation in VectorActivation.catalog.prefix(5) {
      #expect(activation([1, .nan]).allSatisfy { $0.isNaN }, "\(activation)")
    }
    #expect(maxout([1, .nan, 2, 3])[0].isNaN && maxout([1, .nan, 2, 3])[1] == 3)
  }

  @Test func `tiny shares keep their digits`() {
    #expect(softmax([0, -740])[1] == exp(-740))
    #expect(logSoftmax([0, -740])[0] == -exp(-740))
    #expect(logSoftmax([0, -650])[0] == -exp(-650))
    #expect(logSoftmax([0, -1e300])[1] == -1e300)
    #expect(logSumExp([0, -700]) == exp(-700))
    // The slope of the winner's share is the loser's share, with the sign turned.
    #expect(softmaxVJP(at: [0, -540], cotangent: [1, 0])[0] == exp(-540))
    #expect(softmaxVJP(at: [0, -540], cotangent: [0, 1])[0] == -exp(-540))
  }

  @Test func `products with a cotangent agree with differences of the outputs`() {
    let x = [0.3, -1.2, 2.5, 0.9, -0.4, 1.7]
    for activation in VectorActivation.catalog + [.maxout(pieces: 3)] {
      let outputs = activation(x)
      let cotangent = outputs.indices.map { 0.7 - 0.3 * Double($0) }
      let product = activation.vjp(at: x, cotangent: cotangent)
      #expect(product.count == x.count, "\(activation)")
      for index in x.indices {
        var (left, right) = (x, x)
        left[index] -= 0x1p-14
        right[index] += 0x1p-14
        let change = zip(activation(right), activation(left)).map { ($0 - $1) / 0x1p-13 }
        let expected = zip(change, cotangent).reduce(0.0) { $0 + $1.0 * $1.1 }
        #expect((product[index] - expected).magnitude < 1e-7, "\(activation), number \(index)")
      }
    }
  }

  @Test func `a gated unit takes its halves in either order`() {
    let valueFirst = GatedUnit.swiGLU
    var gateFirst = valueFirst
    gateFirst.order = .gateFirst
    #expect(valueFirst([2, 1, 0.5, 3]) == [2 * silu(0.5), silu(3)])
    #expect(gateFirst([0.5, 3, 2, 1]) == valueFirst([2, 1, 0.5, 3]))
    let (one, other) = (
      valueFirst.vjp(at: [2, 1, 0.5, 3], cotangent: [1, -1]),
      gateFirst.vjp(at: [0.5, 3, 2, 1], cotangent: [1, -1])
    )
    #expect(Array(one[2...] + one[..<2]) == other)
    #expect(GatedUnit.bilinear(value: 3, gate: -2) == -6)
  }

  @Test func `a tie in maxout goes to the first, and sparsemax leaves most shares 0`() {
    #expect(maxoutVJP(at: [2, 2, 1, 5], cotangent: [10, 20]) == [10, 0, 0, 20])
    #expect(sparsemax([3, 2.5, 0, -1]) == [0.75, 0.25, 0, 0])
    #expect(sparsemaxVJP(at: [3, 2.5, 0, -1], cotangent: [4, 2, 100, 7]) == [1, -1, 0, 0])
    #expect(cReLU([-2, 3]) == [0, 3, 2, 0])
  }

  @Test func `the catalogue is complete`() {
    #expect(Set(VectorActivation.catalog.map(\.name)).count == 13)
    for activation in VectorActivation.catalog {
      #expect(VectorActivation.named(activation.name)?.name == activation.name)
      #expect(!activation.formula.isEmpty && !activation.vjpFormula.isEmpty && activation.facts != nil)
    }
  }
}
