import Foundation

/// A moment by which several steps have to be done together.
struct Deadline: Sendable {
  /// How long the steps may take together.
  let seconds: Double
  private let start = ContinuousClock.now

  /// The moment that is so many seconds away.
  init(after seconds: Double) { self.seconds = seconds }

  /// What is left of the time; never nothing, so that what is begun can say that it was not done.
  var secondsLeft: Double {
    let passed = start.duration(to: .now).components
    return max(0.001, seconds - Double(passed.seconds) - 1e-18 * Double(passed.attoseconds))
  }
}
