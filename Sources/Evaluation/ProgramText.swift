import CourseModel

/// The Swift source of a program made of parts.
///
/// Every line of a lesson keeps its line and column: the compiler, the debugger's tables and the runtime's
/// messages all name the place in the Markdown file.
package struct ProgramText: Sendable, Hashable {
  /// How the code of the parts is rendered.
  package enum Style: Sendable, Hashable {
    /// With calls to the notebook before, between and after.
    case recorded
    /// As it stands; for code that shall not compile.
    case bare
  }

  /// The text.
  package private(set) var text = "import LessonKit\n"

  /// Columns from here on are ours: no lesson's line is that long.
  package static let ownColumn = 1000

  /// The program of `pieces`; each is numbered by its place in `indices`.
  package init(_ pieces: [(index: Int, piece: Piece)], seed: UInt64? = nil, bareTarget: Bool = false) {
    if let seed { addSeed(seed) }
    for (index, piece) in pieces {
      switch piece.content {
      case .cell(let cell):
        add(cell, of: piece, index, style: bareTarget && !piece.isContext ? .bare : .recorded)
      case .value:
        addValue(piece, index)
      }
    }
  }

  private mutating func addSeed(_ seed: UInt64) {
    text += "LessonKit.generator = LessonKit.SeededGenerator(seed: \(seed))\n"
  }

  private mutating func add(_ cell: Cell, of piece: Piece, _ index: Int, style: Style) {
    if let seed = cell.options.seed { addSeed(seed) }
    let seconds = cell.options.timeout.map { ", seconds: \($0)" } ?? ""
    text += "LessonKit.Notebook.begin(\(index)\(seconds))\n"
    addLocation(piece.firstLine, piece.path)
    var writer = CodeWriter(piece)
    if style == .recorded { writer.addEdits() }
    text += writer.text()
    text += "#sourceLocation()\nLessonKit.Notebook.end(\(index))\n"
  }

  private mutating func addValue(_ piece: Piece, _ index: Int) {
    addLocation(max(1, piece.firstLine - 1), piece.path)
    text += ProgramText.ownPadding + "LessonKit.Notebook.fill(\(index),\n"
    text += String(repeating: " ", count: piece.indentation) + piece.source + ")\n#sourceLocation()\n"
  }

  private mutating func addLocation(_ line: Int, _ path: String) {
    text += ProgramText.location(line, path)
  }

  /// The directive after which the next line counts as that line of that file.
  static func location(_ line: Int, _ path: String) -> String {
    var name = ""
    for character in path.unicodeScalars {
      if character == "\\" || character == "\"" { name += "\\" }
      name.unicodeScalars.append(character)
    }
    return "#sourceLocation(file: \"\(name)\", line: \(line))\n"
  }

  static let ownPadding = String(repeating: " ", count: ownColumn)
}

/// Writes the lines of a cell, with what the notebook needs put between them.
private struct CodeWriter {
  private let piece: Piece
  private let source: [UInt8]
  /// What is put in before the byte at each offset.
  private var edits: [(offset: Int, text: String, isLine: Bool)] = []

  init(_ piece: Piece) {
    self.piece = piece
    source = Array(piece.source.utf8)
  }

  /// Marks before items that may throw, and the call that shows the last expression.
  mutating func addEdits() {
    let analysis = piece.analysis
    for offset in analysis.markedItems {
      edits.append((offset, "LessonKit.Notebook.mark(\(line(of: offset)))\n", true))
    }
    guard let shown = analysis.shownExpression else { return }
    let line = line(of: shown.lowerBound)
    let call =
      ProgramText.location(max(1, line - 1), piece.path) + ProgramText.ownPadding
      + "LessonKit.Notebook.show(line: \(line),\n"
    edits.append((shown.lowerBound, call, true))
    edits.append((shown.upperBound, ")", false))
  }

  func text() -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count + 64 * edits.count + 256)
    var next = 0
    for edit in edits {
      copy(next..<edit.offset, to: &bytes)
      next = edit.offset
      if !edit.isLine {
        bytes += edit.text.utf8
      } else {
        breakLine(before: edit.offset, with: edit.text, in: &bytes)
      }
    }
    copy(next..<source.count, to: &bytes)
    if bytes.last != 0x0A { bytes.append(0x0A) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Puts lines of our own before a byte, after which that byte still has its line and column.
  private func breakLine(before offset: Int, with text: String, in bytes: inout [UInt8]) {
    if bytes.last != 0x0A, !bytes.isEmpty { bytes.append(0x0A) }
    bytes += text.utf8
    if !text.hasPrefix("#") { bytes += ProgramText.location(line(of: offset), piece.path).utf8 }
    let column = offset - lineStart(of: offset)
    if column > 0 { bytes += [UInt8](repeating: 0x20, count: piece.indentation + column) }
  }

  /// Copies code, each line that is not empty behind the columns that it has in the file.
  private func copy(_ range: Range<Int>, to bytes: inout [UInt8]) {
    for offset in range {
      let isLineStart = offset == 0 || source[offset - 1] == 0x0A
      if isLineStart, source[offset] != 0x0A {
        bytes += [UInt8](repeating: 0x20, count: piece.indentation)
      }
      bytes.append(source[offset])
    }
  }

  private func lineStart(of offset: Int) -> Int {
    source[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  }

  private func line(of offset: Int) -> Int {
    piece.firstLine + source[..<offset].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
  }
}
