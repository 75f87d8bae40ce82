import DataSets
import Neural
import Testing

@Suite struct TextTests {
  @Test func `a vocabulary numbers the characters in the order of Unicode and gives them back`() {
    let vocabulary = CharacterVocabulary(of: "banana", "深a")
    #expect(vocabulary.characters == ["a", "b", "n", "深"])
    #expect(vocabulary.encode("nab深") == [2, 0, 1, 3] && vocabulary.decode([2, 0, 1, 3]) == "nab深")
    #expect(vocabulary.encode("an apple") == [0, 2, 0] && !vocabulary.contains("an apple"))
    #expect(
      vocabulary.contains("nana") && CharacterVocabulary(characters: vocabulary.characters) == vocabulary)
  }

  @Test func `the target of a token is the one that follows it, and nothing kept back is learned from`() {
    let batches = TextBatches(Array(0..<100), context: 7, validationShare: 0.2)
    #expect(batches.training == Array(0..<80) && batches.validation == Array(80..<100))
    for step in 0..<50 {
      let batch = batches.batch(4, ofStep: step, seed: 1)
      #expect(batch.count == 28)
      for (text, target) in zip(batch.inputs, batch.targets) {
        #expect(text.count == 7 && target == text.map { $0 + 1 } && target[6] < 80)
      }
    }
    let kept = batches.validation(2, of: 3)
    #expect(kept.count == 2 && kept[0].inputs[0][0] == 80 && kept[1].targets[2][6] == 99)
    #expect(kept.allSatisfy { $0.inputs.allSatisfy { $0[0] >= 80 } })
  }

  @Test func `the batch of a step depends on the seed and the step alone`() {
    let batches = TextBatches(Array(0..<10_000), context: 8)
    let batch = batches.batch(4, ofStep: 5, seed: 1)
    #expect(batch == batches.batch(4, ofStep: 5, seed: 1))
    #expect(batch != batches.batch(4, ofStep: 6, seed: 1) && batch != batches.batch(4, ofStep: 5, seed: 2))
    // Neighbouring seeds must not walk through the same batches.
    #expect(batches.batch(4, ofStep: 6, seed: 1) != batches.batch(4, ofStep: 5, seed: 2))
  }

  @Test(arguments: [(8, 0.1), (64, 0.1), (5, 0.5), (3, 0.9), (1, 0.37)])
  func `as many tokens as the minimum make batches`(context: Int, share: Double) {
    let count = TextBatches.minimumCount(context: context, validationShare: share)
    let batches = TextBatches(Array(0..<count), context: context, validationShare: share)
    #expect(batches.batch(2, ofStep: 0, seed: 1).count == 2 * context)
    #expect(batches.validation(1, of: 1)[0].count == context)
  }

  @Test func `a text that is too short is named by its numbers`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = TextBatches(Array(0..<20), context: 8)
    }
    let said = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(said.contains("18 and 2 tokens are too few for texts of 8"), "\(said)")
  }
}
