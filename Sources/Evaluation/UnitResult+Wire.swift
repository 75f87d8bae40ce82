import CourseModel
import Figures

extension UnitResult {
  private static let wireVersion = 1

  /// The result as bytes, to be stored.
  package func encoded() -> [UInt8] {
    var wire = WireEncoder()
    wire.write(Self.wireVersion)
    wire.write(pieces) { wire, piece in piece.write(to: &wire) }
    wire.write(problems) { wire, problem in problem.write(to: &wire) }
    return wire.bytes
  }

  /// The result that was stored, or nil if the bytes are not one.
  package init?(stored bytes: [UInt8]) {
    do throws(WireDamage) {
      var wire = WireDecoder(bytes)
      guard try wire.number() == Self.wireVersion else { return nil }
      pieces = try wire.list { (wire) throws(WireDamage) in try PieceResult(from: &wire) }
      problems = try wire.list { (wire) throws(WireDamage) in try Problem(from: &wire) }
      guard wire.isAtEnd else { return nil }
    } catch {
      return nil
    }
  }
}

extension PieceResult {
  fileprivate func write(to wire: inout WireEncoder) {
    wire.write(state.rawValue)
    wire.write(outputs) { wire, output in
      output.output.write(to: &wire)
      wire.write(output.place) { wire, place in place.write(to: &wire) }
    }
    wire.write(text) { $0.write($1) }
  }

  fileprivate init(from wire: inout WireDecoder) throws(WireDamage) {
    guard let state = CellOutcome.State(rawValue: try wire.text()) else { throw WireDamage() }
    self.state = state
    outputs = try wire.list { (wire) throws(WireDamage) in
      let output = try CellOutput(from: &wire)
      return PlacedOutput(
        output: output, place: try wire.optional { (wire) throws(WireDamage) in try Place(from: &wire) })
    }
    text = try wire.optional { (wire) throws(WireDamage) in try wire.text() }
  }
}

extension CellOutput {
  fileprivate func write(to wire: inout WireEncoder) {
    switch self {
    case .standardOutput(let text): wire.write(1, text)
    case .standardError(let text): wire.write(2, text)
    case .figure(let figure):
      wire.write(3)
      wire.write(figure.encoded())
    case .compilerMessage(let text): wire.write(4, text)
    case .trapMessage(let text): wire.write(5, text)
    case .notice(let text): wire.write(6, text)
    }
  }

  fileprivate init(from wire: inout WireDecoder) throws(WireDamage) {
    switch try wire.number() {
    case 1: self = .standardOutput(try wire.text())
    case 2: self = .standardError(try wire.text())
    case 3:
      guard let figure = try? Figure.decode(try wire.slice()) else { throw WireDamage() }
      self = .figure(figure)
    case 4: self = .compilerMessage(try wire.text())
    case 5: self = .trapMessage(try wire.text())
    case 6: self = .notice(try wire.text())
    default: throw WireDamage()
    }
  }
}

extension Place {
  fileprivate func write(to wire: inout WireEncoder) {
    for number in [piece, line, column, length] { wire.write(number) }
  }

  fileprivate init(from wire: inout WireDecoder) throws(WireDamage) {
    self.init(
      piece: try wire.number(), line: try wire.number(), column: try wire.number(),
      length: try wire.number())
  }
}

extension Problem {
  fileprivate func write(to wire: inout WireEncoder) {
    wire.write(severity.rawValue)
    wire.write(rule)
    wire.write(message)
    place.write(to: &wire)
    wire.write(help) { $0.write($1) }
    wire.write(notes) { wire, note in
      note.place.write(to: &wire)
      wire.write(note.message)
    }
  }

  fileprivate init(from wire: inout WireDecoder) throws(WireDamage) {
    guard let severity = Diagnostic.Severity(rawValue: try wire.text()) else { throw WireDamage() }
    let rule = try wire.text()
    let message = try wire.text()
    let place = try Place(from: &wire)
    let help = try wire.optional { (wire) throws(WireDamage) in try wire.text() }
    let notes = try wire.list { (wire) throws(WireDamage) in
      Note(place: try Place(from: &wire), message: try wire.text())
    }
    self.init(severity, rule, message, at: place, help: help, notes: notes)
  }
}

extension WireEncoder {
  fileprivate mutating func write(_ kind: Int, _ text: String) {
    write(kind)
    write(text)
  }
}
