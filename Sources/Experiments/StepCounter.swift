import Figures

/// Counts the steps of all trainings of a run, and tells of about one in two hundred.
final class StepCounter {
  private let total: Int
  private let tell: (TrainingProgress) -> Void
  private var count = 0

  /// A counter for `total` steps.
  init(total: Int, tell: @escaping (TrainingProgress) -> Void) {
    self.total = total
    self.tell = tell
  }

  /// Counts a step whose loss was this.
  func advance(loss: Double) {
    count += 1
    let isDue = count % max(1, total / 200) == 0 || count == total
    if isDue { tell(TrainingProgress(step: count, of: total, loss: loss)) }
  }
}
