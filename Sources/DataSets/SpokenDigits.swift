import Neural

/// Spoken digits as pictures of their sound: 40 frames of 20 mel bands.
///
/// Most are synthesised; ten are spoken by a person. How the pictures were made is said in the notice beside the files.
public struct SpokenDigits: Sendable {
  /// Who spoke, and how.
  public enum Kind: String, Sendable, CaseIterable {
    /// English by the formant synthesiser espeak-ng, 94 voices.
    case espeakEnglish = "espeak-en"
    /// English by the synthesiser flite, 4 voices.
    case fliteEnglish = "flite-en"
    /// Mandarin by espeak-ng, 82 voices.
    case espeakMandarin = "espeak-zh"
    /// English by one person.
    case humanEnglish = "human-en"
  }

  /// What is known of one clip beside its sound.
  public struct Clip: Sendable, Hashable {
    /// Who spoke, and how.
    public let kind: Kind
    /// The voice; clips of one voice belong to one side of a split.
    public let voice: String
    /// The digit that is spoken.
    public let digit: Int
  }

  /// The frames of each clip, 20 ms apart; a longer clip was cut off, a shorter one filled up with means.
  public static let frames = 40
  /// The mel bands of each frame.
  public static let bands = 20

  /// What is known of each clip.
  public let clips: [Clip]
  /// The logarithms of the energies, in deviations from their means; clip by clip, frame by frame.
  public let energies: [Float]

  /// The number of clips.
  public var count: Int { clips.count }

  /// The clips for which `isIncluded` holds.
  public func filter(_ isIncluded: (Clip) -> Bool) -> SpokenDigits {
    self[clips.indices.filter { isIncluded(clips[$0]) }]
  }

  /// The clips with these indices, in this order.
  public subscript(indices: some Collection<Int>) -> SpokenDigits {
    for index in indices { requireIndex(index, of: count) }
    let size = Self.frames * Self.bands
    return SpokenDigits(
      clips: indices.map { clips[$0] }, energies: indices.flatMap { energies[$0 * size..<($0 + 1) * size] })
  }

  /// The voices, in the order in which they first speak.
  public var voices: [String] {
    var seen: Set<String> = []
    return clips.map(\.voice).filter { seen.insert($0).inserted }
  }

  /// The pictures as a float32 tensor [count, frames, bands].
  public var pictures: Tensor {
    Tensor(energies.map(Double.init), shape: [count, Self.frames, Self.bands])
  }
}

extension SpokenDigits {
  /// All 2,710 clips, 271 of each digit.
  public static let all: SpokenDigits = {
    let pictures = IDXArray(EmbeddedFile.bytes(of: "spoken-digits-logmel.idx3"))
    let lines = EmbeddedFile.bytes(of: "spoken-digits-index.tsv").split(separator: UInt8(ascii: "\n"))
    return SpokenDigits(
      clips: lines.compactMap(Clip.init), energies: pictures.elements.map { (Float($0) - 128) / 32 })
  }()
}

extension SpokenDigits.Clip {
  /// Reads a line of the index: kind, voice, speed, digit, with tabs between.
  fileprivate init?(_ line: ArraySlice<UInt8>) {
    let fields = line.split(separator: UInt8(ascii: "\t"))
    guard fields.count == 4,
      let kind = SpokenDigits.Kind(rawValue: String(decoding: fields[0], as: UTF8.self))
    else { return nil }
    self.init(kind: kind, voice: String(decoding: fields[1], as: UTF8.self), digit: wholeNumber(fields[3]))
  }
}
