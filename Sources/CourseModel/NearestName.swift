/// The one of `candidates` that `word` was probably meant to be, if any is near enough.
///
/// Near is an edit distance (insertions, deletions, substitutions, swapped neighbours) of at most a third of
/// the longer word, rounded up. Letter case costs nothing. A word of more than 100 characters is near to nothing.
public func nearestName(to word: String, among candidates: some Sequence<String>) -> String? {
  guard word.unicodeScalars.prefix(101).count <= 100 else { return nil }
  let wanted = Array(word.lowercased().unicodeScalars)
  let near = candidates.compactMap { name -> (name: String, distance: Int)? in
    guard name.utf8.count <= 1600 else { return nil }
    let letters = Array(name.lowercased().unicodeScalars)
    let most = (max(wanted.count, name.unicodeScalars.count) + 2) / 3
    // By as many letters as one word is longer they differ at least.
    guard abs(letters.count - wanted.count) <= most else { return nil }
    let distance = editDistance(wanted, letters)
    return distance <= most ? (name, distance) : nil
  }
  return near.min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
}

/// The advice "did you mean 'x'?", or the list of what there is when nothing is near.
public func suggestion(for word: String, among candidates: [String]) -> String {
  KnownNames(candidates).suggestion(for: word)
}

/// The optimal string alignment distance (Damerau 1964, restricted to one edit a substring).
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast = [Int]()
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var best = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
      row.append(best)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
