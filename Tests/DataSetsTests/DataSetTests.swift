import DataSets
import Neural
import Testing

@Suite struct DataSetTests {
  @Test func `the digits are 1,797 pictures of ten classes with greys from 0 to 1`() {
    let digits = LabeledImages.digits
    #expect(digits.count == 1797)
    #expect(digits.pixels.count == 1797 * 64)
    #expect(Set(digits.labels) == Set(0...9))
    #expect(digits.pixels.min() == 0 && digits.pixels.max() == 1)
    #expect(digits.labels.prefix(4) == [0, 1, 2, 3])
  }

  @Test func `fashion is 4,000 pictures with about as many of each kind`() {
    let fashion = LabeledImages.fashion
    #expect(fashion.count == 4000)
    #expect(fashion.pixels.count == 4000 * 784)
    for label in 0..<10 { #expect((374...416).contains(fashion.labels.count { $0 == label })) }
  }

  @Test func `a split keeps the shares of the classes and loses no picture`() {
    var generator = SeededGenerator(seed: 1)
    let (training, test) = LabeledImages.digits.split(testFraction: 0.2, using: &generator)
    #expect(training.count + test.count == 1797)
    for label in 0..<10 {
      let all = LabeledImages.digits.labels.count { $0 == label }
      let part = test.labels.count { $0 == label }
      #expect(part == Int((0.2 * Double(all)).rounded(.up)))
    }
  }

  @Test func `the texts have the characters of their sources`() {
    #expect(TextCorpus.austen.count == 684_767)
    #expect(TextCorpus.shakespeare.count == 419_126)
    #expect(TextCorpus.austen.allSatisfy { $0 < 128 } && TextCorpus.shakespeare.allSatisfy { $0 < 128 })
    #expect(TextCorpus.austen.starts(with: "PRIDE AND PREJUDICE".utf8))
  }

  @Test func `the sentences of two authors are equally many, each once, without marks of print`() {
    let authors = LabeledTexts.authors
    #expect(authors.count == 3800 && authors.labels.count { $0 == 0 } == 1900)
    #expect(Set(authors.texts).count == authors.count)
    #expect(authors.texts.allSatisfy { (30...120).contains($0.utf8.count) })
    #expect(authors.texts.allSatisfy { !$0.contains { "\n\"_[]".contains($0) } })
    #expect(
      authors.texts[0].hasPrefix("It is a truth universally acknowledged, that a single man in possession"))
    #expect(authors.texts[1].hasPrefix("My dear Mr. Bennet, said his lady to him one day"))
    var generator = SeededGenerator(seed: 3)
    let (training, test) = authors.split(testFraction: 0.15, using: &generator)
    #expect(test.count == 570 && Set(training.texts).isDisjoint(with: test.texts))
  }

  @Test func `each spoken digit stands 271 times, ten of them by a person`() {
    let spoken = SpokenDigits.all
    #expect(spoken.count == 2710 && spoken.energies.count == 2710 * 800)
    for digit in 0..<10 { #expect(spoken.clips.count { $0.digit == digit } == 271) }
    #expect(spoken.filter { $0.kind == .humanEnglish }.count == 10)
    #expect(spoken.filter { $0.kind == .espeakEnglish }.voices.count == 94)
  }

  @Test func `clouds have the classes that their definitions say`() {
    var generator = SeededGenerator(seed: 2)
    let xor = PointCloud.xor(200, using: &generator)
    for (point, label) in zip(xor.points, xor.labels) { #expect((point[0] * point[1] > 0) == (label == 1)) }
    let circles = PointCloud.circles(200, using: &generator)
    for (point, label) in zip(circles.points, circles.labels) {
      #expect((point[0] * point[0] + point[1] * point[1] < 0.5) == (label == 1))
    }
    for cloud in [PointCloud.moons(100, using: &generator), .spiral(100, using: &generator)] {
      #expect(cloud.labels.count { $0 == 0 } == 50)
      #expect(cloud.inputs.shape == [100, 2] && cloud.targets.shape == [100, 1])
    }
  }

  @Test func `data of one's own is split and shown to a network like the data that comes along`() {
    var generator = SeededGenerator(seed: 1)
    let images = LabeledImages(
      height: 1, width: 2, pixels: (0..<20).map(Float.init), labels: (0..<10).map { $0 % 2 },
      classNames: ["even", "odd"])
    let (training, test) = images.split(testFraction: 0.4, using: &generator)
    #expect(training.rows.shape == [6, 2] && test.planes.shape == [4, 1, 1, 2])
    for (index, label) in test.labels.enumerated() {
      #expect(test.image(index).first.map { Int($0) / 2 % 2 } == label, "a picture keeps its label")
    }
    let texts = LabeledTexts(texts: ["a", "b"], labels: [1, 0], classNames: ["x", "y"])
    #expect(texts[[1]].texts == ["b"])
    #expect(PointCloud(points: [[0, 1]], labels: [1]).targets.values == [1])
  }

  @Test func `a label without a class is named`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = LabeledTexts(texts: ["a"], labels: [2], classNames: ["x", "y"])
    }
    let said = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(said.contains("there is no class 2 of 2"), "\(said)")
  }
}
