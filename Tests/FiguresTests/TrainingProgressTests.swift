import Figures
import Testing

@Suite struct TrainingProgressTests {
  @Test func `progress comes back from its description`() {
    let progress = TrainingProgress(step: 300, of: 1000, loss: 2.41)
    #expect(progress.description == "step 300/1000 loss 2.41")
    #expect(TrainingProgress(progress.description) == progress)
    #expect(TrainingProgress("step 1/2") == TrainingProgress(step: 1, of: 2))
    #expect(TrainingProgress(TrainingProgress(step: 1, of: 2, loss: .nan).description)?.loss?.isNaN == true)
  }

  @Test(arguments: [
    "", "step", "step 1", "step 1/", "step a/b", "step 1/2 loss", "step 1/2 los 3", "no step 1/2",
  ])
  func `another text is no progress`(text: String) { #expect(TrainingProgress(text) == nil) }

  @Test func `the time left is that of the steps to come at the pace so far`() {
    var pace = TrainingPace()
    #expect(pace.secondsLeft(TrainingProgress(step: 10, of: 100), at: 5) == nil)
    #expect(pace.secondsLeft(TrainingProgress(step: 40, of: 100), at: 20) == 30)
    #expect(pace.secondsLeft(TrainingProgress(step: 100, of: 100), at: 50) == 0)
    // Another training has begun.
    #expect(pace.secondsLeft(TrainingProgress(step: 1, of: 10), at: 60) == nil)
  }

  @Test(arguments: [
    (0.2, "1 s"), (119, "119 s"), (120, "2 min"), (7199, "119 min"), (7200, "2 h"), (-1, "0 s"),
  ])
  func `time is told in words`(seconds: Double, words: String) {
    #expect(TrainingProgress.time(left: seconds) == "\(words) left")
    #expect(
      TrainingProgress(step: 1, of: 2).text(secondsLeft: seconds) == "step 1/2, \(words) left"
        && TrainingProgress(step: 1, of: 2).text(secondsLeft: nil) == "step 1/2")
    #expect(TrainingProgress.time(left: .infinity) == "years left")
  }
}
