import Activations
import Figures

extension Plot {
  /// The values of activations, one curve each, broken off where they jump.
  public static func values(of activations: [Activation], over range: ClosedRange<Double>) -> Plot {
    Plot(
      series: activations.map { activation in
        let jumps = activation.kinks.contains { $0.kind == .jump }
        return curve(
          activation.name, activation.value, activation.kinks.map(\.position), range, isBroken: jumps)
      },
      x: Axis("x"), y: Axis(activations.count == 1 ? "\(activations[0].name)(x)" : "f(x)"))
  }

  /// The derivatives of activations, one curve each.
  public static func derivatives(of activations: [Activation], over range: ClosedRange<Double>) -> Plot {
    Plot(
      series: activations.map {
        curve($0.name + "′", $0.derivative, $0.kinks.map(\.position), range, isBroken: true)
      },
      x: Axis("x"), y: Axis("f′(x)"))
  }

  /// A curve through equally distant points and through the kinks.
  ///
  /// A derivative breaks off at the kinks instead of running up a slope that is not there.
  public static func curve(
    _ label: String, _ function: (Double) -> Double, _ kinks: [Double], _ range: ClosedRange<Double>,
    isBroken: Bool = false
  ) -> Series {
    let inner = kinks.filter { range.contains($0) && $0.isFinite }
    let plain = linspace(range.lowerBound, range.upperBound, 241).filter { !inner.contains($0) }
    var xs = plain + inner
    if isBroken { xs += inner.flatMap { [$0.nextDown, $0.nextUp] } }
    xs.sort()
    return Series(label, xs, xs.map { isBroken && inner.contains($0) ? .nan : function($0) })
  }
}

extension Table {
  /// What tells activations apart, one row each.
  public init(activations: [Activation]) {
    self.init(
      ["activation", "f(0)", "f′(0)", "values from", "to", "kinks"],
      rows: activations.map { activation in
        [
          activation.name, short(activation(0), 5), short(activation.derivative(0), 5),
          short(activation.range.lowerBound, 5), short(activation.range.upperBound, 5),
          activation.kinks.isEmpty
            ? "none" : activation.kinks.map { short($0.position, 5) }.joined(separator: ", "),
        ]
      },
      alignment: [.leading, .trailing, .trailing, .trailing, .trailing, .trailing])
  }
}
