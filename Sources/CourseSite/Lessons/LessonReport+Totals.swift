extension LessonReport {
  /// Adds what another lesson's build came to.
  mutating func add(_ other: LessonReport) {
    run += other.run
    rejected += other.rejected
    trapped += other.trapped
    compiled += other.compiled
    shown += other.shown
    failed += other.failed
    values += other.values
    figures += other.figures
    comparisons += other.comparisons
    checks += other.checks
    experiments += other.experiments
  }

  /// The report without the experiments that `base` has, too: both lessons show one run.
  func withoutRepeats(of base: LessonReport) -> LessonReport {
    let repeated = experiments.filter { experiment in
      base.experiments.contains { $0.name == experiment.name && $0.parameters == experiment.parameters }
    }
    let anchors = Set(repeated.map(\.anchor))
    var own = self
    own.run = max(0, run - repeated.count)
    own.experiments.removeAll { anchors.contains($0.anchor) }
    own.checks.removeAll { anchors.contains($0.anchor) }
    return own
  }
}

extension RenderedLessons {
  /// What the build of all lessons came to; what a translation shows again counts once.
  var totals: LessonReport {
    entries.reduce(into: LessonReport()) { totals, entry in
      let base = entry.lesson.language == baseLanguage ? nil : self.entry(entry.lesson.id, in: baseLanguage)
      let report = entry.summary.report
      totals.add(base.map { report.withoutRepeats(of: $0.summary.report) } ?? report)
    }
  }
}
