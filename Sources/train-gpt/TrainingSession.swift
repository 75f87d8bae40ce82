import Figures
import Foundation
import Neural

/// Trains until the steps are made or somebody asks to stop, and keeps the checkpoint up to date.
final class TrainingSession {
  private let start: TrainingStart
  private let every: Int
  private let target: Int
  private let kept: [TokenBatch]
  private var pace = TrainingPace()
  /// Whether it was stopped before its end.
  private(set) var isStopped = false

  /// A session up to step `target`, which measures and saves after every `every` steps.
  init(_ start: TrainingStart, every: Int, target: Int) {
    (self.start, self.every, self.target) = (start, every, target)
    kept = start.batches.validation(4, of: 16)
  }

  /// Trains.
  func train() throws {
    let training = start.training
    describe()
    while training.steps < target, !isStopped {
      let (batches, settings) = (start.batches, start.settings)
      let batch = batches.batch(settings.batch, ofStep: training.steps, seed: UInt64(settings.seed))
      let loss = training.step(on: batch)
      isStopped = Interrupt.isRequested && training.steps < target
      try report(loss)
    }
    Console.clearStatus()
  }

  private func describe() {
    let (model, steps) = (start.model, start.training.steps)
    let count = model.parameters.reduce(0) { $0 + $1.tensor.count }
    Console.line(
      "\(count) parameters, \(model.parameterCount) of them trained, \(start.batches.training.count) characters"
        + (steps > 0 ? ", from step \(steps)" : ""))
    if steps >= target { Console.line("step \(steps) of \(target) is reached already") }
  }

  /// Tells how far it is; saves where that is due.
  private func report(_ loss: Double) throws {
    let training = start.training
    let progress = TrainingProgress(step: training.steps, of: target, loss: loss)
    let left = pace.secondsLeft(progress, at: ProcessInfo.processInfo.systemUptime)
    guard training.steps % every == 0 || training.steps == target || isStopped else {
      return Console.status(progress.text(secondsLeft: left))
    }
    let validation = training.model.meanLoss(over: kept)
    try start.file.write(training, start.settings)
    Console.line("\(progress) validation \(fixed(validation, 3))\(isStopped ? ", stopped" : time(left))")
  }

  private func time(_ left: Double?) -> String {
    guard let left, left > 0 else { return "" }
    return ", " + TrainingProgress.time(left: left)
  }
}

/// Standard error: lines that stay, and at the bottom of a terminal one that does not.
enum Console {
  private static let isTerminal = isatty(STDERR_FILENO) == 1

  /// Writes a line.
  static func line(_ text: String) {
    clearStatus()
    write(text + "\n")
  }

  /// Writes the last line of a terminal anew.
  static func status(_ text: String) {
    if isTerminal { write("\r\u{1B}[2K" + text) }
  }

  /// Removes the last line.
  static func clearStatus() {
    if isTerminal { write("\r\u{1B}[2K") }
  }

  private static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
