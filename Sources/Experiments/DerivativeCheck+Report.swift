import Activations
import Figures

extension DerivativeCheck {
  /// The check as a figure: the verdict in numbers, the slopes as a curve, the error over the step.
  public var report: Check {
    var check = Check(
      name: name, comparison: "stated derivative against slopes measured from the values",
      points: points.count, worstPoint: worst?.x ?? .nan, stated: worst?.stated ?? .nan,
      measured: worst?.measured ?? .nan, bound: worst?.bound ?? 0, resolution: resolution, passed: passed,
      notes: kinks.map(\.sentence) + roughnessNotes, figures: points.isEmpty ? [] : figures)
    if let kink = kinks.first(where: { !$0.isAccepted }), worst.map({ $0.margin <= 1 }) ?? true {
      (check.worstPoint, check.stated, check.bound) = (kink.position, kink.stated, 0)
      check.measured = kink.nearestSlope
    }
    return check
  }

  private var roughnessNotes: [String] {
    guard roughness > 0 else { return [] }
    return [
      "the values have steps of up to \(significant(roughness, 2)), left by rounding; the bounds allow for them"
    ]
  }

  private var figures: [Figure] { [slopes, stepErrorPlot].compactMap { $0.map(Figure.plot) } }

  /// The stated derivative as a curve, measured slopes as points on it.
  private var slopes: Plot {
    let shown = stride(from: 0, to: points.count, by: max(1, points.count / 24)).map { points[$0] }
    let stated = points.sorted { $0.x < $1.x }
    return Plot(
      title: "\(name)′",
      series: [
        brokenLine("stated", stated),
        .points("measured", shown.map(\.x), shown.map(\.measured)),
      ],
      x: Axis("x"), y: Axis("slope"),
      marks: kinks.map { .vertical(at: $0.position, $0.jump > 0 ? "jump" : "kink") })
  }

  private var bestStep: Double? {
    zip(steps, stepErrors).filter { $1 > 0 }.min { $0.1 < $1.1 }?.0
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

  /// The V: halving the step first removes error, then adds it.
  private var stepErrorPlot: Plot? {
    guard let worst, stepErrors.contains(where: { $0 > 0 }) else { return nil }
    return Plot(
      title: "central difference at x = \(significant(worst.x, 4))",
      series: [.line("error", steps, stepErrors)],
      x: Axis("step h", scale: .logarithmic), y: Axis("error", scale: .logarithmic),
      marks: bestStep.map { [.vertical(at: $0, "least error")] } ?? [])
  }
}

extension DerivativeCheck.MeasuredKink {
  /// The one-sided slope that the stated one comes closest to.
  fileprivate var nearestSlope: Double {
    (stated - left).magnitude < (stated - right).magnitude ? left : right
  }

  fileprivate var sentence: String {
    let place = "at x = \(significant(position, 6))"
    if jump > 0 { return "the value jumps by \(significant(jump, 4)) \(place): there is no slope to check" }
    let (low, high) = (significant(left, 6), significant(right, 6))
    let verdict = isAccepted ? "lies between them" : "does not lie between them"
    return "kink \(place): slopes \(low) and \(high), stated \(significant(stated, 6)) \(verdict)"
  }
}

extension DerivativeCheck: CustomStringConvertible {
  /// The verdict in a few lines.
  public var description: String { report.description }
}
