import ContentStore
import CourseModel
import Foundation

/// The files of a course as they lie on disk.
struct CourseFolder {
  /// The folder, as the command line names it.
  let path: String
  /// `course.yml`, if there is one.
  let configuration: SourceFile?
  /// `references.yml`, if there is one.
  let references: SourceFile?
  /// `claims.yml`, if there is one.
  let claims: SourceFile?
  /// `glossary.yml`, if there is one.
  let glossary: SourceFile?
  /// The files `figures.LANGUAGE.yml`, in the order of their names.
  let phrases: [SourceFile]
  /// The Markdown files whose names begin with a number, in the order of their names.
  let lessons: [SourceFile]
  /// The names of lessons that cannot be read, in order.
  let unreadable: [String]
  /// The names of symbolic links that lead out of the folder, in order; what they lead to is not read.
  let outside: [String]
  /// The names of the other files, subfolders included, in order.
  let attachments: [String]

  /// Reads the folder at `path`.
  ///
  /// Throws `UsageFailure` when there is no such folder or nothing in it.
  init(at path: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      throw UsageFailure(
        message:
          "there is no folder '\(path)'; name another with --lessons, or begin one with: lessons new \"Title\""
      )
    }
    let all = SourceFolder(path).names()
    let names = all.inside.sorted()
    let shared = Self.ofCourse.subtracting(all.outside)
    self.path = path
    outside = all.outside.sorted()
    configuration = shared.contains("course.yml") ? Self.source("course.yml", in: path) : nil
    references = shared.contains("references.yml") ? Self.source("references.yml", in: path) : nil
    claims = shared.contains("claims.yml") ? Self.source("claims.yml", in: path) : nil
    glossary = shared.contains("glossary.yml") ? Self.source("glossary.yml", in: path) : nil
    phrases = names.filter(Self.isPhrasebook).compactMap { Self.source($0, in: path) }
    let sources = names.filter(Self.isLesson).map { ($0, Self.source($0, in: path)) }
    lessons = sources.compactMap(\.1)
    unreadable = sources.filter { $0.1 == nil }.map(\.0)
    attachments = names.filter { !Self.isLesson($0) && !Self.ofCourse.contains($0) && !Self.isPhrasebook($0) }
    if lessons.isEmpty && outside.isEmpty {
      throw UsageFailure(
        message: "the folder '\(path)' holds no lesson; begin one with: lessons new \"Title\"")
    }
  }

  /// The names of the files that say what the lessons share.
  static let ofCourse: Set = ["course.yml", "references.yml", "claims.yml", "glossary.yml"]

  /// The names of all files below `folder`, which may be a symbolic link; hidden files do not count.
  static func files(in folder: String) -> [String] { SourceFolder(folder).names().inside }

  /// The files that say what the lessons share.
  var shared: [SourceFile] { [configuration, references, claims, glossary].compactMap { $0 } + phrases }

  /// All sources by the path that messages print.
  var sources: [String: SourceFile] {
    let all = lessons + shared
    return Dictionary(all.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A lesson lies directly in the folder; its name begins with a number and ends in `.md`.
  private static func isLesson(_ name: String) -> Bool {
    !name.contains("/") && name.hasSuffix(".md") && name.first?.isNumber == true
  }

  /// A phrasebook lies directly in the folder and is named `figures.LANGUAGE.yml`.
  private static func isPhrasebook(_ name: String) -> Bool {
    !name.contains("/") && name.hasPrefix("figures.") && name.hasSuffix(".yml")
  }

  private static func source(_ name: String, in folder: String) -> SourceFile? {
    FileBytes.read("\(folder)/\(name)").map { SourceFile(path: "\(folder)/\(name)", bytes: $0) }
  }
}
