import Foundation

/// The folder in which a machine keeps KaTeX: script, style sheet and fonts.
struct KaTeXFolder: Sendable {
  let path: String

  /// The first of the usual places that holds the script, else Debian's.
  static let found: String = {
    let usual = ["/usr/share/javascript/katex", "/usr/local/share/javascript/katex"]
    return usual.first { FileManager.default.isReadableFile(atPath: $0 + "/katex.js") } ?? usual[0]
  }()

  func bytes(of name: String) -> Result<[UInt8], MathError> {
    let file = path + "/" + name
    guard let data = FileManager.default.contents(atPath: file) else { return .failure(.missing(file)) }
    return .success([UInt8](data))
  }

  /// The fonts to ship, in alphabetical order; browsers that draw these pages all read woff2.
  func fontNames() -> Result<[String], MathError> {
    let folder = path + "/fonts"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let fonts = names.filter { $0.hasPrefix("KaTeX_") && $0.hasSuffix(".woff2") }.sorted()
    return fonts.isEmpty ? .failure(.missing(folder)) : .success(fonts)
  }
}

/// KaTeX's script: its text, the version it states, and a fingerprint of its bytes.
struct KaTeXScript: Sendable {
  let bytes: [UInt8]
  let version: String
  let fingerprint: UInt64

  init(bytes: [UInt8]) {
    self.bytes = bytes
    version = Self.version(in: bytes)
    // FNV-1a: a name for the bytes, not a protection.
    fingerprint = bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// The text between the quotes of `version:"…"`.
  private static func version(in bytes: [UInt8]) -> String {
    let mark = Array("version:\"".utf8)
    guard let start = bytes.firstRange(of: mark)?.upperBound,
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\"")), end - start <= 32
    else { return "unknown" }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
