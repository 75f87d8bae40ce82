import Activations
import Neural
import Testing

@Suite struct ClosedLoopTests {
  @Test(arguments: [
    (0.5, 0.0, 0.5), (1.1, 0.5029405749, 0.821756), (1.5, 0.8585596366, 0.394313),
    (2, 0.9575040241, 0.166372),
    (3, 0.9949015285, 0.030513), (-0.5, 0, -0.5),
  ])
  func `a loop through tanh ends at its fixed point`(weight: Double, state: Double, multiplier: Double) {
    let limit = ClosedLoop(.tanh, weight: weight).limit(from: 0.3)
    #expect(limit.period == 1 && limit.stability == .attracting)
    #expect((limit.points[0] - state).magnitude < 1e-9 && (limit.multiplier - multiplier).magnitude < 1e-6)
  }

  @Test func `a strong negative weight makes a cycle of two states, whose slopes are multiplied`() {
    let limit = ClosedLoop(.tanh, weight: -1.5).limit(from: 0.3)
    #expect(limit.period == 2 && limit.stability == .attracting)
    #expect((limit.points[0] + limit.points[1]).magnitude < 1e-12)
    #expect((limit.points[0].magnitude - 0.8585596366).magnitude < 1e-9)
    #expect((limit.multiplier - 0.394313 * 0.394313).magnitude < 1e-6)
  }

  @Test func `with weight 1 the state creeps to 0 like the root of 3 by 2t, and is not called settled`() {
    let limit = ClosedLoop(.tanh, weight: 1).limit(from: 0.3)
    #expect(limit.kind == .unsettled && limit.period == nil)
    #expect((limit.points[0] / (3 / 40_000.0).squareRoot() - 1).magnitude < 0.001)
  }

  @Test func `a start below 0 ends below 0`() {
    let above = ClosedLoop(.tanh, weight: 1.5).limit(from: 0.3).points[0]
    #expect(ClosedLoop(.tanh, weight: 1.5).limit(from: -0.3).points == [-above])
  }

  @Test func `an unbounded activation lets a state grow without end, and no trap is hit`() {
    let limit = ClosedLoop(.relu, weight: 1.5, bias: 0.1).limit(from: 0.3)
    #expect(limit.kind == .diverged && limit.period == nil && limit.points == [.infinity])
  }

  @Test func `a loop through the sine can wander without ever repeating`() {
    #expect(ClosedLoop(.sine, weight: 20).limit(from: 0.3).kind == .unsettled)
  }

  @Test func `beyond weight 1 zero is still a fixed point, but drives its neighbours away`() {
    let points = ClosedLoop(.tanh, weight: 1.5).fixedPoints(in: -2...2)
    #expect(points.map(\.stability) == [.attracting, .repelling, .attracting])
    #expect(zip(points, [-0.8585596366, 0, 0.8585596366]).allSatisfy { ($0.state - $1).magnitude < 1e-9 })
    #expect(points[1].multiplier == 1.5)
  }

  @Test func `a jump across the diagonal is no fixed point, and of an interval the ends are listed`() {
    let step = Activation("down", value: { $0 > 0 ? -1 : 1 }, derivative: { _ in 0 })
    #expect(ClosedLoop(step, weight: 1).fixedPoints(in: -0.5...0.7).isEmpty)
    #expect(ClosedLoop(.relu, weight: 1).fixedPoints(in: -2...2).map(\.state) == [0, 2])
  }

  @Test func `the gradient through time is the product of the multipliers`() {
    let loop = ClosedLoop(.tanh, weight: 1.3, bias: 0.2)
    let h = 1e-5
    let difference = (loop.state(after: 12, from: 0.4 + h) - loop.state(after: 12, from: 0.4 - h)) / (2 * h)
    #expect((loop.gradient(from: 0.4, steps: 12) / difference - 1).magnitude < 1e-6)
  }
}

@Suite struct RotationLoopTests {
  @Test(arguments: [(1.2, 0.733804, 0.784187), (2.0, 0.983356, 1.254846)])
  func `two units that turn each other end on a limit cycle`(gain: Double, smallest: Double, largest: Double)
  {
    for start in [0.01, 0.3, 1] {
      let radii = RotationLoop(gain: gain).radii(from: (start, 0))
      #expect(radii.map { ($0.lowerBound - smallest).magnitude < 1e-4 } == true)
      #expect(radii.map { ($0.upperBound - largest).magnitude < 1e-4 } == true)
    }
  }

  @Test func `below gain 1 they come to rest, and without a bound they fly away`() {
    #expect(RotationLoop(gain: 0.8).radii(from: (0.3, 0)).map { $0.upperBound < 1e-100 } == true)
    #expect(RotationLoop(.identity, gain: 1.2).radii(from: (0.3, 0)) == nil)
  }
}

@Suite struct SpectrumTests {
  private func matrix(_ rows: [[Double]]) -> Tensor { Tensor(rows, dtype: .float64) }

  @Test func `the spectral radius is right for real, complex, repeated and missing eigenvalues`() {
    #expect((matrix([[2, 0], [0, -3]]).spectralRadius - 3).magnitude < 1e-12)
    // Eigenvalues ±2i, 1 ± i√3 and twice 5.
    #expect((matrix([[0, -2], [2, 0]]).spectralRadius - 2).magnitude < 1e-12)
    #expect((matrix([[1, -3], [1, 1]]).spectralRadius - 2).magnitude < 1e-12)
    #expect((matrix([[5, 1], [0, 5]]).spectralRadius - 5).magnitude < 1e-9)
    #expect(matrix([[0, 1], [0, 0]]).spectralRadius == 0)
    #expect(matrix([[.nan, 1], [0, 0]]).spectralRadius.isNaN)
  }

  @Test func `the spectral radius of a huge or a tiny matrix neither overflows nor vanishes`() {
    for size in [1e-300, 1e-170, 1e170, 1e300] {
      let found = matrix([[0, -2 * size], [2 * size, 0]]).spectralRadius
      #expect((found / (2 * size) - 1).magnitude < 1e-12, "\(size): \(found)")
    }
    #expect(matrix([[0, 0], [0, 0]]).spectralRadius == 0)
  }

  @Test func `the spectral radius of a companion matrix is the size of the largest root`() {
    // (x − 1.5)(x² + x + 4): roots 1.5 and a complex pair of size 2.
    let companion = matrix([[0.5, -2.5, 6], [1, 0, 0], [0, 1, 0]])
    #expect((companion.spectralRadius - 2).magnitude < 1e-10)
  }

  @Test func `scaling gives the radius asked for, whatever the size`() {
    var generator = SeededGenerator(seed: 3)
    let random = Tensor.normal([12, 12], dtype: .float64, using: &generator)
    #expect((random.scaled(toSpectralRadius: 1.1).spectralRadius - 1.1).magnitude < 1e-10)
    #expect(((random * 1e150).scaled(toSpectralRadius: 0.5).spectralRadius - 0.5).magnitude < 1e-10)
  }

  @Test func `the spectral norm is that of closed forms, of tall and of tiny matrices`() {
    // Singular values of [[1, 1], [0, 1]]: the golden ratio and its inverse.
    #expect((matrix([[1, 1], [0, 1]]).spectralNorm - (1 + 5.0.squareRoot()) / 2).magnitude < 1e-9)
    #expect((matrix([[3], [4]]).spectralNorm - 5).magnitude < 1e-12)
    #expect((matrix([[0, 3e-200], [1e-200, 0]]).spectralNorm / 3e-200 - 1).magnitude < 1e-9)
    #expect(matrix([[0, 0], [0, 0]]).spectralNorm == 0 && matrix([[.infinity]]).spectralNorm.isNaN)
  }

  @Test func `the Jacobians' product is the slope of the last state by the first`() {
    var generator = SeededGenerator(seed: 5)
    let map = RecurrentMap(width: 1, spectralRadius: 0.9, using: &generator)
    let inputs = (0..<6).map { _ in Tensor.normal([1, 1], dtype: .float64, using: &generator) }
    func last(_ start: Double) -> Double {
      inputs.reduce(Tensor([[start]], dtype: .float64)) { map.sums($0, $1).tanh() }.item
    }
    let difference = (last(1e-5) - last(-1e-5)) / 2e-5
    #expect((map.jacobianNorms(inputs)[5] / difference.magnitude - 1).magnitude < 1e-6)
  }

  @Test func `without an activation the norm is that of a power of the weights`() {
    let map = RecurrentMap(weight: matrix([[0, -0.9], [0.9, 0]]), activation: .identity)
    let norms = map.jacobianNorms((0..<20).map { _ in .zeros([2, 1], dtype: .float64) })
    var power = 1.0
    for norm in norms {
      power *= 0.9
      #expect((norm / power - 1).magnitude < 1e-12)
    }
  }
}

@Suite struct JordanTests {
  @Test func `a Jordan network hears its last output and nothing else of the past`() {
    var generator = SeededGenerator(seed: 1)
    let network = JordanNetwork(1, 4, 1, decay: 0.5, using: &generator)
    let x = Tensor([0.3, -0.8, 0.5], shape: [3, 1, 1])
    let outputs = network(x).values
    var state = 0.0
    for (t, input) in x.values.enumerated() {
      let h = (0..<4).map { i in
        tanh(
          network.input.weight[i, 0] * input + (network.input.bias?[i] ?? 0)
            + network.feedback.weight[i, 0] * state)
      }
      let y = (0..<4).reduce(network.output.bias?[0] ?? 0) { $0 + network.output.weight[0, $1] * h[$1] }
      #expect((outputs[t] - y).magnitude < 1e-5)
      state = 0.5 * state + y
    }
  }

  @Test func `gradients of a Jordan network go back through its outputs`() throws {
    var generator = SeededGenerator(seed: 2)
    let network = JordanNetwork(1, 3, 1, using: &generator)
    let x = Tensor([0.5, 0.1, -0.4, 0.2], shape: [4, 1, 1])
    let weight = network.feedback.weight
    network(x).slice(3..<4).sum().backward()
    let slope = try #require(weight.gradient?.values[0])
    func output(_ shift: Double) -> Double {
      let values = weight.values
      defer { weight.copyValues(of: Tensor(values, shape: [3, 1])) }
      weight.copyValues(of: Tensor([values[0] + shift] + values.dropFirst(), shape: [3, 1]))
      return network(x).values[3]
    }
    #expect((slope - (output(0.01) - output(-0.01)) / 0.02).magnitude < 1e-3 && slope != 0)
  }
}

@Suite struct HopfieldTests {
  @Test func `two stored patterns are recalled from a quarter of wrong spins, and are at rest`() {
    var generator = SeededGenerator(seed: 1)
    let patterns = (0..<2).map { _ in HopfieldNetwork.randomSpins(60, using: &generator) }
    let network = HopfieldNetwork(storing: patterns)
    for pattern in patterns {
      let start = HopfieldNetwork.corrupted(pattern, share: 0.25, using: &generator)
      #expect(HopfieldNetwork.overlap(start, pattern) == 0.5)
      let recall = network.recall(from: start, using: &generator)
      #expect(recall.spins == pattern && recall.isStable)
      #expect(network.recall(from: pattern, using: &generator).sweeps == 1)
    }
  }

  @Test func `the energy never rises, however full the memory, and ends as the formula says`() {
    var generator = SeededGenerator(seed: 2)
    for count in [1, 10, 40] {
      let patterns = (0..<count).map { _ in HopfieldNetwork.randomSpins(50, using: &generator) }
      let network = HopfieldNetwork(storing: patterns)
      let recall = network.recall(
        from: HopfieldNetwork.randomSpins(50, using: &generator), using: &generator)
      #expect(zip(recall.energies, recall.energies.dropFirst()).allSatisfy { $1 <= $0 })
      #expect((recall.energies.last ?? .nan) == network.energy(recall.spins) && recall.isStable)
      #expect(network.energy(recall.spins) == -energyByFormula(network, recall.spins))
    }
  }

  private func energyByFormula(_ network: HopfieldNetwork, _ spins: [Double]) -> Double {
    var sum = 0.0
    for i in spins.indices {
      for j in spins.indices { sum += (network.weight(i, j) * 50).rounded() * spins[i] * spins[j] }
    }
    return sum / 2 / 50
  }

  @Test func `weights are symmetric, without a diagonal, and those of Hebb's rule`() {
    let network = HopfieldNetwork(storing: [[1, -1, 1, 1], [1, 1, -1, 1]])
    #expect((0..<4).allSatisfy { network.weight($0, $0) == 0 })
    #expect(network.weight(0, 3) == 0.5 && network.weight(1, 2) == -0.5 && network.weight(0, 1) == 0)
    #expect(network.weight(2, 1) == network.weight(1, 2))
  }

  @Test func `the opposite of a stored pattern is at rest too, and a limit of sweeps is kept`() {
    var generator = SeededGenerator(seed: 4)
    let pattern = HopfieldNetwork.randomSpins(30, using: &generator)
    let network = HopfieldNetwork(storing: [pattern])
    #expect(network.recall(from: pattern.map { -$0 }, using: &generator).spins == pattern.map { -$0 })
    let start = HopfieldNetwork.corrupted(pattern, share: 0.4, using: &generator)
    let none = network.recall(from: start, sweeps: 0, using: &generator)
    #expect(none.spins == start && !none.isStable)
  }
}
