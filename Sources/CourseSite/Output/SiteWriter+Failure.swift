extension SiteWriter {
  /// What went wrong.
  public enum Failure: Error, Hashable, Sendable {
    /// The folder holds something that is not a site of this tool.
    case foreignFolder(String)
    /// A file that this tool did not write stands where a page has to stand.
    case foreignFile(String)
    /// A file or folder could not be written.
    case unwritable(String, reason: String)
    /// A file of the site could not be made again: what it is made from is gone.
    case vanished(String)
    /// The site is written; files of others could not be taken along and lie in the folder of that path.
    case setAside(String)
  }
}

extension SiteWriter.Failure: CustomStringConvertible {
  /// The failure in words.
  public var description: String {
    switch self {
    case .foreignFolder(let path):
      "'\(path)' holds files that are not a course made by this tool; it is left as it is"
    case .foreignFile(let path):
      "'\(path)' was not written by this tool and stands where a page belongs; move it away, or name another folder "
        + "with --output"
    case .unwritable(let path, let reason): "'\(path)' cannot be written: \(reason)"
    case .vanished(let path): "what '\(path)' is made from changed while the course was built; build again"
    case .setAside(let path):
      "the course is written, but files that are not its own could not be taken along; they lie in '\(path)'"
    }
  }
}
