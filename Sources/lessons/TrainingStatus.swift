import Figures
import Foundation

/// The line at the bottom of a terminal that says how far a training has come.
///
/// It is written at most five times a second, and not at all where nobody would see it.
final class TrainingStatus {
  private let name: String
  private var pace = TrainingPace()
  private var isShown = false
  private var lastTime = -Double.infinity

  /// A line for the training `name`.
  init(_ name: String) { self.name = name }

  /// Writes the line anew.
  func show(_ progress: TrainingProgress) {
    guard Terminal.isInteractive else { return }
    let now = ProcessInfo.processInfo.systemUptime
    let left = pace.secondsLeft(progress, at: now)
    guard now - lastTime >= 0.2 else { return }
    lastTime = now
    let line = "\(name) \(progress.text(secondsLeft: left))"
    Terminal.standardError("\r\u{1B}[2K" + line.prefix(Terminal.columns - 1))
    isShown = true
  }

  /// Removes the line.
  func clear() {
    if isShown { Terminal.standardError("\r\u{1B}[2K") }
    isShown = false
  }
}
