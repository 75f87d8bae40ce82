import Activations
import Testing

@Suite struct GaussianMomentsTests {
  @Test(arguments: gaussianMomentReferences)
  func `moments agree to the twelve digits that are recorded`(
    name: String, mean: Double, square: Double, slopeSquare: Double
  ) throws {
    let moments = try #require(Activation.named(name)).gaussianMoments
    #expect((moments.mean - mean).magnitude <= 5e-12 * max(1, mean.magnitude), "\(moments.mean)")
    #expect((moments.secondMoment - square).magnitude <= 5e-12 * max(1, square), "\(moments.secondMoment)")
    #expect(
      (moments.slopeSecondMoment - slopeSquare).magnitude <= 5e-12 * max(1, slopeSquare),
      "\(moments.slopeSecondMoment)")
  }

  @Test func `the reference table covers the catalogue`() {
    #expect(gaussianMomentReferences.map(\.name) == Activation.catalog.map(\.name))
  }

  @Test func `gains are those that keep the size of outputs and gradients`() {
    #expect((Activation.relu.forwardGain - 2.0.squareRoot()).magnitude < 1e-14)
    #expect((Activation.relu.backwardGain - 2.0.squareRoot()).magnitude < 1e-14)
    #expect((Activation.selu.forwardGain - 1).magnitude < 1e-13)
    #expect(Activation.selu.gaussianMoments.mean.magnitude < 1e-14)
    #expect((Activation.selu.gaussianMoments.variance - 1).magnitude < 1e-13)
    #expect(Activation.step.backwardGain == .infinity)
    for slope in [0, 0.01, 0.25, 1] {
      let expected = (2 / (1 + slope * slope)).squareRoot()
      #expect((Activation.leakyReLU(slope: slope).forwardGain - expected).magnitude < 1e-14)
    }
  }

  @Test(arguments: [1e-4, 0.25, 1, 3, 50])
  func `moments for inputs of another variance are those of the scaled function`(variance: Double) {
    let relu = GaussianMoments(of: .relu, variance: variance)
    #expect((relu.secondMoment / (variance / 2) - 1).magnitude < 1e-12)
    #expect((relu.slopeSecondMoment - 0.5).magnitude < 1e-12)
    // The slope is 1 where the input lies between the kinks at ±1.
    let inside = erf(1 / (2 * variance).squareRoot())
    let hardTanh = GaussianMoments(of: .hardTanh, variance: variance)
    #expect((hardTanh.slopeSecondMoment - inside).magnitude < 1e-12)
  }

  @Test func `an instructor's own activation has moments, also with kinks that are not declared`() {
    let cube = Activation("cube") { x in x * x * x }
    #expect((cube.gaussianMoments.secondMoment - 15).magnitude < 1e-11)
    #expect((cube.gaussianMoments.slopeSecondMoment - 27).magnitude < 1e-11)
    #expect(cube.gaussianMoments.mean.magnitude < 1e-13)
    let hidden = Activation("hidden", value: { relu($0 - 0.3) }, derivative: { reluDerivative($0 - 0.3) })
    let declared = Activation(
      "declared", kinks: [0.3], value: { relu($0 - 0.3) }, derivative: { reluDerivative($0 - 0.3) })
    let (guessed, known) = (hidden.gaussianMoments, declared.gaussianMoments)
    #expect((guessed.secondMoment - known.secondMoment).magnitude < 1e-12)
    #expect((guessed.slopeSecondMoment - known.slopeSecondMoment).magnitude < 1e-10)
  }

  @Test func `steep functions are integrated as exactly as flat ones`() {
    // E σ(βz) is ½ for every β; E (softplus)′² is E σ²
    for beta in [1.0, 30, 1000] {
      let moments = Activation("steep") { x in sigmoid(beta * x) }.gaussianMoments
      #expect((moments.mean - 0.5).magnitude < 1e-13)
      let slopes = Activation.softplus(beta: beta).gaussianMoments.slopeSecondMoment
      #expect((slopes - moments.secondMoment).magnitude < 1e-12)
    }
  }
}
