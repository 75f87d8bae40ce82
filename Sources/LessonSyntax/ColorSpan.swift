import SwiftIDEUtils
import SwiftSyntax

/// A piece of code in one colour; the kinds are numbered as the course model numbers them.
struct ColorSpan {
  enum Kind: UInt8 {
    case keyword, identifier, type, number, string, interpolation, comment, documentation
    case attribute, directive, operatorSign, argumentLabel, regex
  }

  var start: Int
  var length: Int
  var kind: Kind

  static func spans(of file: SourceFileSyntax) -> [ColorSpan] {
    file.classifications.compactMap { piece in
      guard let kind = kind(of: piece.kind) else { return nil }
      let start = piece.range.lowerBound.utf8Offset
      return ColorSpan(start: start, length: piece.range.upperBound.utf8Offset - start, kind: kind)
    }
  }

  private static func kind(of classification: SyntaxClassification) -> Kind? {
    switch classification {
    case .keyword: .keyword
    case .identifier, .dollarIdentifier: .identifier
    case .type: .type
    case .integerLiteral, .floatLiteral: .number
    case .stringLiteral: .string
    case .lineComment, .blockComment: .comment
    case .docLineComment, .docBlockComment: .documentation
    case .attribute: .attribute
    case .ifConfigDirective: .directive
    case .operator: .operatorSign
    case .argumentLabel: .argumentLabel
    case .regexLiteral: .regex
    case .none, .editorPlaceholder: nil
    @unknown default: nil
    }
  }
}
