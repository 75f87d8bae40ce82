import ContentStore
import CourseModel
import Foundation

/// Something that is compiled and run by itself, and whose results are stored by themselves.
package struct Unit: Sendable {
  /// What is done with it.
  package enum Kind: String, Sendable {
    /// Compiled and run.
    case program
    /// Compiled, and has to be refused.
    case rejection
    /// Compiled and run, and has to trap.
    case trap
    /// Only compiled.
    case compilation
    /// An experiment, run.
    case experiment
  }

  /// What is done with it.
  package var kind: Kind
  /// The parts, in order; those that are not context are what it is about.
  package var pieces: [Piece]
  /// What the lesson's front matter says.
  package var frontMatter: FrontMatter
  /// Files that the cells read, relative to the lessons folder, in order.
  package var needs: [String]

  /// Something to evaluate.
  package init(_ kind: Kind, _ pieces: [Piece], frontMatter: FrontMatter) {
    self.kind = kind
    self.pieces = pieces
    self.frontMatter = frontMatter
    needs = Array(Set(pieces.flatMap { $0.cell?.options.needs ?? [] })).sorted()
  }

  /// The seconds that the run may take: the lesson's limit, and what blocks with a limit of their own may take.
  func seconds(_ settings: EvaluationSettings) -> Double {
    let own = pieces.compactMap { $0.cell?.options.timeout }
    let general = frontMatter.timeout ?? settings.timeout
    if pieces.count == 1, let only = own.first { return only }
    return own.reduce(general, +)
  }

  /// Whether a place in a file is part of the result, so that the same code elsewhere is another program.
  private var readsItsPlace: Bool { pieces.contains { $0.analysis.readsItsPlace } }

  /// What the results depend on; not where in the file the code stands, unless the code asks.
  ///
  /// `contents` are the digests of what is needed, by name.
  func ingredients(tools: [Ingredient], contents: [String: Digest]) -> [Ingredient] {
    var settings = DigestBuilder()
    settings.add("kind", kind.rawValue)
    settings.add("seed", "\(frontMatter.seed.map { "\($0)" } ?? "") \(frontMatter.optimize)")
    let files = needs.map { file in
      // The name counts, too: under another name a program does not find the same content.
      Ingredient(
        name: "the file \(file)",
        digest: Digest(["needs": Array(file.utf8), "content": contents[file]?.bytes ?? []]))
    }
    return [Ingredient(name: "what the lesson says of seed and optimisation", digest: settings.digest())]
      + pieces.map { $0.ingredient(withPlace: readsItsPlace) } + files + tools
  }
}

extension BlockAnalysis {
  /// Where our own calls are put into the code.
  fileprivate var calls: [UInt8] {
    var wire = WireEncoder()
    wire.write(shownExpression) { wire, range in
      wire.write(range.lowerBound)
      wire.write(range.upperBound)
    }
    wire.write(markedItems) { $0.write($1) }
    return wire.bytes
  }
}

extension Piece {
  /// The part as something that a result depends on.
  fileprivate func ingredient(withPlace: Bool) -> Ingredient {
    var builder = DigestBuilder()
    builder.add(isContext ? "context" : "piece", source)
    builder.add("calls", analysis.calls)
    if withPlace { builder.add("place", "\(path) \(firstLine) \(indentation)") }
    if let cell {
      builder.add("seed", cell.options.seed.map { "\($0)" } ?? "")
      if case .experiment(let name, let parameters) = cell.kind {
        builder.add("experiment", ExperimentRequest(name, parameters, seed: cell.options.seed).encoded())
      }
    } else {
      builder.add("is", "value")
    }
    return Ingredient(name: name, digest: builder.digest())
  }

  /// The part, for people.
  private var name: String {
    guard let cell else { return "`{swift} \(source)`" }
    if case .experiment = cell.kind { return "its parameters" }
    return "block " + cell.name
  }
}
