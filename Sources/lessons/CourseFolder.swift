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
  /// The files of the course that are there and cannot be read, in order.
  let unreadable: [(name: String, reason: UnreadableFile)]
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
    var unreadable: [(name: String, reason: UnreadableFile)] = []
    let read = { (name: String) in
      shared.contains(name) ? Self.source(name, in: path, &unreadable) : nil
    }
    configuration = read("course.yml")
    references = read("references.yml")
    claims = read("claims.yml")
    glossary = read("glossary.yml")
    phrases = names.filter(Self.isPhrasebook).compactMap { Self.source($0, in: path, &unreadable) }
    lessons = names.filter(Self.isLesson).compactMap { Self.source($0, in: path, &unreadable) }
    self.unreadable = unreadable
    attachments = names.filter { !Self.isLesson($0) && !Self.ofCourse.contains($0) && !Self.isPhrasebook($0) }
    if lessons.isEmpty && unreadable.isEmpty && outside.isEmpty {
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

  /// The text of a file; nil where there is none, or none that can be read, which is noted.
  private static func source(
    _ name: String, in folder: String, _ unreadable: inout [(name: String, reason: UnreadableFile)]
  ) -> SourceFile? {
    let path = "\(folder)/\(name)"
    do throws(UnreadableFile) {
      return SourceFile(path: path, bytes: try FileBytes.content(of: path, atMost: Limits.sourceBytes))
    } catch {
      if error != .absent { unreadable.append((name, error)) }
      return nil
    }
  }
}
