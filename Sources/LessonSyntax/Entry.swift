import SwiftParser
import SwiftSyntax

/// Reads one block of Swift code and hands back what `BlockReading` found, as bytes.
///
/// The library is loaded while the tool runs, and only when there is a block that was never read before;
/// this is its one entry. The answer is given back by `lesson_syntax_free`.
@_cdecl("lesson_syntax")
public func lessonSyntax(
  _ source: UnsafePointer<UInt8>?, _ count: Int, _ answerCount: UnsafeMutablePointer<Int>
) -> UnsafeMutablePointer<UInt8>? {
  let code = UnsafeBufferPointer(start: source, count: count)
  let answer = BlockReading(of: Parser.parse(source: code)).encoded()
  let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: answer.count)
  bytes.initialize(from: answer, count: answer.count)
  answerCount.pointee = answer.count
  return bytes
}

/// Gives back an answer of `lesson_syntax`.
@_cdecl("lesson_syntax_free")
public func lessonSyntaxFree(_ answer: UnsafeMutablePointer<UInt8>?) {
  answer?.deallocate()
}
