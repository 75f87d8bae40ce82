/// A piece of a line of text; the cases carry CommonMark's names.
///
/// Only the large and rare pieces are boxed, so that plain text stays small.
public enum Inline: Sendable, Hashable {
  case text(String)
  case softBreak
  case lineBreak
  case code(String)
  case html(String)
  case emphasis([Inline])
  case strong([Inline])
  indirect case link(Link)
  indirect case image(Image)

  // What the lesson format adds.

  /// `$x$`: TeX without its delimiters.
  indirect case math(String, Position)
  /// `` `{swift} expression` ``: an index into the lesson's inline values.
  case value(Int)
  /// `[](#label)`: a numbered thing, named by its label.
  indirect case reference(Reference)
  /// `[@key]` or `[@one; @two]`: works of the bibliography.
  indirect case citation(keys: [String], Position)
  /// `[^name]`: an index into the lesson's footnotes, and which mention of it this is, counted from 1.
  case footnoteReference(index: Int, mention: Int)
  /// The first use of a glossary's term, by the term's `id`; not written by authors but found in their text.
  indirect case term(id: String, content: [Inline])
}

/// A link and the text it stands on.
public struct Link: Sendable, Hashable {
  /// Where to; unescaped, not yet percent-encoded.
  public var destination: String
  /// The text that appears on hovering; empty if none.
  public var title: String
  /// What is clicked on.
  public var content: [Inline]
  /// Where the link stands.
  public var position: Position

  /// A link to `destination`.
  public init(destination: String, title: String, content: [Inline], position: Position) {
    self.destination = destination
    self.title = title
    self.content = content
    self.position = position
  }
}

/// An image and the words that stand for it.
public struct Image: Sendable, Hashable {
  /// The file or address; unescaped, not yet percent-encoded.
  public var source: String
  /// The text that appears on hovering; empty if none.
  public var title: String
  /// The alternative text.
  public var content: [Inline]
  /// Where the image stands.
  public var position: Position

  /// An image from `source`.
  public init(source: String, title: String, content: [Inline], position: Position) {
    self.source = source
    self.title = title
    self.content = content
    self.position = position
  }
}

/// A mention of a numbered figure, table, listing, equation or section.
public struct Reference: Sendable, Hashable {
  /// The label, without `#`.
  public var label: String
  /// The link's own text; empty for the number to be filled in.
  public var content: [Inline]
  /// Where the mention stands.
  public var position: Position

  /// A mention of the thing labelled `label`.
  public init(label: String, content: [Inline], position: Position) {
    self.label = label
    self.content = content
    self.position = position
  }
}
