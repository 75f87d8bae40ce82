/// "did you mean 'gelu'?", when a known word is close enough to be meant.
///
/// The tool has the like for its own words; neither half of the project may import the other.
func nearest(to word: String, among known: [String]) -> String? {
  let candidates = known.map {
    (word: $0, distance: editDistance(Array(word.lowercased()), Array($0.lowercased())))
  }
  guard let best = candidates.min(by: { $0.distance < $1.distance }) else { return nil }
  let limit = max(1, min(word.count, best.word.count) / 2)
  return best.distance <= limit ? "did you mean '\(best.word)'?" : nil
}

/// How many letters must be put in, left out, exchanged or swapped with their neighbour.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var best = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
      row.append(best)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
