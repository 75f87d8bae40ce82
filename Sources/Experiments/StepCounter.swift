import Figures
import Neural

/// Counts the steps of all trainings of a run, or whatever else it makes many of, and tells of about one in two hundred.
final class StepCounter {
  private let total: Int
  private let tell: (TrainingProgress) -> Void
  private var count = 0
  private var told = 0

  /// A counter for `total` steps.
  init(total: Int, tell: @escaping (TrainingProgress) -> Void) {
    self.total = total
    self.tell = tell
  }

  /// Counts some steps, the last of which had this loss.
  ///
  /// Steps that are not made after all, because a training ended early, are counted too.
  func advance(by steps: Int = 1, loss: Double? = nil) {
    guard steps > 0 else { return }
    count += steps
    guard count - told >= max(1, total / 200) || count == total else { return }
    told = count
    tell(TrainingProgress(step: count, of: total, loss: loss))
  }
}

extension Optimizer {
  /// Trains like `train(steps:examples:batch:schedule:clip:using:loss:)`, and counts the steps.
  func train(
    steps: Int, examples: Int, batch: Int, schedule: LearningRateSchedule = .constant, counter: StepCounter,
    using generator: inout SeededGenerator, loss: ([Int]) -> Tensor
  ) -> TrainingRun {
    let run = train(steps: steps, examples: examples, batch: batch, schedule: schedule, using: &generator) {
      let value = loss($0)
      counter.advance(loss: value.item)
      return value
    }
    counter.advance(by: steps - run.losses.count, loss: run.losses.last)
    return run
  }
}
