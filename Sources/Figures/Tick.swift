/// A number at which an axis is labelled.
struct Tick {
  var value: Double
  var label: String
}

extension Span {
  /// About `count` round numbers inside the span.
  func ticks(about count: Int) -> [Tick] {
    scale == .linear ? linearTicks(about: max(count, 2)) : logarithmicTicks(about: max(count, 2))
  }

  /// Multiples of 1, 2 or 5 times a power of ten.
  private func linearTicks(about count: Int) -> [Tick] {
    let width = (upper / 2 - lower / 2) / Double(count) * 2
    guard width > 0, width.isFinite else { return [] }
    var power = Int(decimalLogarithm(width).rounded(.down))
    let share = width / powerOfTen(power)
    var factor = share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10
    if factor == 10 { (factor, power) = (1, power + 1) }
    let step = Double(factor) * powerOfTen(power)
    let first = (lower / step - 1e-9).rounded(.up)
    let last = (upper / step + 1e-9).rounded(.down)
    guard last - first < 100 else { return [] }
    return stride(from: first, through: last, by: 1).map { index in
      let multiple = index * Double(factor)
      let value = power < 0 ? multiple / powerOfTen(-power) : multiple * powerOfTen(power)
      return Tick(value: value + 0, label: Self.label(value, power: power))
    }
  }

  private static func label(_ value: Double, power: Int) -> String {
    if power < -5 || value.magnitude >= 1e6 { return significant(value, 6) }
    return fixed(value, max(0, -power))
  }

  /// Powers of ten, one in every so many.
  private func logarithmicTicks(about count: Int) -> [Tick] {
    let (first, last) = (Int((lower - 1e-9).rounded(.up)), Int((upper + 1e-9).rounded(.down)))
    guard first < last else { return ticksWithinDecade(about: count) }
    let every = max(1, (last - first + count - 1) / count)
    let isPlain = first >= -2 && last <= 3
    return stride(from: first, through: last, by: 1).filter { $0 % every == 0 }.map { power in
      let label = isPlain ? fixed(powerOfTen(power), max(0, -power)) : power == 0 ? "1" : "1e\(power)"
      return Tick(value: powerOfTen(power), label: label)
    }
  }

  /// A span shorter than a decade is labelled at round numbers with as many digits as it takes to find two.
  private func ticksWithinDecade(about count: Int) -> [Tick] {
    let powers = Int(lower.rounded(.down))...Int(upper.rounded(.down))
    for parts in [1, 2, 10, 100] {
      let values = powers.flatMap { power in
        (parts..<10 * parts).map { Double($0) * powerOfTen(power) / Double(parts) }
      }.filter(contains)
      guard values.count > 1 else { continue }
      return stride(from: 0, to: values.count, by: (values.count + count - 1) / count)
        .map { Tick(value: values[$0], label: significant(values[$0], 3)) }
    }
    return []
  }
}
