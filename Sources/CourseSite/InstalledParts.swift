import CGraphviz
import ContentStore

/// What the site draws on besides the mathematics, as found on this machine.
public enum InstalledParts {
  /// What tells them from other versions of them.
  public static func digest(in store: ContentStore) -> Digest {
    Digest(["formulas": Formulas.version(store), "colours": ForeignCode.version])
  }

  /// Whether there is a highlight.js for the colours of code in other languages than Swift.
  public static var hasHighlighter: Bool { FileBytes.read(ForeignCode.path) != nil }

  /// The version of Graphviz that lays out diagrams.
  public static var graphvizVersion: String {
    guard let context = gvContext() else { return "unknown" }
    defer { gvFreeContext(context) }
    return gvcVersion(context).map { String(cString: $0) } ?? "unknown"
  }
}
