import CourseModel

/// The options of a block; the names are Quarto's where Quarto has them.
enum CellOptionKey: String, CaseIterable {
  case echo, output, warning, label, timeout, tolerance, seed, needs, expect
  case codeFold = "code-fold"
  case codeSummary = "code-summary"
  case figureCaption = "fig-cap"
  case figureAlternativeText = "fig-alt"
  case listingCaption = "lst-cap"
  case tableCaption = "tbl-cap"

  /// Those that an experiment's YAML may carry beside the parameters.
  static let ofExperiments: [CellOptionKey] = [
    .label, .figureCaption, .figureAlternativeText, .tableCaption, .echo, .output, .timeout, .seed, .expect,
  ]
}

extension CellOptions {
  /// Takes over what `entries` say; answers the label, which has a place.
  mutating func read(_ mapping: YAMLMapping, log: inout DiagnosticLog) -> Label? {
    var label: Label?
    for entry in mapping.entries {
      if let key = CellOptionKey(rawValue: entry.key) {
        read(key, entry.value, label: &label, log: &log)
      } else {
        log.error(
          "unknown-option", at: entry.position, length: entry.key.utf8.count, "unknown option '\(entry.key)'",
          help: suggestion(for: entry.key, among: CellOptionKey.allCases.map(\.rawValue)))
      }
    }
    return label
  }

  /// Takes over the options among an experiment's `entries`; the others are its parameters.
  mutating func readExperiment(
    _ mapping: YAMLMapping, log: inout DiagnosticLog
  ) -> (arguments: [ExperimentArgument], label: Label?) {
    var arguments: [ExperimentArgument] = []
    var label: Label?
    for entry in mapping.entries {
      if let key = CellOptionKey(rawValue: entry.key), CellOptionKey.ofExperiments.contains(key) {
        read(key, entry.value, label: &label, log: &log)
      } else if let value = entry.value.argument(log: &log) {
        arguments.append(ExperimentArgument(name: entry.key, value: value, position: entry.position))
      }
    }
    return (arguments, label)
  }

  private mutating func read(
    _ key: CellOptionKey, _ value: YAMLValue, label: inout Label?, log: inout DiagnosticLog
  ) {
    switch key {
    case .echo: echo = value.bool(log: &log) ?? echo
    case .output: output = value.bool(log: &log) ?? output
    case .warning: warning = value.bool(log: &log) ?? warning
    case .timeout: timeout = value.number(in: Limits.seconds, of: "seconds", log: &log)
    case .tolerance: tolerance = value.number(in: Limits.tolerance, log: &log)
    case .seed: seed = value.seed(log: &log)
    case .needs: needs = value.strings(log: &log)
    case .expect: expect = value.choice(Expect.self, log: &log) ?? expect
    case .codeFold: codeFold = value.codeFold(log: &log) ?? codeFold
    case .label:
      self.label = value.string(log: &log)
      label = self.label.map { Label(name: $0, position: value.position) }
    default: readText(key, value, log: &log)
    }
  }

  private mutating func readText(_ key: CellOptionKey, _ value: YAMLValue, log: inout DiagnosticLog) {
    let text = value.string(log: &log)
    switch key {
    case .codeSummary: codeSummary = text
    case .figureCaption: figureCaption = text
    case .figureAlternativeText: figureAlternativeText = text
    case .listingCaption: listingCaption = text
    case .tableCaption: tableCaption = text
    default: break
    }
  }
}

extension YAMLValue {
  fileprivate func codeFold(log: inout DiagnosticLog) -> CellOptions.CodeFold? {
    if case .scalar("show", _) = content { return .open }
    if case .scalar(let text, true) = content, let folds = Bool(text) {
      return folds ? .folded : CellOptions.CodeFold.none
    }
    log.error(
      "invalid-value", at: position, length: length, "expected 'true', 'false' or 'show'",
      help: "'true' folds the code, 'show' shows it and lets the reader fold it")
    return nil
  }
}

/// What the `%%|` lines of a diagram say.
struct DiagramOptions {
  /// The names of the options.
  enum Key: String, CaseIterable {
    case label
    case caption = "fig-cap"
    case alternativeText = "fig-alt"
  }

  var label: Label?
  var caption: String?
  var alternativeText: String?

  /// Takes over what the entries say.
  mutating func read(_ mapping: YAMLMapping, log: inout DiagnosticLog) {
    for entry in mapping.entries {
      let text = entry.value.string(log: &log)
      switch Key(rawValue: entry.key) {
      case .label: label = text.map { Label(name: $0, position: entry.value.position) }
      case .caption: caption = text
      case .alternativeText: alternativeText = text
      case nil:
        log.error(
          "unknown-option", at: entry.position, length: entry.key.utf8.count, "unknown option '\(entry.key)'",
          help: suggestion(for: entry.key, among: Key.allCases.map(\.rawValue)))
      }
    }
  }
}
