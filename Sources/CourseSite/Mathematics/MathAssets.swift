/// A file that a site copies beside its pages.
public struct MathAsset: Hashable, Sendable {
  /// Its path below the folder for mathematics, such as `fonts/KaTeX_Main-Regular.woff2`.
  public let name: String
  /// Its content.
  public let bytes: [UInt8]
}

/// What pages with formulas need beside them: a style sheet, its fonts, their licences.
///
/// The style sheet is `katex.css`; the fonts lie below it in `fonts/`, and it names no others.
public enum MathAssets {
  /// The files in alphabetical order, or the package that is missing.
  public static func files(katexPath: String? = nil) -> Result<[MathAsset], MathError> {
    let folder = KaTeXFolder(path: katexPath ?? KaTeXFolder.found)
    return folder.bytes(of: "katex.min.css").flatMap { css in
      fonts(in: folder).map { fonts in
        let sheet = MathAsset(name: "katex.css", bytes: onlyWOFF2(css) + Array(scrolling.utf8))
        return ([sheet] + fonts + licences).sorted { $0.name < $1.name }
      }
    }
  }

  /// A wide formula scrolls in its own line instead of widening the page.
  private static let scrolling = ".katex-display{overflow-x:auto;overflow-y:hidden;padding:2px 0}\n"

  private static func fonts(in folder: KaTeXFolder) -> Result<[MathAsset], MathError> {
    folder.fontNames().flatMap { names in
      var fonts: [MathAsset] = []
      for name in names {
        switch folder.bytes(of: "fonts/" + name) {
        case .success(let bytes): fonts.append(MathAsset(name: "fonts/" + name, bytes: bytes))
        case .failure(let error): return .failure(error)
        }
      }
      return .success(fonts)
    }
  }

  private static let licences = [
    MathAsset(name: "LICENSE-KaTeX.txt", bytes: Array(MathLicences.katex.utf8)),
    MathAsset(name: "fonts/OFL.txt", bytes: Array(MathLicences.fonts.utf8)),
  ]

  /// Keeps of every `src:a,b,c` only the alternatives that end in `.woff2`.
  private static func onlyWOFF2(_ css: [UInt8]) -> [UInt8] {
    let source = Array("src:".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(css.count)
    var rest = css[...]
    while let start = rest.firstRange(of: source) {
      result += rest[..<start.upperBound]
      let list = rest[start.upperBound...].prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "}") }
      let kept = list.split(separator: UInt8(ascii: ",")).filter {
        $0.firstRange(of: Array(".woff2)".utf8)) != nil
      }
      result += kept.joined(separator: [UInt8(ascii: ",")])
      rest = rest[list.endIndex...]
    }
    return result + rest
  }
}
