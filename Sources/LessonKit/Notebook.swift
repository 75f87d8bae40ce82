/// Where the figures of a run go.
public enum Notebook {
  /// Takes a figure that the block's line `line` shows.
  public static func record(_ figure: Figure, line: Int) {
    print(figure.ascii(width: 80, unicode: true), terminator: "")
  }
}
