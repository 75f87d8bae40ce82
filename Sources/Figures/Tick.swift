/// A number at which an axis is labelled.
struct Tick {
  var value: Double
  var label: String
}

extension Span {
  /// About `count` round numbers inside the span, or the names of its categories.
  func ticks(about count: Int) -> [Tick] {
    if !categories.isEmpty { return categoryTicks(atMost: max(count, 1)) }
    let ticks = scale == .linear ? linearTicks(about: max(count, 2)) : logarithmicTicks(about: max(count, 2))
    var seen: Set<String> = []
    return ticks.filter { seen.insert($0.label).inserted }
  }

  /// The multiples of powers of ten between the powers, where there is room for them.
  var minorTicks: [Double] {
    guard scale == .logarithmic, categories.isEmpty, upper - lower <= 7, upper - lower > 0.3 else {
      return []
    }
    return (Int(lower.rounded(.down))...Int(upper.rounded(.down))).flatMap { power in
      (2...9).map { Double($0) * powerOfTen(power) }
    }.filter(contains)
  }

  /// The names, or one in every so many.
  private func categoryTicks(atMost count: Int) -> [Tick] {
    let every = (categories.count + count - 1) / count
    return stride(from: 0, to: categories.count, by: max(1, every)).map {
      Tick(value: Double($0), label: categories[$0])
    }.filter { contains($0.value) }
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
    let largest = max(lower.magnitude, upper.magnitude)
    return stride(from: first, through: last, by: 1).map { index in
      let multiple = index * Double(factor)
      let value = power < 0 ? multiple / powerOfTen(-power) : multiple * powerOfTen(power)
      return Tick(value: value + 0, label: Self.label(value, power: power, largest: largest))
    }
  }

  /// A number on an axis with steps of a power of ten; one notation for the whole axis.
  private static func label(_ value: Double, power: Int, largest: Double) -> String {
    guard power < -4 || largest >= 1e6 else { return fixed(value, max(0, -power)) }
    let digits = max(1, min(Int(decimalLogarithm(largest).rounded(.down)) - power + 1, 17))
    let limit = largest < 1e-3 ? -400 : largest >= 1e6 && digits < 6 ? 0 : 18
    return significant(value, digits, powerFrom: limit)
  }

  /// Powers of ten, one in every so many.
  private func logarithmicTicks(about count: Int) -> [Tick] {
    let (first, last) = (Int((lower - 1e-9).rounded(.up)), Int((upper + 1e-9).rounded(.down)))
    if first >= last || upper - lower < 2.5, let ticks = ticksWithinDecades(about: count) { return ticks }
    let every = max(1, (last - first + count - 1) / count)
    let isPlain = first >= -2 && last <= 3
    return stride(from: first, through: last, by: 1).filter { $0 % every == 0 }.map { power in
      let label = isPlain ? fixed(powerOfTen(power), max(0, -power)) : power == 0 ? "1" : "1e\(power)"
      return Tick(value: powerOfTen(power), label: label)
    }
  }

  /// A span of few decades is labelled at 1, 2 and 5, or 1 and 3 times powers of ten, one shorter than a decade
  /// at round numbers with as many digits as it takes to find two.
  private func ticksWithinDecades(about count: Int) -> [Tick]? {
    let powers = Int(lower.rounded(.down))...Int(upper.rounded(.down))
    let rounds: [[Double]] = [
      [1, 2, 5], [1, 3], (1...9).map(Double.init), (10...99).map { Double($0) / 10 },
      (100...999).map { Double($0) / 100 },
    ]
    let isShort = upper - lower < 1
    for round in isShort ? rounds : Array(rounds.prefix(2)) {
      let values = powers.flatMap { power in
        round.map { power < 0 ? $0 / powerOfTen(-power) : $0 * powerOfTen(power) }
      }.filter(contains)
      guard values.count > 1, isShort || values.count <= count + 1 else { continue }
      return stride(from: 0, to: values.count, by: (values.count + count - 1) / count)
        .map { Tick(value: values[$0], label: significant(values[$0], 3)) }
    }
    return nil
  }
}
