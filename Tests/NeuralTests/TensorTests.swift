import Activations
import Neural
import Testing

@Suite struct TensorTests {
  @Test(
    arguments: [
      ([3, 4], [4]), ([3, 4], [3, 1]), ([2, 1, 4], [3, 1]), ([], [2, 3]), ([2, 3], []), ([1], [4]),
    ] as [([Int], [Int])])
  func `shapes broadcast by NumPy's rule`(_ left: [Int], _ right: [Int]) {
    let a = Tensor((0..<left.reduce(1, *)).map(Double.init), shape: left)
    let b = Tensor((0..<right.reduce(1, *)).map { Double($0) * 100 }, shape: right)
    let sum = a + b
    let rank = max(left.count, right.count)
    func number(_ tensor: Tensor, _ place: [Int]) -> Double {
      let own = place.suffix(tensor.rank)
      let offset = zip(own, tensor.shape).reduce(0) { $0 * $1.1 + ($1.1 == 1 ? 0 : $1.0) }
      return tensor.values[offset]
    }
    for flat in 0..<sum.count {
      var (rest, place) = (flat, [Int](repeating: 0, count: rank))
      for axis in (0..<rank).reversed() {
        (rest, place[axis]) = rest.quotientAndRemainder(dividingBy: sum.shape[axis])
      }
      #expect(sum.values[flat] == number(a, place) + number(b, place))
    }
  }

  @Test func `the accuracy is the share of rows whose largest number is that of their class`() {
    let scores = Tensor([[0.1, 2, 0], [3, 3, 1], [0, -1, -2], [0, 0, .nan]])
    #expect(scores.accuracy([1, 0, 1, 2]) == 0.75)
    #expect(Tensor([[1, 2]]).meanSquaredError(Tensor([[4, 0]])).item == 6.5)
  }

  @Test func `a tensor is printed by its shape and its first numbers, as short as its precision allows`() {
    #expect("\(Tensor([[0.1, 2]]))" == "Tensor([1, 2], float32: 0.1, 2.0)")
    #expect("\(Tensor(0.1, dtype: .float64))" == "Tensor([], float64: 0.1)")
    #expect("\(Tensor.zeros([9]))".hasSuffix("0.0, …)"))
  }

  @Test func `a value that is used twice gets both gradients`() {
    let x = Tensor([2, 3], dtype: .float64).requiringGradient()
    let y = x * x + x
    (y + y).sum().backward()
    #expect(x.gradient?.values == [10, 14])
  }

  @Test func `the gradients of two calls are summed, and those of results are kept on demand`() {
    let x = Tensor([1, 2], dtype: .float64).requiringGradient()
    let y = (3 * x).keepingGradient()
    let loss = y.sum()
    loss.backward()
    loss.backward()
    #expect(x.gradient?.values == [6, 6])
    #expect(y.gradient?.values == [2, 2])
  }

  @Test func `a gradient that goes two ways is not changed on one of them`() {
    let x = Tensor([1.0], dtype: .float64).requiringGradient()
    let y = Tensor([1.0], dtype: .float64).requiringGradient()
    (x + y).sum().backward()
    (x + y).sum().backward()
    #expect(x.gradient?.values == [2] && y.gradient?.values == [2])
    (2 * x).sum().backward()
    #expect(x.gradient?.values == [4] && y.gradient?.values == [2])
  }

  @Test func `nothing is noted where gradients are not asked for`() {
    let x = Tensor([1, 2]).requiringGradient()
    #expect(withoutGradients { (x * 2).operation } == nil)
    #expect((x.detached * 2).operation == nil)
    #expect((x * 2).operation == "*")
  }

  @Test func `a chain of many operations is walked and released`() {
    let x = Tensor([1.0], dtype: .float64).requiringGradient()
    var y = x
    for _ in 0..<100_000 { y = (y + 1e-5).tanh().reshaped([1]) * 1.0000001 }
    y.sum().backward()
    #expect(x.gradient != nil)
  }

  @Test func `layers take a batch without examples`() {
    var generator = SeededGenerator(seed: 1)
    let images = Sequential(
      Conv2d(1, 2, kernel: 3, using: &generator), Apply(.relu), MaxPool2d(2), Flatten(),
      Linear(8, 3, using: &generator))
    #expect(images(.zeros([0, 1, 6, 6])).shape == [0, 3])
    let sequences = Sequential(Conv1d(2, 4, kernel: 3, padding: 1, using: &generator), MaxPool1d(2))
    #expect(sequences(.zeros([0, 2, 8])).shape == [0, 4, 4])
    #expect(Embedding(5, 3, using: &generator)([] as [[Int]]).shape == [0, 0, 3])
  }

  @Test func `the softmax of large logits is finite and sums to 1`() {
    for dtype in DType.allCases {
      let shares = Tensor([[1000, 999, -1000], [-1000, -1000, -1000]], dtype: dtype).softmax()
      #expect(shares.values.allSatisfy { $0.isFinite })
      #expect(shares.sum(axis: 1).values.allSatisfy { ($0 - 1).magnitude < 1e-6 })
    }
  }

  @Test func `the loss of a sure and right answer keeps its digits, however large the logits`() {
    // log(1 + e⁻¹⁰) and log(1 + e⁻¹⁵).
    for (gap, loss) in [(10.0, 4.539889921686465e-5), (15, 3.059022269256247e-7)] {
      for largest in [0.0, 30, 1000] {
        let logits = Tensor([[largest, largest - gap], [largest - gap, largest]])
        let found = logits.crossEntropy([0, 1]).item
        // float32 knows the sum 1 + e^−gap to 2⁻²⁴.
        #expect((found - loss).magnitude < 0x1p-24, "\(largest), \(gap): \(found)")
        #expect(logits.logSoftmax()[0, 0] == -found)
      }
      let sure = Tensor([gap, -gap, gap + 100])
      let found = sure.binaryCrossEntropy(Tensor([1, 0, 1])).item
      #expect((found / (2 * loss / 3) - 1).magnitude < 1e-6, "\(gap): \(found)")
    }
  }

  @Test func `attention does not see what comes later`() {
    var generator = SeededGenerator(seed: 1)
    let x = Tensor.uniform([1, 6, 4], using: &generator)
    let before = Tensor.causalAttention(query: x, key: x, value: x, heads: 2).values
    var changed = x.values
    for i in 16..<24 { changed[i] += 1 }
    let y = Tensor(changed, shape: x.shape)
    let after = Tensor.causalAttention(query: y, key: y, value: y, heads: 2).values
    #expect(before[..<16] == after[..<16])
    #expect(before[16...] != after[16...])
  }

  @Test func `the largest place is the first, and that of NaN`() {
    #expect(Tensor([[1, 3, 3], [2, .nan, 5]]).largestPlaces() == [1, 1])
    #expect(Tensor([[1, 3], [2, 0]]).largestPlaces(axis: 0) == [1, 0])
  }
}

@Suite struct SeededGeneratorTests {
  @Test func `normal numbers have mean 0, deviation 1, and are the same again`() {
    var (first, second) = (SeededGenerator(seed: 5), SeededGenerator(seed: 5))
    let numbers = (0..<100_000).map { _ in first.normal() }
    #expect(numbers == (0..<100_000).map { _ in second.normal() })
    let mean = numbers.reduce(0, +) / 100_000
    let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 100_000
    #expect(mean.magnitude < 0.01 && (variance - 1).magnitude < 0.01)
    #expect((numbers.filter { $0.magnitude < 1 }.count - 68_269).magnitude < 500)
  }

  @Test func `a permutation has every number once, and not their order`() {
    var generator = SeededGenerator(seed: 2)
    let order = generator.permutation(100)
    #expect(order != Array(0..<100) && order.sorted() == Array(0..<100))
  }
}

@Suite struct PoolingTests {
  @Test(arguments: [(8, 8, 2), (5, 16, 2), (6, 7, 2), (9, 9, 3), (4, 4, 1)])
  func `every window gives its largest number, and NaN goes before all`(
    _ height: Int, _ width: Int, _ size: Int
  ) {
    var generator = SeededGenerator(seed: 1)
    var values = (0..<2 * height * width).map { _ in Double(generator.below(6)) }
    values[generator.below(values.count)] = .nan
    for dtype in DType.allCases {
      let x = Tensor(values, shape: [1, 2, height, width], dtype: dtype).requiringGradient()
      let y = x.maxPool2d(size)
      y.sum().backward()
      #expect(y.shape == [1, 2, height / size, width / size])
      for c in 0..<2 {
        for i in 0..<height / size {
          for j in 0..<width / size {
            let window = (0..<size * size).map { x[0, c, i * size + $0 / size, j * size + $0 % size] }
            let largest = y[0, c, i, j]
            #expect(window.contains(where: \.isNaN) ? largest.isNaN : largest == window.max())
            let first = window.firstIndex { $0 == largest || $0.isNaN }
            let slopes = (0..<size * size).map {
              x.gradient?[0, c, i * size + $0 / size, j * size + $0 % size] ?? .nan
            }
            #expect(slopes.firstIndex(of: 1) == first && slopes.reduce(0, +) == 1)
          }
        }
      }
    }
  }
}
