/// A block of a lesson's text and the place where it begins.
public struct Block: Sendable, Hashable {
  /// What kind of block it is; the cases carry CommonMark's names.
  public enum Content: Sendable, Hashable {
    case paragraph([Inline])
    indirect case heading(Heading)
    case thematicBreak
    case blockQuote([Block])
    case list(List)
    indirect case codeBlock(info: String, text: String)
    case html(String)

    // What the lesson format adds.
    indirect case table(TextTable)
    indirect case callout(Callout)
    indirect case math(DisplayMath)
    indirect case diagram(DiagramSource)
    /// Claims of `claims.yml`, as the lesson judges them.
    case claims([ClaimJudgement])
    indirect case quiz(Quiz)
    /// Code that is evaluated, or an experiment: an index into the lesson's cells.
    case cell(Int)
  }

  /// What kind of block it is.
  public var content: Content
  /// The place of its first character.
  public var position: Position

  /// A block that begins at `position`.
  public init(_ content: Content, at position: Position) {
    self.content = content
    self.position = position
  }
}

/// A heading and the anchor by which links reach it.
public struct Heading: Sendable, Hashable {
  /// 1 to 6.
  public var level: Int
  /// The text.
  public var content: [Inline]
  /// The `id` on the page: the label where there is one, otherwise made from the text.
  public var anchor: String
  /// Whether the author wrote the anchor as `{#sec-…}`.
  public var isLabelled: Bool

  /// A heading of the given level.
  public init(level: Int, content: [Inline], anchor: String, isLabelled: Bool = false) {
    self.level = level
    self.content = content
    self.anchor = anchor
    self.isLabelled = isLabelled
  }
}

/// A list, bulleted where `start` is nil.
public struct List: Sendable, Hashable {
  /// The number of the first item of an ordered list.
  public var start: Int?
  /// Whether the items' paragraphs stand without space between them.
  public var isTight: Bool
  /// The items.
  public var items: [[Block]]

  /// A list of items.
  public init(start: Int?, isTight: Bool, items: [[Block]]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}

/// A table in the text, as GitHub Flavored Markdown writes it.
public struct TextTable: Sendable, Hashable {
  /// Where a column's text stands.
  public enum Alignment: String, Sendable, Hashable {
    case none, left, center, right
  }

  /// One alignment a column.
  public var alignments: [Alignment]
  /// The cells of the first row.
  public var header: [[Inline]]
  /// The cells of the other rows, each as many as the header has.
  public var rows: [[[Inline]]]
  /// The line `: Caption {#tbl-label}` under the table; empty if none.
  public var caption: [Inline]
  /// Its number and label, if it has a caption or a label.
  public var numbered: Numbered?

  /// A table of text.
  public init(
    alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]], caption: [Inline] = [],
    numbered: Numbered? = nil
  ) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
    self.caption = caption
    self.numbered = numbered
  }
}

/// A remark that stands out from the text.
public struct Callout: Sendable, Hashable {
  /// What the remark is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case note, tip, hint, important, warning, caution, experiment
  }

  /// What the remark is.
  public var kind: Kind
  /// The author's own title; empty for the kind's name.
  public var title: [Inline]
  /// The remark.
  public var content: [Block]

  /// A remark.
  public init(kind: Kind, title: [Inline] = [], content: [Block]) {
    self.kind = kind
    self.title = title
    self.content = content
  }
}

/// A formula on lines of its own.
public struct DisplayMath: Sendable, Hashable {
  /// TeX without its delimiters.
  public var tex: String
  /// The place of the first character of `tex`.
  public var position: Position
  /// Its number and label, if it is labelled.
  public var numbered: Numbered?

  /// A formula that begins at `position`.
  public init(tex: String, position: Position, numbered: Numbered? = nil) {
    self.tex = tex
    self.position = position
    self.numbered = numbered
  }
}

/// A Mermaid diagram, not yet read.
public struct DiagramSource: Sendable, Hashable {
  /// The text of the block, without its leading `%%|` lines.
  public var text: String
  /// The line of the file on which `text` begins.
  public var firstLine: Int
  /// How many bytes of each of the file's lines come before the diagram's own text.
  public var indentation: Int
  /// The caption; empty if none.
  public var caption: String
  /// The author's alternative text, if any.
  public var alternativeText: String?
  /// Its number and label, if it has a caption or a label.
  public var numbered: Numbered?

  /// A diagram's text.
  public init(
    text: String, firstLine: Int, indentation: Int = 0, caption: String = "", alternativeText: String? = nil,
    numbered: Numbered? = nil
  ) {
    self.text = text
    self.firstLine = firstLine
    self.indentation = indentation
    self.caption = caption
    self.alternativeText = alternativeText
    self.numbered = numbered
  }
}
