/// How a flowchart looks: rules of style and the heads of links.
enum FlowchartTheme {
  /// The rules of all drawings, for the pages' style sheet: a page's policy lets no rules stand in the page itself.
  static let rules: String = {
    let scope = ".flowchart"
    let ink = "var(--figure-ink,#1b1f27)"
    let accent = "var(--accent,#2f5fd0)"
    let rules = [
      ("text", "fill:\(ink);font-size:\(FlowchartSizes.nodeText.fontSize.svg)px;text-anchor:middle"),
      (".group text,\(scope) .label text", "font-size:\(FlowchartSizes.smallText.fontSize.svg)px"),
      (".group text", "font-weight:600"),
      (".group rect", "fill:var(--figure-grid,#d8dce4);fill-opacity:.28;stroke:var(--figure-grid,#d8dce4)"),
      (".node text", "fill:var(--node-text,\(ink))"),
      (
        ".node>:not(text)",
        "fill:var(--node-fill,\(accent));fill-opacity:var(--node-opacity,.1);stroke:var(--node-stroke,\(accent));"
          + "stroke-width:var(--node-width,1.5px);stroke-dasharray:var(--node-dash,none)"
      ),
      (".node>.open", "fill:none"),
      (".link", "fill:none;stroke:\(ink);stroke-opacity:.72;stroke-width:1.5"),
      (".dotted", "stroke-dasharray:2 4;stroke-linecap:round"),
      (".thick", "stroke-width:3"),
      (".mark", "fill:\(ink);fill-opacity:.72;stroke:none"),
      (".mark.cross,\(scope) .mark.circle", "fill:none;stroke:\(ink);stroke-opacity:.72;stroke-width:1.5"),
    ]
    return rules.map { "\(scope) \($0){\($1)}" }.joined(separator: "\n")
  }()

  /// The heads in use, as markers that begin where the line ends.
  static func markers(used marks: [LinkLine.Mark], id: String) -> [String] {
    marks.isEmpty ? [] : ["<defs>\(marks.map { marker($0, id: id) }.joined())</defs>"]
  }

  private static func marker(_ mark: LinkLine.Mark, id: String) -> String {
    let (base, shape) = shape(of: mark)
    return "<marker id=\"\(id)-\(mark.rawValue)\" viewBox=\"0 0 12 12\" refX=\"\(base)\" refY=\"6\""
      + " markerWidth=\"12\" markerHeight=\"12\" markerUnits=\"userSpaceOnUse\" orient=\"auto-start-reverse\">"
      + "<path class=\"mark \(mark.rawValue)\" d=\"\(shape)\"/></marker>"
  }

  private static func shape(of mark: LinkLine.Mark) -> (base: String, path: String) {
    switch mark {
    case .none: ("0", "")
    case .arrow: ("3.5", "M1 1.5L11.5 6L1 10.5L3.5 6z")
    case .cross: ("9", "M2 2L10 10M10 2L2 10")
    case .circle: ("2", "M2 6a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z")
    }
  }

  /// What an author's style sets, on the node's own element so that it wins over the rules.
  static func attribute(for style: NodeStyle) -> String {
    let settings = [
      style.fill.map { "--node-fill:\($0.css);--node-opacity:1" },
      style.stroke.map { "--node-stroke:\($0.css)" },
      style.strokeWidth.map { "--node-width:\($0)px" }, style.strokeDash.map { "--node-dash:\($0)" },
      style.readableText.map { "--node-text:\($0)" },
    ].compactMap(\.self)
    return settings.isEmpty ? "" : " style=\"\(settings.joined(separator: ";"))\""
  }
}
