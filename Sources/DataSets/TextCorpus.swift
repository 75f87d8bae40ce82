/// A text in ASCII.
public enum TextCorpus {
  /// Jane Austen, *Pride and Prejudice* (1813): 684,767 characters, lines broken as printed, `_` around italics.
  public static let austen = EmbeddedFile.bytes(of: "austen-pride.txt")

  /// William Shakespeare, *Hamlet*, *Macbeth* and *Romeo and Juliet*, in this order: 419,126 characters.
  public static let shakespeare = EmbeddedFile.bytes(of: "shakespeare.txt")
}
