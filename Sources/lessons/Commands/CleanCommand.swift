import ArgumentParser
import Foundation

/// `lessons clean`: forgets earlier results.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Removes the results of earlier runs; the built course stays.")

  @OptionGroup var results: CacheOptions

  func run() throws {
    let folder = results.cache
    guard FileManager.default.fileExists(atPath: folder) else {
      Terminal.standardError("nothing to remove: there is no \(folder)\n")
      return
    }
    do {
      try FileManager.default.removeItem(atPath: folder)
    } catch {
      throw UsageFailure(message: "cannot remove \(folder): \(error.localizedDescription)")
    }
    Terminal.standardError("removed \(folder)\n")
  }
}
