import CTheme
import ContentStore
import FlyingFox
import Foundation

/// Answers a browser with the files of the built course, each page made to follow the builds.
struct CourseFiles: HTTPHandler {
  /// The folder of the built course.
  let folder: String
  /// What the pages are told.
  let state: LiveState

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard request.method == .GET || request.method == .HEAD else {
      return HTTPResponse(statusCode: .methodNotAllowed)
    }
    // The target, since the library's `path` has lost the slash at a folder's end.
    let path = request.target.path(percentEncoded: false)
    switch path {
    case "/.lessons/live.js": return answer(Data(theme_live_script()), type: "text/javascript")
    case "/.lessons/state": return try await message(after: request.query["after"].flatMap { Int($0) })
    default: return file(at: path)
    }
  }

  private func message(after version: Int?) async throws -> HTTPResponse {
    answer(try JSONEncoder().encode(try await state.message(after: version)), type: "application/json")
  }

  /// The file that the address names; of a folder, its first page.
  private func file(at path: String) -> HTTPResponse {
    let names = path.split(separator: "/")
    guard !names.contains(where: { $0.hasPrefix(".") }) else { return notFound }
    let place = ([folder[...]] + names).joined(separator: "/")
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) else { return notFound }
    if isFolder.boolValue && !path.hasSuffix("/") {
      return HTTPResponse(statusCode: .movedPermanently, headers: HTTPHeaders([.location: path + "/"]))
    }
    return content(of: isFolder.boolValue ? place + "/index.html" : place) ?? notFound
  }

  private func content(of place: String, _ status: HTTPStatusCode = .ok) -> HTTPResponse? {
    guard let bytes = FileBytes.read(place) else { return nil }
    let type = Self.types[(place as NSString).pathExtension] ?? "application/octet-stream"
    return answer(type == "text/html" ? live(bytes) : Data(bytes), type: type, status)
  }

  private var notFound: HTTPResponse {
    content(of: folder + "/404.html", .notFound)
      ?? answer(live(Array(Self.waiting.utf8)), type: "text/html", .notFound)
  }

  private func answer(_ body: Data, type: String, _ status: HTTPStatusCode = .ok) -> HTTPResponse {
    let isText = type.hasPrefix("text/") || type == "application/json"
    let headers = HTTPHeaders([
      .contentType: type + (isText ? "; charset=utf-8" : ""), HTTPHeader("Cache-Control"): "no-store",
    ])
    return HTTPResponse(statusCode: status, headers: headers, body: body)
  }

  /// The page with the script that follows the builds.
  private func live(_ page: [UInt8]) -> Data {
    let script = #"<script src="/.lessons/live.js" data-edition="\#(state.edition)" defer></script>"#
    return Data(
      page.replacing(Array("</body>".utf8), with: Array((script + "</body>").utf8), maxReplacements: 1))
  }

  /// The page that is shown before there is any.
  private static let waiting = """
    <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Not built yet</title>
    <meta name="viewport" content="width=device-width"><style>
    :root { color-scheme: light dark } body { font: 1.1em/1.5 sans-serif; margin: 3em auto; max-width: 34em; padding: 0 1em }
    </style></head><body><h1>Not built yet</h1><p>This page appears as soon as the course is built.</p></body></html>
    """

  private static let types = [
    "html": "text/html", "css": "text/css", "js": "text/javascript", "json": "application/json",
    "txt": "text/plain", "md": "text/plain", "csv": "text/csv", "svg": "image/svg+xml", "png": "image/png",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
  ]
}

extension Data {
  /// The bytes of a file that is part of the program.
  fileprivate init(_ file: theme_file) {
    self.init(bytes: file.bytes, count: file.count)
  }
}
