import ContentStore

/// The list of the files that this tool wrote into an output folder.
///
/// It lies in the folder, so that it travels with it, and says that the folder is this tool's. It is written before
/// the files that it names, and its last line says that it is whole.
struct SiteManifest {
  /// The name of the file.
  static let name = ".lessons-site"

  private static let heading =
    "A site made by lessons. Building again replaces the files named here and leaves all others.\n"
  private static let ending = "end of the list\n"

  /// The files, as bytes: two names that only look alike are two files.
  let files: Set<[UInt8]>
  /// The folders in which they lie.
  let folders: Set<[UInt8]>

  /// The list of the files at `paths`.
  init(_ paths: some Sequence<String>) {
    self.init(Set(paths.map { Array($0.utf8) }))
  }

  private init(_ files: Set<[UInt8]>) {
    self.files = files
    folders = Set(files.flatMap(\.parentPaths))
  }

  /// The list in the folder at `path`; nil where there is none, or one that is not whole.
  init?(in path: [UInt8]) {
    guard let content = FileBytes.read(String(decoding: path, as: UTF8.self) + "/" + Self.name),
      content.starts(with: Self.heading.utf8),
      content.suffix(Self.ending.utf8.count).elementsEqual(Self.ending.utf8)
    else { return nil }
    let list = content.dropFirst(Self.heading.utf8.count).dropLast(Self.ending.utf8.count)
    self.init(Set(list.split(separator: 0x0A).map { Self.unescaped($0) }))
  }

  /// The file's content.
  var bytes: [UInt8] {
    var bytes = Array(Self.heading.utf8)
    for path in files.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      bytes += Self.escaped(path) + [0x0A]
    }
    return bytes + Array(Self.ending.utf8)
  }

  /// A path on one line.
  private static func escaped(_ path: [UInt8]) -> [UInt8] {
    path.flatMap { byte -> [UInt8] in
      switch byte {
      case 0x0A: Array(#"\n"#.utf8)
      case 0x5C: Array(#"\\"#.utf8)
      default: [byte]
      }
    }
  }

  private static func unescaped(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var path: [UInt8] = []
    var isEscaped = false
    for byte in line {
      if isEscaped {
        path.append(byte == UInt8(ascii: "n") ? 0x0A : byte)
        isEscaped = false
      } else if byte == 0x5C {
        isEscaped = true
      } else {
        path.append(byte)
      }
    }
    return path
  }
}

extension [UInt8] {
  /// The folders in which the path lies, the outermost first.
  var parentPaths: [[UInt8]] {
    indices.filter { self[$0] == 0x2F }.map { Array(self[..<$0]) }
  }

  /// The path of `name` in this folder; an empty path is the folder from which paths begin.
  func appending(_ name: [UInt8]) -> [UInt8] { isEmpty ? name : self + [0x2F] + name }
}
