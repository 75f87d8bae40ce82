/// Names among which what was probably meant is looked for, again and again.
///
/// What one search costs does not depend on how many names there are: of very many, only those are looked at that
/// stand near the word in the order of the alphabet.
public struct KnownNames: Sendable {
  /// As many names as one search looks at.
  private static let searched = 256
  /// As many names as one advice lists.
  private static let listed = 60

  private let first: [String]
  private let sorted: [String]
  private let set: Set<String>

  /// These names; advice lists them in this order.
  public init(_ names: [String]) {
    first = Array(names.prefix(Self.listed))
    sorted = names.count > Self.searched ? names.sorted() : names
    set = Set(names)
  }

  /// How many names there are.
  public var count: Int { sorted.count }

  /// Whether there are none.
  public var isEmpty: Bool { sorted.isEmpty }

  /// Whether `name` is one of them.
  public func contains(_ name: String) -> Bool { set.contains(name) }

  /// The name that `word` was probably meant to be, if any is near enough.
  public func nearest(to word: String) -> String? {
    guard count > Self.searched else { return nearestName(to: word, among: sorted) }
    let start = max(0, min(place(of: word) - Self.searched / 2, count - Self.searched))
    return nearestName(to: word, among: sorted[start..<start + Self.searched])
  }

  /// The advice "did you mean 'x'?", or `advice` where nothing is near.
  public func suggestion(for word: String, orElse advice: String) -> String {
    nearest(to: word).map { "did you mean '\($0)'?" } ?? advice
  }

  /// The advice "did you mean 'x'?", or the list of what there is where nothing is near.
  public func suggestion(for word: String) -> String {
    let rest = count > first.count ? ", and \(count - first.count) more" : ""
    return suggestion(for: word, orElse: "use one of: " + first.joined(separator: ", ") + rest)
  }

  /// How many of the sorted names stand before `word`.
  private func place(of word: String) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
