import CourseModel
import Evaluation
import Figures
import Foundation
import Synchronization

/// Tells a person which lessons are being worked on: a line for each that ends, and at the bottom of a terminal
/// the ones under way.
final class Progress: Sendable {
  /// How a lesson ended.
  private enum Ending {
    case ran, reused, failed
  }

  /// What is shown now.
  private struct Display {
    var underWay: [String] = []
    /// What is known of trainings in the lessons under way.
    var trainings: [String: String] = [:]
    var paces: [String: TrainingPace] = [:]
    var ended = 0
    var hasStatusLine = false
  }

  private let display = Mutex(Display())
  private let total: Int
  private let isQuiet: Bool
  private let isInteractive = Terminal.isInteractive

  /// A display for `total` lessons; nothing is shown if `isQuiet`.
  init(total: Int, isQuiet: Bool) {
    self.total = total
    self.isQuiet = isQuiet
  }

  /// Shows what the evaluator tells.
  func show(_ event: EvaluationEvent) {
    switch event {
    case .started(let lesson): begin(lesson.visibleLine)
    case .training(let lesson, let experiment, let progress):
      note(lesson.visibleLine, (experiment ?? lesson).visibleLine, progress)
    case .finished(let lesson, let hasErrors, let source, let seconds):
      end(lesson.visibleLine, hasErrors ? .failed : source == .run ? .ran : .reused, seconds: seconds)
    }
  }

  /// Removes what is left of the display.
  func close() {
    display.withLock { display in
      display.underWay = []
      redraw(&display, line: nil)
    }
  }

  private func begin(_ lesson: String) {
    display.withLock { display in
      if !display.underWay.contains(lesson) { display.underWay.append(lesson) }
      redraw(&display, line: nil)
    }
  }

  private func note(_ lesson: String, _ name: String, _ progress: TrainingProgress) {
    guard isInteractive else { return }
    display.withLock { display in
      var pace = display.paces[name] ?? TrainingPace()
      let left = pace.secondsLeft(progress, at: ProcessInfo.processInfo.systemUptime)
      let isOver = progress.step >= progress.total
      display.paces[name] = isOver ? nil : pace
      display.trainings[lesson] = isOver ? nil : "\(name) \(progress.text(secondsLeft: left))"
      redraw(&display, line: nil)
    }
  }

  private func end(_ lesson: String, _ ending: Ending, seconds: Double) {
    let line = ending == .reused && !isInteractive ? nil : line(lesson, ending, seconds)
    display.withLock { display in
      display.underWay.removeAll { $0 == lesson }
      display.trainings[lesson] = nil
      display.ended += 1
      redraw(&display, line: line)
    }
  }

  private func line(_ lesson: String, _ ending: Ending, _ seconds: Double) -> String {
    let paint = Paint(isOn: Terminal.hasColor)
    let time = String(format: "%6.2f s", seconds)
    switch ending {
    case .ran: return paint("ran   ", Paint.green) + " \(time)  \(lesson)"
    case .reused: return paint("reused", Paint.faint) + "           \(lesson)"
    case .failed: return paint("failed", Paint.red) + " \(time)  \(lesson)"
    }
  }

  private func redraw(_ display: inout Display, line: String?) {
    guard !isQuiet else { return }
    var text = display.hasStatusLine ? "\r\u{1B}[2K" : ""
    if let line { text += line + "\n" }
    display.hasStatusLine = isInteractive && !display.underWay.isEmpty
    if display.hasStatusLine {
      let lessons = display.underWay.map { display.trainings[$0] ?? $0 }
      let status = "\(display.ended)/\(total)  " + lessons.joined(separator: ", ")
      text += String(status.prefix(Terminal.columns - 1))
    }
    if !text.isEmpty { Terminal.standardError(text) }
  }
}
