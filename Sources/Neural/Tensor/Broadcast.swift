/// How two shapes meet: axes are matched from the last one, and an axis of size 1 is repeated (NumPy's rule).
struct Broadcast {
  /// The shape of the result.
  private(set) var shape: [Int]
  /// The axes to walk, with the steps of both sides; neighbours that walk alike are one.
  private var axes: [(size: Int, left: Int, right: Int)] = []

  init(_ left: [Int], _ right: [Int], for operation: StaticString) {
    let rank = max(left.count, right.count)
    let leftSizes = Array(repeating: 1, count: rank - left.count) + left
    let rightSizes = Array(repeating: 1, count: rank - right.count) + right
    var steps = (left: 1, right: 1)
    shape = [Int](repeating: 1, count: rank)
    for axis in (0..<rank).reversed() {
      let (a, b) = (leftSizes[axis], rightSizes[axis])
      require(a == b || a == 1 || b == 1, "the shapes \(left) and \(right) do not fit for \(operation)")
      shape[axis] = a == 1 ? b : a
      prepend(shape[axis], a == 1 ? 0 : steps.left, b == 1 ? 0 : steps.right)
      steps = (steps.left * a, steps.right * b)
    }
  }

  private mutating func prepend(_ size: Int, _ left: Int, _ right: Int) {
    guard size != 1 else { return }
    if let inner = axes.first, left == inner.size * inner.left, right == inner.size * inner.right {
      axes[0].size *= size
    } else {
      axes.insert((size, left, right), at: 0)
    }
  }

  /// Calls `body` for every run of the innermost axis: where it starts on both sides and in the result, its length,
  /// and the step of both sides, which is 0 or 1.
  func forEachRun(_ body: (_ left: Int, _ right: Int, _ out: Int, _ count: Int, _ steps: (Int, Int)) -> Void)
  {
    guard !shape.contains(0) else { return }
    let inner = axes.last ?? (1, 1, 1)
    walk(axes.dropLast(), 0, 0, 0, inner.size) { left, right, out in
      body(left, right, out, inner.size, (inner.left, inner.right))
    }
  }

  private func walk(
    _ outer: ArraySlice<(size: Int, left: Int, right: Int)>, _ left: Int, _ right: Int, _ out: Int,
    _ innerCount: Int, _ body: (Int, Int, Int) -> Void
  ) {
    guard let axis = outer.first else { return body(left, right, out) }
    let rest = outer.dropFirst()
    let stride = rest.reduce(innerCount) { $0 * $1.size }
    for i in 0..<axis.size {
      walk(rest, left + i * axis.left, right + i * axis.right, out + i * stride, innerCount, body)
    }
  }
}
