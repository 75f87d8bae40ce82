import Foundation
import Neural

/// Two half circles that reach into each other, with noise, and which of them a point is of.
func twoMoons(
  _ count: Int, noise: Double, using generator: inout SeededGenerator
) -> (points: Tensor, labels: Tensor) {
  let points = (0..<count).map { i -> [Double] in
    let angle = Double.pi * Double(i % (count / 2)) / Double(count / 2 - 1)
    let (x, y) = i < count / 2 ? (cos(angle), sin(angle)) : (1 - cos(angle), 0.5 - sin(angle))
    return [x + noise * generator.normal(), y + noise * generator.normal()]
  }
  let labels = (0..<count).map { $0 < count / 2 ? 0.0 : 1 }
  return (Tensor(points), Tensor(labels, shape: [count, 1]))
}

/// Batches of 64 of 1,437 pictures of 8×8 random greys, in a new order each time round; for the clock one digit is as
/// good as another.
final class DigitBatches {
  private let images: Tensor
  private let labels: [Int]
  private var order: [Int] = []
  private var generator: SeededGenerator

  init(using generator: inout SeededGenerator) {
    images = .uniform([1437, 64], using: &generator)
    labels = (0..<1437).map { $0 % 10 }
    self.generator = SeededGenerator(seed: generator.next())
  }

  func next() -> (images: Tensor, labels: [Int]) {
    if order.count < 64 { order = generator.permutation(1437) }
    let batch = Array(order.suffix(64))
    order.removeLast(64)
    return (images.gather(batch), batch.map { labels[$0] })
  }
}

/// Pieces of the GNU General Public Licence, character by character.
final class CharacterBatches {
  let vocabulary: Int
  private let text: [Int]
  private var generator: SeededGenerator

  init(using generator: inout SeededGenerator) {
    let characters = Array(
      (try? String(contentsOfFile: "/usr/share/common-licenses/GPL-3", encoding: .utf8))
        ?? String(repeating: "what to read where no licence lies ", count: 1000))
    let alphabet = Set(characters).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(alphabet, alphabet.indices))
    vocabulary = alphabet.count
    text = characters.prefix(characters.count * 9 / 10).compactMap { places[$0] }
    self.generator = SeededGenerator(seed: generator.next())
  }

  /// Pieces and what comes after each character; `timeFirst` gives [time, batch] instead of [batch, time].
  func next(_ count: Int, length: Int, timeFirst: Bool = false) -> (texts: [[Int]], next: [Int]) {
    let starts = (0..<count).map { _ in generator.below(text.count - length) }
    guard timeFirst else {
      return (starts.map { Array(text[$0..<$0 + length]) }, starts.flatMap { text[$0 + 1...$0 + length] })
    }
    return (
      (0..<length).map { t in starts.map { text[$0 + t] } },
      (0..<length).flatMap { t in starts.map { text[$0 + t + 1] } }
    )
  }
}
