/// The shares e^xᵢ/Σⱼ e^xⱼ, which are positive and add up to 1.
///
/// The largest number is taken off first, so that nothing overflows; sums and products are kept in two doubles
/// and rounded once. Nothing for no numbers. Equal numbers get equal shares, also infinite ones: ∞ leaves
/// nothing to finite numbers, −∞ gets nothing unless all are −∞. NaN makes every share NaN.
public func softmax(_ x: [Double]) -> [Double] {
  if let nan = allNaN(x) { return nan }
  let exponentials = ExponentialSum(x)
  let share = 1 / exponentials.sum
  return exponentials.powers.map { $0.value(times: share) }
}

/// The vector–Jacobian product of softmax, pᵢ·(wᵢ − Σⱼ pⱼwⱼ) for the shares p and the cotangent w.
///
/// The cotangent of the largest number is taken off all of them first, which changes nothing but that its own
/// place does not cancel when it has nearly the whole share.
public func softmaxVJP(at x: [Double], cotangent: [Double]) -> [Double] {
  checkCotangent(cotangent.count, outputs: x.count)
  if let nan = allNaN(x) { return nan }
  let exponentials = ExponentialSum(x)
  guard let first = exponentials.first else { return [] }
  let share = 1 / exponentials.sum
  let shifted = cotangent.map { Pair.sum($0, -cotangent[first]) }
  let mean = exponentials.total(of: shifted) * share
  return zip(exponentials.powers, shifted).map { power, w in power.value(times: (w - mean) * share) }
}

/// log softmax, xᵢ − log Σⱼ e^xⱼ.
///
/// Not the logarithm of the shares, which is −∞ where a share is too small for a Double. −∞ stays −∞.
public func logSoftmax(_ x: [Double]) -> [Double] {
  if let nan = allNaN(x) { return nan }
  let exponentials = ExponentialSum(x)
  let logarithm = exponentials.logarithm
  return exponentials.distances.map {
    $0.high.isFinite ? ($0 - logarithm).value : -.infinity
  }
}

/// The vector–Jacobian product of log softmax, wᵢ − pᵢ·Σⱼ wⱼ.
public func logSoftmaxVJP(at x: [Double], cotangent: [Double]) -> [Double] {
  checkCotangent(cotangent.count, outputs: x.count)
  if let nan = allNaN(x) { return nan }
  let exponentials = ExponentialSum(x)
  let total = exactSum(cotangent) / exponentials.sum
  return zip(exponentials.powers, cotangent).map { power, w in
    w == 0 ? power.value(times: -total) : (w - power.pair * total).value
  }
}

/// softmax(−x): the smallest number gets the largest share.
public func softmin(_ x: [Double]) -> [Double] { softmax(x.map { -$0 }) }

/// The vector–Jacobian product of softmin, −pᵢ·(wᵢ − Σⱼ pⱼwⱼ).
public func softminVJP(at x: [Double], cotangent: [Double]) -> [Double] {
  softmaxVJP(at: x.map { -$0 }, cotangent: cotangent).map { -$0 }
}

/// log Σⱼ e^xⱼ, a smooth maximum.
///
/// −∞, the logarithm of 0, for no numbers and where all are −∞; ∞ where one is ∞.
public func logSumExp(_ x: [Double]) -> Double {
  if x.contains(where: { $0.isNaN }) { return .nan }
  let exponentials = ExponentialSum(x)
  guard exponentials.largest.isFinite else { return exponentials.largest }
  return (exponentials.logarithm + exponentials.largest).value
}

/// The vector–Jacobian product of log Σ e^x: the shares of softmax times the one number of the cotangent.
public func logSumExpVJP(at x: [Double], cotangent: Double) -> [Double] {
  if let nan = allNaN(x) { return nan }
  let exponentials = ExponentialSum(x)
  let share = cotangent / exponentials.sum
  return exponentials.powers.map { $0.value(times: share) }
}
