import ArgumentParser
import ContentStore
import CourseModel
import CourseSite
import Foundation

/// `lessons new`: begins a lesson that builds.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begins a lesson that builds as it is.",
    discussion: "The lesson is numbered after the last one. No existing file is ever overwritten.")

  @OptionGroup var source: SourceOptions

  @Argument(help: "The lesson's title.")
  var title: String

  @Option(help: "The lesson's name in links; by default made from the title.")
  var id: String?

  func run() throws {
    let folder = source.lessonsFolder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let last = names.compactMap(Self.number).max() ?? 0
    guard last < Limits.lessonNumber.upperBound else {
      throw UsageFailure(
        message: "no lesson can follow number \(last); numbers go \(Limits.lessonNumber.words)")
    }
    let number = last + 1
    guard !title.allSatisfy(\.isWhitespace) else {
      throw UsageFailure(message: "a lesson needs a title, as in: lessons new \"My topic\"")
    }
    let id = try identifier(number)
    try check(id, names)
    let path = "\(folder)/\(pad(number))-\(id).md"
    if names.isEmpty { try create("\(folder)/course.yml", LessonTemplate.course) }
    try create(path, LessonTemplate.lesson(title: title, id: id))
    Terminal.standardOutput(path + "\n")
  }

  private func identifier(_ number: Int) throws -> String {
    if let id {
      guard id == Self.slug(id), !id.isEmpty else {
        throw UsageFailure(
          message: "an id is small letters, digits and hyphens, got '\(id)'; try '\(Self.slug(id))'")
      }
      return id
    }
    let slug = Self.slug(title)
    return slug.isEmpty ? "lesson-\(number)" : slug
  }

  /// Throws if `id` is another lesson's, or the name of a page of the site.
  private func check(_ id: String, _ names: [String]) throws {
    if let other = names.sorted().first(where: { Self.number($0) != nil && Self.id($0) == id }) {
      throw UsageFailure(
        message: "\(source.lessonsFolder)/\(other) exists already; choose another title or --id")
    }
    if Site.isReserved(id) {
      throw UsageFailure(message: "the site has a page called '\(id)'; choose another title or --id")
    }
  }

  /// The name in links that a lesson's file name says.
  private static func id(_ name: String) -> Substring {
    name.drop { $0.isNumber }.dropFirst().prefix { $0 != "." }
  }

  private func create(_ path: String, _ text: String) throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw UsageFailure(message: "\(path) exists already; choose another title or --id")
    }
    guard FileBytes.replace(path, with: Array(text.utf8)) else {
      throw UsageFailure(message: "cannot write \(path): \(String(cString: strerror(errno)))")
    }
  }

  private func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The number that a lesson's file name begins with; no lesson has a larger one than there may be.
  private static func number(_ name: String) -> Int? {
    guard name.hasSuffix(".md"), let number = Int(name.prefix { $0.isNumber }) else { return nil }
    return Limits.lessonNumber.contains(number) ? number : nil
  }

  /// The ASCII letters and digits of `text` in small letters, everything else as single hyphens.
  private static func slug(_ text: String) -> String {
    let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return words.joined(separator: "-")
  }
}
