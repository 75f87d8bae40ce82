import CourseModel
import CourseSite
import Experiments

extension ExperimentSummaries {
  /// The summaries of all experiments.
  static func catalog(phrasebooks: [String: Phrasebook]) -> ExperimentSummaries {
    let summaries = Experiment.catalog.map { ($0.name, $0.summary) }
    return ExperimentSummaries(Dictionary(summaries) { first, _ in first }, phrasebooks: phrasebooks)
  }
}
