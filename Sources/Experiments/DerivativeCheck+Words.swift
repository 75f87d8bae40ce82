import Activations
import Figures

extension DerivativeCheck.Method {
  var word: String {
    switch self {
    case .differences: "differences"
    case .jets: "jets"
    case .complexStep: "complex step"
    }
  }

  /// What completes "slopes …".
  var words: String {
    switch self {
    case .differences: "measured from the values"
    case .jets: "by the chain rule"
    case .complexStep: "by a complex step"
    }
  }
}

extension Kink.Kind {
  var words: String {
    switch self {
    case .jump: "jump"
    case .kink: "kink"
    case .curvature: "C¹ only"
    }
  }
}

extension DerivativeCheck.Comparison {
  /// The method's line in the table of methods.
  var row: [String] {
    let decided = count(.correct) + count(.wrong)
    let share = decided == points.count ? "\(decided)" : "\(decided) of \(points.count)"
    let counts = [method.word, verdict.word, share]
    guard decided > 0, let worst else { return counts }
    return counts + [significant(worst.x, 6), significant(worst.margin, 2)]
  }
}

extension DerivativeCheck.MeasuredKink {
  /// The one-sided slope that the stated one comes closest to.
  var nearestSlope: Double {
    (stated - left).magnitude < (stated - right).magnitude ? left : right
  }

  /// What was found at the kink, in a sentence.
  var sentence: String {
    let place = "at x = \(significant(position, 6))"
    if jump > 0 { return "the value jumps by \(significant(jump, 4)) \(place): there is no slope to check" }
    let (low, high) = (significant(left, 6), significant(right, 6))
    if kind == .curvature {
      let verdict = isAccepted ? "agrees" : "differs"
      return "only the curvature jumps \(place): slope \(low), stated \(significant(stated, 6)) \(verdict)"
    }
    let verdict = isAccepted ? "lies between them" : "does not lie between them"
    return "kink \(place): slopes \(low) and \(high), stated \(significant(stated, 6)) \(verdict)"
  }

  /// The kink's line in the table of kinks.
  var row: [String] {
    let member = kind == .jump ? "no slope" : isAccepted ? "yes" : "no"
    return [significant(position, 6), kind.words] + [left, right, stated].map { significant($0, 6) }
      + [member, agreeing.map(\.name).joined(separator: ", ")]
  }
}
