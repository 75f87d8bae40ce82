import DataSets
import Neural

/// A network that hears which digit is spoken: from pictures of sound [clips, frames, bands] to ten scores.
struct SpokenDigitClassifier {
  private let layers: Sequential
  private let gru: GRU
  private let output: Linear
  private let usesGRU: Bool

  /// Two convolutions along time, each followed by ReLU and the largest of every two frames, or a GRU of as many
  /// numbers; the mean over time is scored.
  init(usesGRU: Bool, width: Int, using generator: inout SeededGenerator) {
    self.usesGRU = usesGRU
    layers = Sequential(
      Conv1d(SpokenDigits.bands, width, kernel: 5, padding: 2, using: &generator), Apply(.relu), MaxPool1d(2),
      Conv1d(width, width, kernel: 5, padding: 2, using: &generator), Apply(.relu), MaxPool1d(2))
    gru = GRU(SpokenDigits.bands, width, using: &generator)
    output = Linear(width, 10, using: &generator)
  }

  /// Those that the network uses.
  var parameters: [Neural.Parameter] {
    (usesGRU ? gru.parameters : layers.parameters(in: "layers")) + output.parameters(in: "output")
  }

  /// [clips, frames, bands] → [clips, 10].
  func callAsFunction(_ pictures: Tensor) -> Tensor {
    output(
      usesGRU ? gru(pictures.transposed(0, 1)).mean(axis: 0) : layers(pictures.transposed()).mean(axis: 2))
  }
}

/// Changes pictures of sound as a room and a hurried speaker would: later or earlier, and with noise.
struct SpeechAugmentation {
  /// The deviation of the normal noise.
  let noise: Double
  /// By how many frames a clip starts earlier or later at most.
  let shift: Int

  /// The clips with these indices, each changed by chance; frames beyond the ends repeat them.
  func callAsFunction(
    _ clips: SpokenDigits, _ indices: [Int], using generator: inout SeededGenerator
  ) -> Tensor {
    let (frames, bands) = (SpokenDigits.frames, SpokenDigits.bands)
    var numbers: [Double] = []
    numbers.reserveCapacity(indices.count * frames * bands)
    for index in indices {
      let offset = shift == 0 ? 0 : generator.below(2 * shift + 1) - shift
      for frame in 0..<frames {
        let start = (index * frames + max(0, min(frames - 1, frame + offset))) * bands
        for band in 0..<bands {
          numbers.append(Double(clips.energies[start + band]) + noise * generator.normal())
        }
      }
    }
    return Tensor(numbers, shape: [indices.count, frames, bands])
  }
}
