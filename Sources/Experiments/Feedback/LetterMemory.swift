import Figures
import Neural

/// Letters of 12 × 12 dots in a Hopfield network of 144 units.
struct LetterMemory {
  /// The letters as they are stored, with what was given and what was recalled.
  let recalls: [Recall]

  /// A letter on its way back.
  struct Recall {
    let name: String
    let stored: HopfieldNetwork.Spins
    let given: HopfieldNetwork.Spins
    let recalled: HopfieldNetwork.Spins
  }

  /// Stores all letters and gives each with a fifth of its dots turned.
  init(_ study: HopfieldStudy) {
    var generator = SeededGenerator(seed: UInt64(study.seed))
    let network = HopfieldNetwork(storing: Self.letters.map(\.spins))
    recalls = Self.letters.map { letter in
      let given = HopfieldNetwork.corrupted(letter.spins, share: 0.2, using: &generator)
      let recall = network.recall(from: given, using: &generator)
      return Recall(name: letter.name, stored: letter.spins, given: given, recalled: recall.spins)
    }
  }

  /// A row for each letter: stored, given, recalled.
  var images: ImageGrid {
    ImageGrid(
      title: "Letters in a memory of 144 units",
      images: recalls.flatMap { recall in
        let overlap = HopfieldNetwork.overlap(recall.recalled, recall.stored)
        return [
          image(recall.stored, "\(recall.name), stored"), image(recall.given, "given"),
          image(recall.recalled, "recalled: \(fixed(overlap, 2))"),
        ]
      }, columns: 3)
  }

  private func image(_ spins: HopfieldNetwork.Spins, _ caption: String) -> ImageGrid.Image {
    ImageGrid.Image(width: 12, values: spins.map { -$0 }, over: -1...1, caption: caption)
  }
}

extension LetterMemory {
  /// A letter: a spin of 1 for each dot of ink, row by row.
  struct Letter {
    let name: String
    let spins: HopfieldNetwork.Spins

    /// A letter drawn with # on dots.
    init(_ name: String, _ drawing: String) {
      self.name = name
      spins = drawing.filter { !$0.isNewline }.map { $0 == "#" ? 1 : -1 }
    }
  }

  static let letters: [Letter] = [
    Letter(
      "A",
      """
      ....####....
      ....####....
      ...######...
      ...##..##...
      ..###..###..
      ..##....##..
      .##########.
      .##########.
      .##......##.
      ###......###
      ###......###
      ###......###
      """),
    Letter(
      "X",
      """
      ###......###
      ####....####
      .####..####.
      ..########..
      ...######...
      ....####....
      ....####....
      ...######...
      ..########..
      .####..####.
      ####....####
      ###......###
      """),
    Letter(
      "L",
      """
      ###.........
      ###.........
      ###.........
      ###.........
      ###.........
      ###.........
      ###.........
      ###.........
      ###.........
      ############
      ############
      ############
      """),
    Letter(
      "O",
      """
      ....####....
      ..########..
      .####..####.
      ####....####
      ###......###
      ###......###
      ###......###
      ###......###
      ####....####
      .####..####.
      ..########..
      ....####....
      """),
  ]
}
