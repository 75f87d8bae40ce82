import CourseModel

/// A page as a PDF needs it.
public enum PaperPage {
  /// The page without its links to other files, which lie elsewhere when the PDF is read; links within the page and
  /// into the world stay.
  public static func withoutFileLinks(_ html: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(html.count)
    var rest = html[...]
    while let start = rest.firstRange(of: Array("<a ".utf8))?.lowerBound, var tag = HTMLTag(rest[start...]) {
      result += rest[..<start]
      tag.attributes.removeAll { $0.name == "href" && leadsToFile($0.value ?? []) }
      result += tag.bytes
      rest = rest[tag.end...]
    }
    return result + rest
  }

  /// The page for sheets of A4, which a browser without a window does not choose by itself.
  public static func onA4(_ html: [UInt8]) -> [UInt8] {
    ContentPolicy.adding(style: "@page { size: A4 }", to: html)
  }

  private static func leadsToFile(_ address: [UInt8]) -> Bool {
    address.first != UInt8(ascii: "#") && !address.contains(UInt8(ascii: ":"))
  }
}
