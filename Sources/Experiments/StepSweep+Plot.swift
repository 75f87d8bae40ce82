import Activations
import Figures

extension StepSweep {
  /// The V: halving the step first removes error, then adds it; nil where most differences are exact.
  ///
  /// Beside the measured error stand the two parts that the error model expects, as far as they are of its size.
  public var plot: Plot? {
    let shown = errors.filter { $0 > 0 && $0.isFinite }
    guard 2 * shown.count > steps.count, let least = shown.min(), let largest = shown.max() else {
      return nil
    }
    var series: [Series] = [.line("error", steps, errors)]
    if thirdDerivative != nil { series.append(model("truncation", truncation, least, largest)) }
    if roundingUnit > 0 { series.append(model("rounding", rounding, least, largest)) }
    return Plot(
      title: "central difference at x = \(significant(x, 4))", series: series,
      x: Axis("step h", scale: .logarithmic), y: Axis("error", scale: .logarithmic), marks: marks)
  }

  private var marks: [Mark] {
    let predicted = predictedStep.map { Mark.vertical(at: $0, "predicted h* = \(significant($0, 2))") }
    let measured = measuredStep.map { Mark.vertical(at: $0, "least error") }
    return [predicted, measured].compactMap { $0 }
  }

  private func model(
    _ label: String, _ error: (Double) -> Double, _ least: Double, _ largest: Double
  ) -> Series {
    let seen = steps.filter { error($0) >= least / 4 && error($0) <= largest * 4 }
    return .line(label, seen, seen.map(error))
  }
}
