import Activations
import Neural
import Testing

/// An operation on tensors of these shapes, whose gradient is checked.
struct Operation: CustomTestStringConvertible, Sendable {
  let name: String
  let shapes: [[Int]]
  var range = -2.0..<2.0
  let compute: @Sendable ([Tensor]) -> Tensor
  var testDescription: String { "\(name) \(shapes)" }

  static let all: [Operation] =
    arithmetic + elementwise + reductions + shaping + products + shares + normalizations + images

  static let arithmetic: [Operation] = [
    ([3, 4], [3, 4]), ([3, 4], [4]), ([2, 3, 4], [3, 1]), ([1, 4], [3, 1]), ([], [2, 2]),
  ]
  .flatMap { (left: [Int], right: [Int]) in
    [
      Operation(name: "+", shapes: [left, right]) { $0[0] + $0[1] },
      Operation(name: "-", shapes: [left, right]) { $0[0] - $0[1] },
      Operation(name: "*", shapes: [left, right]) { $0[0] * $0[1] },
      Operation(name: "/", shapes: [left, right], range: 0.5..<2) { $0[0] / $0[1] },
    ]
  }

  static let elementwise: [Operation] =
    [
      Operation(name: "numbers", shapes: [[5]], range: 0.5..<2) {
        2 - $0[0] * 3 + 1 / $0[0] - 0.5 * (1 + $0[0]) / 4
      },
      Operation(name: "exp", shapes: [[5]]) { $0[0].exp() },
      Operation(name: "log", shapes: [[5]], range: 0.5..<2) { $0[0].log() },
      Operation(name: "squareRoot", shapes: [[5]], range: 0.5..<2) { $0[0].squareRoot() },
      Operation(name: "pow", shapes: [[5]]) { $0[0].pow(3) },
      Operation(name: "pow 0", shapes: [[5]]) { $0[0].pow(0) * $0[0] },
      Operation(name: "pow 1.5", shapes: [[5]], range: 0.5..<2) { $0[0].pow(1.5) },
    ]
    + Activation.catalog.filter { $0.kinks.isEmpty }.map { activation in
      Operation(name: activation.name, shapes: [[3, 5]]) { $0[0].map(activation) }
    }

  static let reductions: [Operation] =
    [
      Operation(name: "sum", shapes: [[3, 4]]) { $0[0].sum() },
      Operation(name: "mean", shapes: [[3, 4]]) { $0[0].mean() },
    ]
    + (0..<3).flatMap { axis in
      [
        Operation(name: "sum along \(axis)", shapes: [[2, 3, 4]]) { $0[0].sum(axis: axis) },
        Operation(name: "mean along \(axis)", shapes: [[2, 3, 4]]) {
          $0[0].mean(axis: axis, keepingAxis: true)
        },
        Operation(name: "max along \(axis)", shapes: [[2, 3, 4]]) { $0[0].max(axis: axis) },
      ]
    }

  static let shaping: [Operation] = [
    Operation(name: "reshape", shapes: [[2, 6]]) { $0[0].reshaped([3, -1]) },
    Operation(name: "transpose", shapes: [[3, 4]]) { $0[0].transposed() },
    Operation(name: "permute", shapes: [[2, 3, 4]]) { $0[0].permuted([2, 0, 1]) },
    Operation(name: "slice", shapes: [[4, 3, 2]]) { $0[0].slice(1..<3, axis: 1) },
    Operation(name: "concatenate", shapes: [[2, 3], [2, 1], [2, 2]]) { .concatenated($0, axis: 1) },
    Operation(name: "gather", shapes: [[5, 3]]) { $0[0].gather([4, 0, 4, 2]) },
  ]

  static let products: [Operation] = [
    Operation(name: "matmul", shapes: [[3, 4], [4, 2]]) { $0[0].matmul($0[1]) },
    Operation(name: "matmul ᵀ ", shapes: [[4, 3], [4, 2]]) { $0[0].matmul($0[1], transposingLeft: true) },
    Operation(name: "matmul  ᵀ", shapes: [[3, 4], [2, 4]]) { $0[0].matmul($0[1], transposingRight: true) },
    Operation(name: "matmul ᵀᵀ", shapes: [[4, 3], [2, 4]]) {
      $0[0].matmul($0[1], transposingLeft: true, transposingRight: true)
    },
    Operation(name: "batched matmul", shapes: [[2, 3, 4], [2, 4, 2]]) { $0[0].matmul($0[1]) },
    Operation(name: "batched matmul  ᵀ", shapes: [[2, 3, 4], [2, 5, 4]]) {
      $0[0].matmul($0[1], transposingRight: true)
    },
    Operation(name: "matmul of a batch and a matrix", shapes: [[2, 3, 4], [4, 2]]) { $0[0].matmul($0[1]) },
    Operation(name: "linear", shapes: [[2, 3, 4], [5, 4], [5]]) { $0[0].linear(weight: $0[1], bias: $0[2]) },
  ]

  static let shares: [Operation] = [
    Operation(name: "softmax", shapes: [[2, 3, 5]]) { $0[0].softmax() },
    Operation(name: "logSoftmax", shapes: [[3, 5]]) { $0[0].logSoftmax() },
    Operation(name: "crossEntropy", shapes: [[3, 5]]) { $0[0].crossEntropy([4, 0, 2]) },
    Operation(name: "meanSquaredError", shapes: [[3, 2], [3, 2]]) { $0[0].meanSquaredError($0[1]) },
    Operation(name: "binaryCrossEntropy", shapes: [[4]]) {
      $0[0].binaryCrossEntropy(Tensor([0, 1, 0.3, 1], dtype: .float64))
    },
    Operation(name: "causalAttention", shapes: [[2, 5, 6], [2, 5, 6], [2, 5, 6]]) {
      .causalAttention(query: $0[0], key: $0[1], value: $0[2], heads: 3)
    },
  ]

  static let normalizations: [Operation] = [
    Operation(name: "layerNorm", shapes: [[3, 5], [5], [5]]) { $0[0].layerNorm(gain: $0[1], bias: $0[2]) },
    Operation(name: "rmsNorm", shapes: [[3, 5], [5]]) { $0[0].rmsNorm(gain: $0[1]) },
    Operation(name: "dropout", shapes: [[4, 5]]) {
      var generator = SeededGenerator(seed: 3)
      return $0[0].dropout(0.4, using: &generator)
    },
  ]

  static let images: [Operation] = [
    Operation(name: "conv2d", shapes: [[2, 3, 5, 4], [2, 3, 3, 2], [2]]) {
      $0[0].conv2d(weight: $0[1], bias: $0[2])
    },
    Operation(name: "padded conv2d", shapes: [[2, 2, 4, 4], [3, 2, 3, 3], [3]]) {
      $0[0].conv2d(weight: $0[1], bias: $0[2], padding: 1)
    },
    Operation(name: "strided conv2d", shapes: [[2, 2, 6, 5], [3, 2, 3, 3], [3]]) {
      $0[0].conv2d(weight: $0[1], bias: $0[2], stride: 2, padding: 1)
    },
    Operation(name: "maxPool2d", shapes: [[2, 2, 5, 4]]) { $0[0].maxPool2d(2) },
  ]
}

@Suite struct OperationGradientTests {
  @Test(arguments: Operation.all)
  func `the gradient of an operation agrees with central differences`(_ operation: Operation) {
    var generator = SeededGenerator(seed: 7)
    let inputs = operation.shapes.map { Tensor.random($0, in: operation.range, &generator) }
    let error = gradientError(of: inputs) { operation.compute(inputs).weighed() }
    #expect(error < 1e-8, "\(operation.name)")
  }

  @Test(arguments: Operation.all)
  func `float32 computes what float64 computes, forward and back`(_ operation: Operation) {
    var generator = SeededGenerator(seed: 8)
    let doubles = operation.shapes.map { Tensor.random($0, in: operation.range, &generator) }
    let floats = doubles.map { $0.converted(to: .float32).requiringGradient() }
    doubles.forEach { $0.copyValues(of: $0.converted(to: .float32)) }
    func agree(_ a: Tensor, _ b: Tensor) -> Bool {
      let size = max(1, b.values.map(\.magnitude).max() ?? 1)
      return zip(a.values, b.values).allSatisfy { ($0 - $1).magnitude < 4e-6 * size }
    }
    #expect(withoutGradients { agree(Self.result(operation, floats), Self.result(operation, doubles)) })
    guard operation.name != "binaryCrossEntropy" else { return }
    operation.compute(floats).weighed().backward()
    operation.compute(doubles).weighed().backward()
    for (float, double) in zip(floats, doubles) {
      guard let a = float.gradient, let b = double.gradient else {
        Issue.record("a gradient is missing")
        return
      }
      #expect(agree(a, b))
    }
  }

  private static func result(_ operation: Operation, _ inputs: [Tensor]) -> Tensor {
    guard operation.name == "binaryCrossEntropy" else { return operation.compute(inputs) }
    return inputs[0].binaryCrossEntropy(Tensor([0, 1, 0.3, 1], dtype: inputs[0].dtype))
  }
}
