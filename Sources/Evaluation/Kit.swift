import ContentStore
import Foundation

/// What a lesson's program is built from and run by: the compiled interface of LessonKit, the runner, which
/// holds LessonKit's code, and the parser, in one folder.
public struct Kit: Sendable, Hashable {
  /// The folder.
  public let folder: String

  /// The program that runs lessons.
  public var runner: String { folder + "/lesson-runner" }
  /// The program that parses blocks.
  public var parser: String { folder + "/lesson-syntax" }
  /// The folder of the compiled interfaces.
  public var modules: String { folder + "/Modules" }

  private static let parts = ["lesson-runner", "lesson-syntax", "Modules/LessonKit.swiftmodule"]
  private static let interfaces = [
    "LessonKit", "Activations", "DataSets", "Experiments", "Figures", "Neural",
  ]

  /// The kit in `folder`, or what it lacks.
  public init(folder: String) throws(MissingTool) {
    self.folder = folder
    for part in Self.parts where access("\(folder)/\(part)", R_OK) != 0 {
      throw MissingTool(
        message: "the folder \(folder) has no \(part)",
        help: "run `swift build` in the project, or set LESSONS_KIT to the folder that has it")
    }
  }

  /// The kit that belongs to this program.
  ///
  /// Looked for in `$LESSONS_KIT`, then beside the program, then in `../lib/lessons`.
  public static func find(
    environment: [String: String] = ProcessInfo.processInfo.environment, executable: String = executablePath()
  ) throws(MissingTool) -> Kit {
    if let folder = environment["LESSONS_KIT"], !folder.isEmpty { return try Kit(folder: folder) }
    let beside = (executable as NSString).deletingLastPathComponent
    if let kit = try? Kit(folder: beside) { return kit }
    let installed = (beside as NSString).deletingLastPathComponent + "/lib/lessons"
    if let kit = try? Kit(folder: installed) { return kit }
    return try Kit(folder: beside)
  }

  /// The path of the running program.
  public static func executablePath() -> String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
  }

  /// What the results depend on: the content of everything a program is built from and run by.
  func digest(in store: ContentStore) -> Digest {
    var builder = DigestBuilder()
    let modules = Self.interfaces.map { "\(self.modules)/\($0).swiftmodule" }
    for file in [runner] + modules {
      if let digest = store.digest(ofFile: file) { builder.add("part", digest) }
    }
    return builder.digest()
  }
}
