import Activations
import Testing

@Suite struct PlantedErrorTests {
  static let grid = linspace(-8, 8, 81)

  @Test(arguments: Activation.catalog)
  func `every mistake that makes a difference is caught, a dozen at least`(activation: Activation) {
    var planted = 0
    for mutation in Mutation.all {
      guard let wrong = mutation.applied(to: activation, on: Self.grid) else { continue }
      planted += 1
      #expect(wrong.checkDerivative(on: Self.grid).verdict == .wrong, "\(mutation) of \(activation)")
    }
    #expect(planted >= 12)
  }

  @Test(arguments: Activation.catalog)
  func `values alone are enough to catch every mistake`(activation: Activation) {
    var known = activation
    (known.jet, known.complex) = (nil, nil)
    for mutation in Mutation.all {
      guard let wrong = mutation.applied(to: known, on: Self.grid) else { continue }
      #expect(wrong.checkDerivative(on: Self.grid).verdict == .wrong, "\(mutation) of \(activation)")
    }
  }

  @Test func `with its formula an error in the thirteenth digit is caught`() {
    for activation in Activation.catalog where activation.name != "step" {
      var wrong = activation
      wrong.derivative = { activation.derivative($0) * (1 + 1e-13) }
      #expect(wrong.checkDerivative(on: Self.grid).verdict == .wrong, "\(activation)")
    }
  }

  @Test func `a value that is not that of its formula is caught`() {
    var wrong = Activation.gelu
    wrong.value = { gelu($0) * (1 + 1e-12) }
    #expect(!wrong.checkDerivative(on: Self.grid).valueErrors.isEmpty)
    #expect(wrong.checkDerivative(on: Self.grid).verdict == .wrong)
  }

  @Test func `a mistake that makes no difference is not planted`() {
    let names = Mutation.all.filter { $0.applied(to: .identity) != nil }.map(\.name)
    #expect(!names.contains("productRuleForgotten") && !names.contains("squared"))
    #expect(names.contains("signFlipped") && Set(Mutation.all.map(\.name)).count == Mutation.all.count)
  }
}
