import ContentStore
import CourseSite
import Foundation

/// The course as PDF files: the pages to be printed, printed by chromium.
///
/// A page is printed once and then found in the store, until it, the style or the browser changes.
struct PrintedCourse {
  /// The browser's program.
  private let browser: String
  private let store: ContentStore

  /// The names that the browser has; the first is the Debian package's, too.
  private static let names = ["chromium", "chromium-browser", "google-chrome"]

  /// Finds a browser in the folders of `path`; throws `UsageFailure` where there is none.
  init(store: ContentStore, path: String = Terminal.environment("PATH") ?? "") throws {
    let folders = path.split(separator: ":").map(String.init)
    let programs = Self.names.flatMap { name in folders.map { "\($0)/\(name)" } }
    guard let browser = programs.first(where: { access($0, X_OK) == 0 }) else {
      throw UsageFailure(
        message:
          "--pdf needs chromium to print; on Debian: apt-get install chromium, and fonts-noto-cjk for Chinese"
      )
    }
    self.browser = browser
    self.store = store
  }

  /// A PDF of each page to be printed: `course.pdf`, and `course.LANGUAGE.pdf` of the others.
  func files(of site: [SiteFile]) throws -> [SiteFile] {
    let pages = site.filter { $0.path == "print.html" || $0.path.hasSuffix("/print.html") }
    let style = site.filter { $0.path.hasPrefix("assets/") && !$0.path.hasSuffix(".js") }
    return try pages.map { try file(of: $0, style) }
  }

  private func file(of page: SiteFile, _ style: [SiteFile]) throws -> SiteFile {
    let key = key(of: page, style), store = self.store
    if store.content("pdf", key) == nil { store.store("pdf", key, try printed(page, style)) }
    let folder = page.path.split(separator: "/").dropLast().joined(separator: "/")
    let name = folder.isEmpty ? "course.pdf" : "course.\(folder).pdf"
    guard let bytes = store.content("pdf", key) else {
      throw UsageFailure(message: "cannot keep \(name) in \(store.folder)")
    }
    return SiteFile(path: name, fingerprint: key.bytes) { bytes }
  }

  private func key(of page: SiteFile, _ style: [SiteFile]) -> Digest {
    var builder = DigestBuilder()
    builder.add("browser", BuildStamp.identity(browser))
    builder.add("paper", "A4")
    for file in [page] + style { builder.add(file.path, file.fingerprint) }
    return builder.digest()
  }

  /// Prints the page out of a folder that holds it and what it needs.
  private func printed(_ page: SiteFile, _ style: [SiteFile]) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.path + "/lessons-pdf-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let paper = SiteFile(path: page.path, bytes: PaperPage.onA4(PaperPage.withoutFileLinks(page.bytes)))
    for file in [paper] + style {
      guard FileBytes.write(file.bytes, to: "\(folder)/\(file.path)") else {
        throw UsageFailure(
          message: "cannot write \(folder)/\(file.path): \(String(cString: strerror(errno)))")
      }
    }
    try run(on: "\(folder)/\(page.path)", in: folder)
    guard let bytes = FileBytes.read(folder + "/course.pdf") else {
      throw UsageFailure(message: "\(browser) printed nothing of \(page.path)")
    }
    return Self.withoutDates(bytes)
  }

  private func run(on page: String, in folder: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: browser)
    process.arguments =
      [
        "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-pdf-header-footer",
        "--generate-pdf-document-outline", "--user-data-dir=\(folder)/profile",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--print-to-pdf=\(folder)/course.pdf",
      ] + (geteuid() == 0 ? ["--no-sandbox"] : []) + [URL(fileURLWithPath: page).absoluteString]
    let log = folder + "/log"
    _ = FileBytes.write([], to: log)
    let handle = FileHandle(forWritingAtPath: log)
    process.standardError = handle
    process.standardOutput = handle
    do { try process.run() } catch { throw UsageFailure(message: "\(browser) does not start: \(error)") }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let said = String(decoding: FileBytes.read(log) ?? [], as: UTF8.self).suffix(500)
      throw UsageFailure(message: "\(browser) failed with status \(process.terminationStatus):\n\(said)")
    }
  }

  /// The same file with every day and hour of its making set to the first of 2000, so that equal pages give equal
  /// bytes.
  static func withoutDates(_ pdf: [UInt8]) -> [UInt8] {
    let fixed = Array("20000101000000".utf8)
    var pdf = pdf
    for mark in ["/CreationDate (D:", "/ModDate (D:"] {
      for range in pdf.ranges(of: Array(mark.utf8)) {
        let digits = range.upperBound..<min(pdf.count, range.upperBound + fixed.count)
        let isDate = digits.count == fixed.count && pdf[digits].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
        if isDate { pdf.replaceSubrange(digits, with: fixed) }
      }
    }
    return pdf
  }
}
