import CourseModel
import Evaluation
import Foundation

/// Tells a person which lessons are being worked on: a line for each that ends, and at the bottom of a terminal
/// the ones under way.
final class Progress: @unchecked Sendable {
  /// How a lesson ended.
  private enum Ending {
    case ran, reused, failed
  }

  private let lock = NSLock()
  private let total: Int
  private let isQuiet: Bool
  private let isInteractive: Bool
  private var underWay: [String] = []
  private var ended = 0
  private var hasStatusLine = false

  /// A display for `total` lessons; nothing is shown if `isQuiet`.
  init(total: Int, isQuiet: Bool) {
    self.total = total
    self.isQuiet = isQuiet
    isInteractive = Terminal.isInteractive
  }

  /// Shows what the evaluator tells.
  func show(_ event: EvaluationEvent) {
    switch event {
    case .started(let lesson): begin(lesson)
    case .finished(let lesson, let hasErrors, let source, let seconds):
      end(lesson, hasErrors ? .failed : source == .run ? .ran : .reused, seconds: seconds)
    }
  }

  /// A lesson is being compiled or run.
  private func begin(_ lesson: String) {
    lock.withLock {
      if !underWay.contains(lesson) { underWay.append(lesson) }
      redraw(line: nil)
    }
  }

  /// A lesson ended after some seconds.
  private func end(_ lesson: String, _ ending: Ending, seconds: Double) {
    lock.withLock {
      underWay.removeAll { $0 == lesson }
      ended += 1
      redraw(line: ending == .reused && !isInteractive ? nil : line(lesson, ending, seconds))
    }
  }

  /// Removes what is left of the display.
  func close() {
    lock.withLock {
      underWay = []
      redraw(line: nil)
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

  private func redraw(line: String?) {
    guard !isQuiet else { return }
    var text = hasStatusLine ? "\r\u{1B}[2K" : ""
    if let line { text += line + "\n" }
    hasStatusLine = isInteractive && !underWay.isEmpty
    if hasStatusLine {
      let status = "\(ended)/\(total)  " + underWay.joined(separator: ", ")
      text += String(status.prefix(Terminal.columns - 1))
    }
    if !text.isEmpty { Terminal.standardError(text) }
  }
}
