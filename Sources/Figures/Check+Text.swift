extension Check: CustomStringConvertible {
  /// The verdict in a few lines.
  public var description: String {
    var lines = ["\(passed ? "✓" : "✗") \(name): \(passed ? "passed" : "failed"), \(comparison)"]
    if points > 0 {
      lines.append("  worst of \(points) points: x = \(worstPoint)")
      lines.append("  stated    \(stated)")
      lines.append("  measured  \(measured)")
      lines.append(
        "  error \(significant(error, 2)), allowed \(significant(bound, 2)), margin \(significant(margin, 2))"
      )
    }
    if resolution.isFinite {
      lines.append("  a relative error of \(significant(resolution, 2)) in every slope would have been seen")
    }
    return (lines + notes.map { "  " + $0 }).joined(separator: "\n") + "\n"
  }
}
