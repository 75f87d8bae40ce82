import CTheme
import CourseSite
import Foundation

/// Answers a browser with the files of the built course, each page made to follow the builds.
struct CourseFiles: Sendable {
  /// The folder of the built course.
  let folder: OutputFolder
  /// What the pages are told.
  let state: LiveState
  /// The names under which the course is asked for.
  let names: ServedNames

  /// What follows from a request.
  enum Reply {
    /// This is answered at once.
    case answer(Answer)
    /// The state is told as soon as its version is not this one.
    case wait(version: Int)
  }

  /// What follows from `request`, which arrived at the address `address` of this machine.
  func reply(to request: RequestHead, at address: String) -> Reply {
    guard let host = request.fields["host"], names.contain(host, at: address) else {
      return refuse(421, "this server is asked as localhost, or by the address it listens on")
    }
    guard ["GET", "HEAD"].contains(request.method) else {
      return refuse(405, "only GET and HEAD are answered")
    }
    guard request.names.first == ".lessons" else { return .answer(page(request)) }
    guard ServedNames.isOwnRequest(request.fields) else {
      return refuse(403, "only the course's own pages may ask this")
    }
    switch request.names.dropFirst().joined(separator: "/") {
    case "live.js":
      return .answer(Answer(type: "text/javascript; charset=utf-8", body: .bytes(Array(theme_live_script()))))
    case "state": return state(after: Self.version(in: request.query), request)
    default: return .answer(notFound)
    }
  }

  /// What the pages are told now.
  var stateAnswer: Answer {
    let body = (try? JSONEncoder().encode(state.current)) ?? Data()
    return Answer(type: "application/json; charset=utf-8", body: .bytes(Array(body)))
  }

  private func state(after version: Int?, _ request: RequestHead) -> Reply {
    guard let version, version == state.current.version, request.method == "GET" else {
      return .answer(stateAnswer)
    }
    return .wait(version: version)
  }

  private static func version(in query: String) -> Int? {
    let value = query.split(separator: "&").first { $0.hasPrefix("after=") }
    return value.flatMap { Int($0.dropFirst("after=".count)) }
  }

  private func refuse(_ status: Int, _ reason: String) -> Reply {
    .answer(Answer(RequestHead.Refusal(status, reason)))
  }
}

// MARK: - Files

extension CourseFiles {
  /// The file that the address names; of a folder, its first page.
  private func page(_ request: RequestHead) -> Answer {
    switch folder.entry(request.names) {
    case nil: return notFound
    case .file(let file): return request.isFolder ? notFound : answer(file, request.names.last ?? "")
    case .folder:
      guard request.isFolder else { return moved(to: request.names) }
      return folder.file(request.names + ["index.html"]).map { answer($0, "index.html") } ?? notFound
    }
  }

  private func moved(to names: [String]) -> Answer {
    let path = names.map { "/" + ($0.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "") }
    return Answer(status: 301, fields: [("Location", path.joined() + "/")])
  }

  private func answer(_ file: OpenFile, _ name: String) -> Answer {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let type = Self.types[ending] ?? "application/octet-stream"
    if type == "text/html" { return live(file.bytes) }
    let isText = type.hasPrefix("text/") || type == "application/json"
    // Browsers show a PDF by a page of their own, which a sandbox would hold, too.
    let policy = ending == "pdf" ? "frame-ancestors 'none'" : Answer.strictPolicy
    return Answer(type: type + (isText ? "; charset=utf-8" : ""), policy: policy, body: .file(file))
  }

  private var notFound: Answer {
    var answer = live(folder.file(["404.html"])?.bytes ?? Self.waiting)
    answer.status = 404
    return answer
  }

  /// The page with the script that follows the builds; one that an author brought along stays as it is, apart from all
  /// others.
  private func live(_ page: [UInt8]) -> Answer {
    let script = #"<script src="/.lessons/live.js" data-edition="\#(state.current.edition)" defer></script>"#
    let type = "text/html; charset=utf-8"
    guard let served = ServedPage(page, script: script) else {
      let policy = "frame-ancestors 'none'; sandbox allow-scripts allow-popups"
      return Answer(type: type, policy: policy, body: .bytes(page))
    }
    return Answer(type: type, policy: served.policy, body: .bytes(served.bytes))
  }

  /// The page that is shown before there is any.
  private static let waiting = ServedPage.simple(
    title: "Not built yet", text: "This page appears as soon as the course is built.")

  private static let types = [
    "html": "text/html", "css": "text/css", "js": "text/javascript", "json": "application/json",
    "txt": "text/plain", "md": "text/plain", "csv": "text/csv", "svg": "image/svg+xml", "png": "image/png",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
  ]
}

extension [UInt8] {
  /// The bytes of a file that is part of the program.
  fileprivate init(_ file: theme_file) {
    self.init(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }
}
