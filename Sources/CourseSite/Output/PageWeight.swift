import CZlib
import ContentStore
import CourseModel

/// How many bytes a reader downloads for a page, compressed as web servers do, and when that is too many.
///
/// The pixels of pictures are left out, as are fonts, which every page shares.
struct PageWeight {
  /// The bytes that a lesson's page should not exceed: a few seconds on a slow phone.
  private static let limit = 100_000

  /// Where weights are kept by the fingerprints of pages.
  let store: ContentStore

  /// A warning for each lesson whose page is too heavy.
  func warnings(for lessons: [Lesson], _ map: SiteMap, _ files: [SiteFile]) -> [Diagnostic] {
    let pages = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    return lessons.compactMap { lesson in
      guard let page = pages[map.path(lesson.id, in: lesson.language)] else { return nil }
      let weight = weight(of: page)
      return weight > Self.limit ? warning(lesson, weight) : nil
    }
  }

  /// The weight of a page, which is compressed only if it was never weighed.
  private func weight(of page: SiteFile) -> Int {
    let key = Digest(["page": page.fingerprint])
    if let kept = store.content("weight", key), let weight = Int(String(decoding: kept, as: UTF8.self)) {
      return weight
    }
    let weight = Self.compressedSize(page.bytes.withoutPictures)
    store.store("weight", key, Array("\(weight)".utf8))
    return weight
  }

  /// The size of a gzip file of `bytes`, at gzip's usual level.
  private static func compressedSize(_ bytes: [UInt8]) -> Int {
    let frame = 12  // What gzip's header and trailer have more than zlib's.
    var size = compressBound(UInt(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(size))
    guard compress2(&packed, &size, bytes, UInt(bytes.count), 6) == Z_OK else { return bytes.count }
    return Int(size) + frame
  }

  private func warning(_ lesson: Lesson, _ weight: Int) -> Diagnostic {
    Diagnostic(
      .warning, "page-weight",
      "the page of this lesson weighs \(weight / 1000) kB compressed, more than \(Self.limit / 1000) kB",
      path: lesson.file.path, at: Position(line: 1),
      help: "split the lesson, or let its figures draw fewer points")
  }
}

extension [UInt8] {
  /// The page without the pixels of its pictures.
  fileprivate var withoutPictures: [UInt8] {
    let opening = Array("data:image/png;base64,".utf8)
    var kept: [UInt8] = [], rest = self[...]
    while let picture = rest.firstRange(of: opening) {
      kept += rest[..<picture.upperBound]
      rest = rest[picture.upperBound...].drop { $0 != UInt8(ascii: "\"") }
    }
    return kept + rest
  }
}
