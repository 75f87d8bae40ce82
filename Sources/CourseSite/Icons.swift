import CourseModel

/// The small drawings of the pages.
enum Icons {
  static let menu = outline("M3 5.5h14M3 10h14M3 14.5h14")
  static let search = outline("M13 13l4 4M14.2 9A5.2 5.2 0 1 1 3.8 9a5.2 5.2 0 0 1 10.4 0z")
  static let themeSystem = outline(
    "M17 10A7 7 0 1 1 3 10a7 7 0 0 1 14 0zM10 3v14M12.5 4v12M15 5.4v9.2", "when-auto")
  static let themeLight = outline(
    "M13.6 10A3.6 3.6 0 1 1 6.4 10a3.6 3.6 0 0 1 7.2 0zM10 2v1.8M10 16.2V18M2 10h1.8M16.2 10H18M4.3 4.3l1.3 1.3"
      + "M14.4 14.4l1.3 1.3M4.3 15.7l1.3-1.3M14.4 5.6l1.3-1.3", "when-light")
  static let themeDark = outline("M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5z", "when-dark")
  static let brand = """
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" \
    stroke-linejoin="round" aria-hidden="true"><path d="M3 19.5h9L21 5"/><path d="M3 4v15.5" stroke-width="1.2" \
    opacity=".5"/><circle cx="12" cy="19.5" r="1.8" fill="currentColor" stroke="none"/></svg>
    """

  /// The drawing before a remark's title.
  static func callout(_ kind: Callout.Kind) -> String {
    switch kind {
    case .note: outline("M17.2 10a7.2 7.2 0 1 1-14.4 0 7.2 7.2 0 0 1 14.4 0zM10 9.2v4.6M10 6.3v.1")
    case .tip, .hint:
      outline(
        "M7.5 14.5h5M8.2 17.2h3.6M10 2.8a5.2 5.2 0 0 0-3 9.4c.5.4.8.9.8 1.5v.8h4.4v-.8c0-.6.3-1.1.8-1.5a5.2 5.2 0 0 0-3-9.4z"
      )
    case .important: outline("M10 2.8v9.4M10 16.6v.1M3 3")
    case .warning: outline("M10 3l8 13.5H2zM10 8.2v3.6M10 14.2v.1")
    case .caution: outline("M6.9 2.5h6.2l4.4 4.4v6.2l-4.4 4.4H6.9l-4.4-4.4V6.9zM10 6.2v4.6M10 13.7v.1")
    case .experiment:
      outline(
        "M7.5 2.8h5M8.3 2.8v5.2L3.6 16a1.2 1.2 0 0 0 1 1.8h10.8a1.2 1.2 0 0 0 1-1.8L11.7 8V2.8M6.2 12.5h7.6")
    }
  }

  private static func outline(_ path: String, _ name: String? = nil) -> String {
    let attribute = name.map { " class=\"\($0)\"" } ?? ""
    return """
      <svg\(attribute) viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.7" \
      stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="\(path)"/></svg>
      """
  }
}
