/// The words of one language's lessons by section, as the pages' script reads them.
enum SearchData {
  /// A lesson's entries, each followed by a comma: address, title, text.
  static func entries(_ sections: [SearchSection], title: String, address: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for section in sections {
      let name = section.title.isEmpty ? title : title + " › " + section.title
      let anchor = section.anchor.isEmpty ? "" : SiteMap.address(ofAnchor: section.anchor)
      bytes += "[\"".utf8
      JSONText.append(address + anchor, to: &bytes)
      bytes += "\",\"".utf8
      JSONText.append(name, to: &bytes)
      bytes += "\",\"".utf8
      JSONText.append(section.text, to: &bytes)
      bytes += "\"],\n".utf8
    }
    return bytes
  }

  /// The file: a call with all entries.
  static func file(language: String, entries: [[UInt8]]) -> [UInt8] {
    var bytes = Array("lessonSections(\(JSONText.string(language)),[\n".utf8)
    for entry in entries { bytes += entry }
    return bytes + Array("]);\n".utf8)
  }
}
