import ArgumentParser
import ContentStore
import CourseModel
import CourseSite
import Evaluation
import Foundation
import LessonMarkdown

/// `lessons doctor`: what is installed, what is missing, and what the kernel allows.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Says what is installed, what is missing and how to install it.")

  @OptionGroup var results: CacheOptions

  func run() throws {
    let store = ContentStore(folder: results.cache)
    let findings =
      [compiler(store), kit(), mathematics(), highlighting(), diagrams(), markdown()] + sandbox(store) + [
        cache()
      ]
    Terminal.standardOutput(findings.map(text).joined())
    let isIncomplete = findings.contains { $0.state == .missing }
    if isIncomplete { throw ContentFailure(message: "something that building needs is missing\n") }
  }

  /// One thing looked at.
  private struct Finding {
    enum State: String {
      case good = "ok     "
      case limited = "limited"
      case missing = "missing"
    }

    var state: State
    var name: String
    var detail: String
    var remedy: String?
  }

  private func text(_ finding: Finding) -> String {
    let paint = Paint(isOn: Terminal.outputHasColor)
    let tone = [.good: Paint.green, .limited: Paint.yellow, .missing: Paint.red][finding.state] ?? ""
    let remedy = finding.remedy.map { "         -> \($0)\n" } ?? ""
    return "\(paint(finding.state.rawValue, tone))  \(finding.name): \(finding.detail)\n" + remedy
  }

  private func compiler(_ store: ContentStore) -> Finding {
    do throws(MissingTool) {
      let toolchain = try Toolchain.find(store: store)
      return Finding(state: .good, name: "swift", detail: "\(toolchain.version), \(toolchain.driver)")
    } catch {
      return Finding(state: .missing, name: "swift", detail: error.message, remedy: error.help)
    }
  }

  private func kit() -> Finding {
    do throws(MissingTool) {
      return Finding(
        state: .good, name: "kit", detail: "runner, parser and LessonKit in \(try Kit.find().folder)")
    } catch {
      return Finding(state: .missing, name: "kit", detail: error.message, remedy: error.help)
    }
  }

  private func mathematics() -> Finding {
    switch (MathRenderer().katexVersion, MathAssets.files()) {
    case (.success(let version), .success(let files)):
      let detail = "KaTeX \(version) in Duktape, \(files.count { $0.name.hasSuffix(".woff2") }) fonts"
      return Finding(state: .good, name: "mathematics", detail: detail)
    case (.failure(let error), _), (_, .failure(let error)):
      return Finding(
        state: .missing, name: "mathematics", detail: error.message,
        remedy: error.help ?? MathError.installation)
    }
  }

  private func highlighting() -> Finding {
    InstalledParts.hasHighlighter
      ? Finding(state: .good, name: "colours", detail: "highlight.js for languages other than Swift")
      : Finding(
        state: .limited, name: "colours", detail: "code in other languages than Swift is not coloured",
        remedy: "apt-get install libjs-highlight.js")
  }

  private func diagrams() -> Finding {
    Finding(state: .good, name: "diagrams", detail: "Graphviz \(InstalledParts.graphvizVersion), linked in")
  }

  private func markdown() -> Finding {
    Finding(state: .good, name: "markdown", detail: "libcmark \(markdownLibraryVersion), linked in")
  }

  private func sandbox(_ store: ContentStore) -> [Finding] {
    guard let kit = try? Kit.find(), let toolchain = try? Toolchain.find(store: store) else { return [] }
    return SandboxReport(kit: kit, toolchain: toolchain).findings.map { finding in
      Finding(state: finding.holds ? .good : .limited, name: "confinement", detail: finding.sentence)
    }
  }

  private func cache() -> Finding {
    let isUsable = FileBytes.replace(results.cache + "/.probe", with: [])
    unlink(results.cache + "/.probe")
    return isUsable
      ? Finding(state: .good, name: "cache", detail: results.cache)
      : Finding(
        state: .limited, name: "cache",
        detail: "\(results.cache) cannot be written: every build runs everything",
        remedy: "name another folder with --cache")
  }
}
