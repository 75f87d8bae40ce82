import Figures
import Foundation
import FoundationXML

/// What a drawing says and where, read from its SVG.
final class SVGReading: NSObject, XMLParserDelegate {
  /// A piece of text and about the room it takes.
  struct Label {
    var text: String
    var x: Double
    var y: Double
    var width: Double
    var size: Double
    /// The classes of the elements around it.
    var classes: [String]

    var isTurned = false

    /// The room it takes; a turned word begins at the lower left of it and ends at the upper right.
    var box: (left: Double, top: Double, right: Double, bottom: Double) {
      guard isTurned else { return (x, y - size * 0.72, x + width, y) }
      let end = x + width, across = width * cos(50 * .pi / 180), down = width * sin(50 * .pi / 180)
      return (end - across - size * 0.55, y - size * 0.5, end, y + down)
    }

    func meets(_ other: Label) -> Bool {
      x < other.x + other.width - 1 && other.x < x + width - 1 && y - size * 0.7 < other.y
        && other.y - other.size * 0.7 < y
    }
  }

  private(set) var labels: [Label] = []
  private(set) var ids: [String] = []
  private(set) var references: [String] = []
  /// The path data of the elements of each class.
  private(set) var paths: [(name: String, classes: [String], data: String)] = []
  private(set) var width = 0.0
  private(set) var height = 0.0
  private(set) var isWellFormed = false
  private var stack: [[String: String]] = []
  private var text = ""

  init(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    stack.append(attributes)
    text = ""
    if let id = attributes["id"] { ids.append(id) }
    for value in attributes.values {
      references += value.matches(of: /url\(#([^)]*)\)/).map { String($0.1) }
    }
    references += attributes["aria-labelledby"]?.split(separator: " ").map(String.init) ?? []
    if name == "svg", let box = attributes["viewBox"]?.split(separator: " ").compactMap({ Double($0) }) {
      (width, height) = (box[2], box[3])
    }
    if name == "path", let data = attributes["d"] {
      paths.append((attributes["class"] ?? "", classes, data))
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    defer { stack.removeLast() }
    guard name == "text", let own = stack.last, let x = own["x"].flatMap(Double.init),
      let y = own["y"].flatMap(Double.init)
    else { return }
    let size = inherited("font-size").flatMap(Double.init) ?? 13
    let width = text.width(size: size)
    let shifts = ["middle": width / 2, "end": width]
    let shift = shifts[inherited("text-anchor") ?? ""] ?? 0
    let moved = offset
    labels.append(
      Label(
        text: text, x: x - shift + moved.x, y: y + moved.y, width: width, size: size, classes: classes,
        isTurned: own["transform"] != nil))
  }

  private func inherited(_ name: String) -> String? { stack.compactMap { $0[name] }.last }

  private var classes: [String] { stack.compactMap { $0["class"] } }

  private var offset: (x: Double, y: Double) {
    stack.compactMap { $0["transform"] }.reduce(into: (x: 0.0, y: 0.0)) { sum, transform in
      guard let match = transform.firstMatch(of: /translate\((\S+) (\S+)\)/) else { return }
      sum.x += Double(match.1) ?? 0
      sum.y += Double(match.2) ?? 0
    }
  }
}
