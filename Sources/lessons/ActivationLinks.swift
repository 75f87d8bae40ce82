import Activations
import CourseModel

/// Checks the links to reference pages against the catalogue of activations.
enum ActivationLinks {
  /// What is wrong with the links `activation:NAME` of `course`, each at its place.
  static func diagnostics(for course: Course) -> [Diagnostic] {
    course.lessons.flatMap { lesson in
      var log = DiagnosticLog(path: lesson.file.path)
      for link in Mentions(in: lesson).links {
        if let name = link.activation { check(name, link, course, log: &log) }
      }
      return log.diagnostics
    }
  }

  private static func check(_ name: String, _ link: Link, _ course: Course, log: inout DiagnosticLog) {
    let length = link.destination.utf8.count
    if course.configuration.reference != .activations {
      log.error(
        "no-reference", at: link.position, length: length, "the course has no reference pages of activations",
        help: "write 'reference: activations' into course.yml")
    } else if Activation.named(name) == nil {
      log.error(
        "unknown-activation", at: link.position, length: length, "there is no activation '\(name)'",
        help: suggestion(for: name, among: Activation.catalog.map(\.name)))
    }
  }
}
