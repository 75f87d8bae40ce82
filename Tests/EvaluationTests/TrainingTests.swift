import CourseModel
import Evaluation
import Figures
import Synchronization
import Testing

/// What is told of trainings while they run, and that nobody can tell from the outcome.
@Suite struct TrainingTests {
  let workshop: Workshop

  init() throws { workshop = try Workshop() }

  private func text(reporting: Bool) -> String {
    let report = reporting ? "report(step: step, of: 3, loss: 1.5)" : "_ = step"
    return """
      ```swift
      import Foundation
      for step in 1...3 {
        print("a", terminator: "")
        FileHandle.standardError.write(Data("e".utf8))
        \(report)
      }
      show("end")
      ```

      """
  }

  @Test func `reports change nothing of what a block has printed and shown`() throws {
    let silent = try workshop.evaluate(Lesson(text(reporting: false)))
    let outcome = try workshop.evaluate(Lesson(text(reporting: true)))
    #expect(outcome.source == .run)
    #expect(outcome.cells.map(\.outputs) == silent.cells.map(\.outputs))
    #expect(outcome.outline == "0 ran\n  prints \"aaa\"\n  complains \"eee\"\n  shows \"end\"")
  }

  @Test func `whoever asks is told how far lessons and their experiments have come`() throws {
    var settings = workshop.settings()
    settings.watchesTraining = true
    let evaluator = Evaluator(
      kit: workshop.kit, toolchain: workshop.toolchain, store: workshop.store, settings: settings)
    let last = Mutex<[String: TrainingProgress]>([:])
    let experiment = "```experiment scaling\nsteps: 4\nbatch: 1\ncontext: 8\n```\n"
    let course = Course(of: Lesson(text(reporting: true) + experiment))
    let outcomes = evaluator.evaluate(course) { event in
      guard case .training(let lesson, let experiment, let progress) = event else { return }
      last.withLock { $0["\(lesson) \(experiment ?? "-")"] = progress }
    }
    #expect(outcomes.values.allSatisfy { !$0.hasErrors })
    let told = last.withLock { $0 }
    #expect(told["a -"] == TrainingProgress(step: 3, of: 3, loss: 1.5))
    #expect(told["a scaling"]?.step == 12 && told["a scaling"]?.total == 12 && told.count == 2)
  }
}
