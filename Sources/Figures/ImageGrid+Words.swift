extension ImageGrid {
  private static let namedImages = 40

  /// The title, or how many images there are.
  func shortName(in language: String) -> String {
    title.isEmpty ? FigureWords(language: language).images(images.count, "") : title
  }

  /// How many images of which size, and their captions.
  func words(in language: String) -> String {
    let words = FigureWords(language: language)
    let sizes = Set(images.map { [$0.width, $0.height] })
    let size = sizes.count == 1 ? images.first.map { words.pixels($0.width, $0.height) } ?? "" : ""
    let captions = images.prefix(Self.namedImages).map(\.caption).filter { !$0.isEmpty }
    let list = captions.isEmpty ? "" : words.say(": ", "：") + captions.joined(separator: words.say("; ", "；"))
    let what = words.images(images.count, size) + list + words.stop
    return title.isEmpty ? what : words.sentences([title + words.stop, what])
  }
}
