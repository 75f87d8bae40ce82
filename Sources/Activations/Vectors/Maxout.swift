/// The largest of each group of `pieces` neighbours.
///
/// NaN in a group makes its maximum NaN. The number of inputs must be a multiple of `pieces`.
public func maxout(_ x: [Double], pieces: Int = 2) -> [Double] {
  groups(of: x, pieces).map { x[largest(of: x, in: $0)] }
}

/// The vector–Jacobian product of maxout: each number of the cotangent goes to the largest of its group.
///
/// Of equal ones, where there is a kink, to the first, as `torch.max` along an axis does; `torch.amax` shares it.
public func maxoutVJP(at x: [Double], cotangent: [Double], pieces: Int = 2) -> [Double] {
  let groups = groups(of: x, pieces)
  checkCotangent(cotangent.count, outputs: groups.count)
  var gradient = x.map { _ in 0.0 }
  for (group, w) in zip(groups, cotangent) { gradient[largest(of: x, in: group)] = w }
  return gradient
}

/// max(0, x) of all numbers, then max(0, −x) of all numbers.
public func cReLU(_ x: [Double]) -> [Double] { x.map(relu) + x.map { relu(-$0) } }

/// The vector–Jacobian product of CReLU: the first half of the cotangent where x > 0, less the second where x < 0.
public func cReLUVJP(at x: [Double], cotangent: [Double]) -> [Double] {
  checkCotangent(cotangent.count, outputs: 2 * x.count)
  return x.indices.map { index in
    let (right, left) = (reluDerivative(x[index]), reluDerivative(-x[index]))
    return cotangent[index] * right - cotangent[x.count + index] * left
  }
}

private func groups(of x: [Double], _ pieces: Int) -> [Range<Int>] {
  require(pieces > 0, "maxout takes the largest of at least one piece, not of \(pieces)")
  require(x.count % pieces == 0, "\(x.count) numbers cannot be split into groups of \(pieces)")
  return (0..<(x.count / pieces)).map { pieces * $0..<pieces * ($0 + 1) }
}

/// Where the first of the largest numbers is, or the first NaN.
private func largest(of x: [Double], in group: Range<Int>) -> Int {
  var best = group.lowerBound
  for index in group where !x[best].isNaN && !(x[index] <= x[best]) { best = index }
  return best
}
