/// How far a training has come: `step 300/1000 loss 2.41`.
///
/// It is told while a run goes on, to whoever waits for it, and is no part of what the run shows.
public struct TrainingProgress: Sendable, Hashable {
  /// How many steps were made.
  public var step: Int
  /// How many there will be.
  public var total: Int
  /// What the last step had for a loss, if it had one.
  public var loss: Double?

  /// `step` steps of `total`.
  public init(step: Int, of total: Int, loss: Double? = nil) {
    self.step = step
    self.total = total
    self.loss = loss
  }

  /// What a description says; nil for any other text.
  public init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 2 || words.count == 4, words[0] == "step" else { return nil }
    let numbers = words[1].split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let step = numbers[0], let total = numbers[1] else { return nil }
    self.init(step: step, of: total)
    if words.count == 4 {
      guard words[2] == "loss", let loss = Double(words[3]) else { return nil }
      self.loss = loss
    }
  }

  /// The description and the time that is left, if it is known: `step 300/1000 loss 2.41, 12 s left`.
  public func text(secondsLeft: Double?) -> String {
    secondsLeft.map { "\(description), \(Self.time(left: $0))" } ?? description
  }

  /// The time that is left, in words: `12 s left`.
  public static func time(left seconds: Double) -> String {
    guard seconds < 1e9 else { return "years left" }
    let seconds = Int(max(0, seconds.rounded(.up)))
    let time = seconds < 120 ? "\(seconds) s" : seconds < 7200 ? "\(seconds / 60) min" : "\(seconds / 3600) h"
    return "\(time) left"
  }
}

extension TrainingProgress: CustomStringConvertible {
  /// The steps and the loss, with two decimals.
  public var description: String {
    "step \(step)/\(total)" + (loss.map { " loss \(fixed($0, 2))" } ?? "")
  }
}

/// How fast a training goes, by moments that its user reads off a clock.
public struct TrainingPace: Sendable {
  private var first: (step: Int, seconds: Double)?

  /// Nothing is known yet.
  public init() {}

  /// The seconds that are left if the steps to come take as long as those since the first that was noted.
  public mutating func secondsLeft(_ progress: TrainingProgress, at seconds: Double) -> Double? {
    guard let first, progress.step > first.step else {
      first = (progress.step, seconds)
      return nil
    }
    let pace = (seconds - first.seconds) / Double(progress.step - first.step)
    return pace * Double(max(0, progress.total - progress.step))
  }
}
