import Activations
import Testing

/// What the derivative check tells beside its verdict.
@Suite struct ClinicTests {
  @Test(arguments: Activation.catalog)
  func `second derivatives agree with slopes of the first`(activation: Activation) throws {
    let check = try #require(activation.checkSecondDerivative())
    #expect(check.verdict != .wrong, "\(activation): \(String(describing: check.worst))")
  }

  @Test func `a wrong second derivative is caught`() throws {
    var wrong = Activation.gelu
    wrong.secondDerivative = { Activation.gelu.derivative($0) * 1.000001 }
    #expect(try #require(wrong.checkSecondDerivative()).verdict == .wrong)
  }

  @Test func `saturation begins where the slope is lost against its maximum`() throws {
    let grid = linspace(-60, 60, 241)
    let sigmoid = Activation.sigmoid.checkDerivative(on: grid)
    let (below, above) = (try #require(sigmoid.saturatedBelow), try #require(sigmoid.saturatedAbove))
    #expect(below == -above)
    for x in [below, above] { #expect(Activation.sigmoid.derivative(x) < 0.25e-16) }
    #expect(Activation.sigmoid.derivative(above - 0.5) >= 0.25e-16)
    #expect(Activation.relu.checkDerivative().saturatedBelow == linspace(-8, 8, 161)[79])
    #expect(Activation.relu.checkDerivative().saturatedAbove == nil)
    #expect(Activation.identity.checkDerivative().saturatedBelow == nil)
  }

  @Test(arguments: [Activation.tanh, .sigmoid, .gelu, .silu, .exponential])
  func `the predicted step is within a factor of ten of the best one`(activation: Activation) throws {
    let sweep = try #require(activation.checkDerivative(on: [0.7]).sweep)
    let (predicted, measured) = (try #require(sweep.predictedStep), try #require(sweep.measuredStep))
    #expect(predicted < 10 * measured && measured < 10 * predicted, "\(predicted) and \(measured)")
  }
}
