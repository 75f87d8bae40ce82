import CTheme
import ContentStore
import CourseModel
import Figures

/// The files that pages need besides themselves: theme, fonts, and what the lessons bring along.
struct SiteAssets {
  /// The lessons' bodies.
  let rendered: RenderedLessons
  /// Where the lessons' files are found.
  let settings: SiteSettings

  /// Style sheet, script, and the fonts of formulas where there are formulas.
  var theme: Parsed<[SiteFile]> {
    let files = [
      SiteFile(path: "assets/course.css", bytes: Self.styleSheet),
      SiteFile(path: "assets/course.js", bytes: [UInt8](theme_script())),
    ]
    let lesson = rendered.entries.first { $0.summary.hasMathematics }?.lesson.file.path
    guard let path = lesson ?? settings.reference.map({ _ in settings.lessonsFolder + "/course.yml" }) else {
      return Parsed(files)
    }
    switch MathAssets.files() {
    case .success(let assets):
      return Parsed(files + assets.map { SiteFile(path: "assets/katex/" + $0.name, bytes: $0.bytes) })
    case .failure(let error):
      let problem = Diagnostic(
        .error, "formula", error.message, path: path, at: Position(line: 1), help: error.help)
      return Parsed(files, diagnostics: [problem])
    }
  }

  /// The style sheet with the colours of figures and the rules of flowcharts, which the drawings themselves know.
  static let styleSheet = [UInt8](theme_style_sheet())
    .replacing(Array("/* figures: light */".utf8), with: Figure.lightColors.utf8)
    .replacing(Array("/* figures: dark */".utf8), with: Figure.darkColors.utf8)
    .replacing(Array("/* flowcharts */".utf8), with: FlowchartTheme.rules.utf8)

  /// The images and other files that lessons show or link to; one that is missing is an error where it is named.
  var mentionedFiles: Parsed<[SiteFile]> {
    var files: [SiteFile] = []
    var diagnostics: [Diagnostic] = []
    var seen: [String: Bool] = [:]
    for entry in rendered.entries {
      for mention in entry.summary.files {
        let isThere = seen[mention.path] ?? add(mention.path, to: &files)
        seen[mention.path] = isThere
        if !isThere { diagnostics.append(missing(mention, in: entry.lesson)) }
      }
    }
    return Parsed(files, diagnostics: diagnostics)
  }

  private func add(_ path: String, to files: inout [SiteFile]) -> Bool {
    guard !path.isEmpty, let bytes = SourceFolder(settings.lessonsFolder).read(path) else { return false }
    files.append(SiteFile(path: Self.folder + path, bytes: bytes))
    return true
  }

  private static let folder = "assets/files/"

  /// The path in the lessons folder of a file that lessons brought along; nil for any other file of the site.
  static func nameInLessons(_ path: String) -> String? {
    path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : nil
  }

  private func reason(_ path: String) -> String {
    do throws(UnreadableFile) {
      _ = try FileBytes.content(of: settings.lessonsFolder + "/" + path)
    } catch {
      if error != .absent { return "'\(path)' \(error)" }
    }
    return "there is no file '\(path)' in the lessons folder"
  }

  private func missing(_ mention: FileMention, in lesson: Lesson) -> Diagnostic {
    Diagnostic(
      .error, "missing-file", reason(mention.path), path: lesson.file.path, at: mention.position,
      help: "files are named relative to the lessons folder and stay inside it")
  }
}

extension [UInt8] {
  /// The bytes of a file that is part of the program.
  fileprivate init(_ file: theme_file) {
    self.init(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }
}
