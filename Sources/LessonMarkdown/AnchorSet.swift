import CourseModel

/// The anchors of one page, each given once.
struct AnchorSet {
  private var taken: [String: Int] = [:]

  /// Keeps `anchor` for the author's own label.
  mutating func reserve(_ anchor: String) {
    taken[anchor, default: 0] += 1
  }

  /// An anchor for a heading: its words in lower case with hyphens between them, as GitHub makes them.
  ///
  /// Letters and digits of all scripts are kept. Where the anchor is taken, a number follows.
  mutating func anchor(for content: [Inline]) -> String {
    let slug = Self.slug(of: content)
    var anchor = slug
    while taken[anchor] != nil {
      anchor = "\(slug)-\(taken[slug, default: 0])"
      taken[slug, default: 0] += 1
    }
    taken[anchor] = 1
    return anchor
  }

  private static func slug(of content: [Inline]) -> String {
    var slug = ""
    for scalar in content.plainText.lowercased().unicodeScalars {
      if scalar == " " || scalar == "-" || scalar == "\n" {
        slug.unicodeScalars.append("-")
      } else if scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        slug.unicodeScalars.append(scalar)
      }
    }
    return slug.isEmpty ? "section" : slug
  }
}
