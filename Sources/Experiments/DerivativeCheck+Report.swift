import Activations
import Figures

extension DerivativeCheck {
  /// The check as a figure: the verdict in numbers, the slopes as a curve, the error over the step, and what
  /// each method says.
  public var report: Check {
    let worst = worst
    var check = Check(
      name: name, comparison: comparison, points: points.count, worstPoint: worst?.x ?? .nan,
      stated: worst?.stated ?? .nan, measured: worst?.measured ?? .nan, bound: worst?.bound ?? 0,
      resolution: resolution, passed: passed, notes: notes, figures: points.isEmpty ? [] : figures)
    if let kink = kinks.first(where: { !$0.isAccepted }), worst.map({ $0.margin <= 1 }) ?? true {
      (check.worstPoint, check.stated, check.bound) = (kink.position, kink.stated, 0)
      check.measured = kink.nearestSlope
    }
    return check
  }

  private var comparison: String {
    if !valueErrors.isEmpty { return "value against that of its formula" }
    let others = comparisons.map(\.method).filter { $0 != .differences }.map(\.words)
    let methods = ["measured from the values"] + others
    return "stated derivative against slopes " + methods.joined(separator: ", ")
  }

  private var figures: [Figure] {
    let plots = [slopePlot, sweep.flatMap(\.plot)].compactMap { $0 }.map(Figure.plot)
    let tables = [methodTable] + (kinks.isEmpty ? [] : [kinkTable])
    return plots + tables.map(Figure.table)
  }
}

extension DerivativeCheck {
  private var notes: [String] { kinks.map(\.sentence) + roughnessNotes + saturationNotes + doubtNotes }

  private var roughnessNotes: [String] {
    guard roughness > 0 else { return [] }
    return [
      "the values have steps of up to \(significant(roughness, 2)), left by rounding; the bounds allow for them"
    ]
  }

  private var saturationNotes: [String] {
    let sides = [
      saturatedBelow.map { "up to \(significant($0, 4))" },
      saturatedAbove.map { "from \(significant($0, 4)) on" },
    ]
    let found = sides.compactMap { $0 }
    guard !found.isEmpty else { return [] }
    let threshold = significant(Self.saturationThreshold, 1)
    return ["saturated \(found.joined(separator: " and ")): |f′| < \(threshold) of its maximum"]
  }

  private var doubtNotes: [String] {
    guard undecidable > 0 else { return [] }
    return [
      undecidable == points.count
        ? "no point could be decided: what was measured is less exact than the slope is large"
        : "\(undecidable) of \(points.count) points could not be decided; they count for nothing"
    ]
  }
}

extension DerivativeCheck {
  /// The stated derivative as a curve, measured slopes as points on it, and the slopes of both sides of kinks.
  private var slopePlot: Plot {
    let measured = comparisons.last?.points ?? points
    let shown = stride(from: 0, to: measured.count, by: max(1, measured.count / 24)).map { measured[$0] }
    var series = [
      brokenLine("stated", points.sorted { $0.x < $1.x }),
      .points("measured", shown.map(\.x), shown.map(\.measured)),
    ]
    let sided = kinks.filter { $0.kind == .kink }
    if !sided.isEmpty {
      series.append(
        .points(
          "one-sided", sided.flatMap { [$0.position, $0.position] }, sided.flatMap { [$0.left, $0.right] }))
    }
    return Plot(
      title: "\(name)′", series: series, x: Axis(variable), y: Axis("slope"),
      marks: kinks.map { .vertical(at: $0.position, $0.kind.words) })
  }

  /// A curve that breaks off at the kinks.
  private func brokenLine(_ label: String, _ points: [Point]) -> Series {
    var (xs, ys): ([Double], [Double]) = ([], [])
    var pending = kinks.map(\.position)[...]
    for point in points {
      while let kink = pending.first, kink < point.x {
        pending.removeFirst()
        xs.append(kink)
        ys.append(.nan)
      }
      xs.append(point.x)
      ys.append(point.stated)
    }
    return .line(label, xs, ys)
  }

  private var methodTable: Table {
    Table(
      ["method", "verdict", "decided", "worst at", "difference / allowed"], rows: comparisons.map(\.row),
      alignment: [.leading, .leading, .trailing, .trailing, .trailing])
  }

  private var kinkTable: Table {
    Table(
      ["kink at", "kind", "left slope", "right slope", "stated", "member", "as in"], rows: kinks.map(\.row),
      alignment: [.trailing, .leading, .trailing, .trailing, .trailing, .leading, .leading])
  }
}
