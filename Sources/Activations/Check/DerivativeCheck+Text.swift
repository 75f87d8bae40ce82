#if !hasFeature(Embedded)  // There numbers have no text.
  extension DerivativeCheck: CustomStringConvertible {
    /// The verdict in a few lines without a line break at the end: where stated and measured slopes differ most, and what was found at each kink.
    public var description: String {
      let places = points.count == 1 ? "1 place" : "\(points.count) places"
      let undecided = undecidable == 0 ? "" : ", \(undecidable) undecided"
      let first = "\(name): the derivative is \(verdict.word) at \(places)\(undecided)"
      let values =
        valueErrors.isEmpty ? [] : ["the value is not that of its formula at \(valueErrors.count) places"]
      return ([first] + (values + [worstLine].compactMap { $0 } + kinks.map(\.line)).map { "  " + $0 })
        .joined(separator: "\n")
    }

    private var worstLine: String? {
      guard let worst else { return nil }
      return
        "worst at \(variable) = \(worst.x): stated \(worst.stated), measured \(worst.measured) ± \(worst.bound)"
    }
  }

  extension DerivativeCheck.Verdict {
    /// The verdict in a word.
    package var word: String {
      switch self {
      case .correct: "correct"
      case .wrong: "wrong"
      case .undecidable: "undecidable"
      }
    }
  }

  extension DerivativeCheck.MeasuredKink {
    fileprivate var line: String {
      if jump > 0 { return "the value jumps by \(jump) at \(position)" }
      let what = kind == .curvature ? "curvature jumps" : "kink"
      return
        "\(what) at \(position): slopes \(left) and \(right), stated \(stated)\(isAccepted ? "" : ", which is wrong")"
    }
  }
#endif
