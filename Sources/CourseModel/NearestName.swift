/// The one of `candidates` that `word` was probably meant to be, if any is near enough.
///
/// Near is an edit distance (insertions, deletions, substitutions, swapped neighbours) of at most a third of
/// the longer word, rounded up. Letter case costs nothing.
public func nearestName(to word: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(word.lowercased().unicodeScalars)
  let ranked = candidates.map { name in
    (name, editDistance(wanted, Array(name.lowercased().unicodeScalars)))
  }
  let near = ranked.filter { name, distance in
    distance <= (max(wanted.count, name.unicodeScalars.count) + 2) / 3
  }
  return near.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
}

/// The advice "did you mean 'x'?", or the list of what there is when nothing is near.
public func suggestion(for word: String, among candidates: [String]) -> String {
  if let name = nearestName(to: word, among: candidates) { return "did you mean '\(name)'?" }
  return "use one of: " + candidates.joined(separator: ", ")
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
