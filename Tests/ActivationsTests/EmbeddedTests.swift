import Foundation
import Testing

/// The whole module as Embedded Swift in a WebAssembly module without standard library and C library, and as an
/// optimised program: both must give the bits that the tests' own process gives.
@Suite(.enabled(if: WebAssemblyTools.found != nil, "the toolchain has no WebAssembly target or runner"))
struct EmbeddedTests {
  @Test func `WebAssembly gives the same bits`() throws {
    let tools = try #require(WebAssemblyTools.found)
    let folder = try Self.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let module = try tools.module(in: folder)
    for group in 0..<Digests.count {
      let result = try tools.run(module, group: group)
      #expect(result == Digests.digest(ofGroup: group), "group \(group)")
    }
    #expect(try tools.run(module, group: Digests.count) == 0)
  }

  @Test func `the optimiser changes no bit`() throws {
    let tools = try #require(WebAssemblyTools.found)
    let folder = try Self.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = folder.appending(path: "digests")
    try Self.run(
      tools.compiler,
      WebAssemblyTools.common + ["-O", "-D", "DIGEST_PROGRAM", "-o", program.path, "-lm"]
        + WebAssemblyTools.sources)
    let digests = try Self.run(program, []).split(separator: "\n").map { UInt64($0) }
    #expect(digests == (0..<Digests.count).map { Digests.digest(ofGroup: $0) })
  }
}

/// What compiles, links and runs WebAssembly, all of it beside the Swift compiler but for Node.
private struct WebAssemblyTools {
  let compiler, clang, linker, unicode: URL
  /// The arguments that call the module's function come after its path.
  let runner: (tool: URL, arguments: [String])

  static let found = WebAssemblyTools()

  private init?() {
    guard let compiler = Self.inPath("swiftc") else { return nil }
    let folder = compiler.resolvingSymlinksInPath().deletingLastPathComponent()
    let unicode = folder.deletingLastPathComponent().appending(
      path: "lib/swift/embedded/wasm32-unknown-none-wasm/libswiftUnicodeDataTables.a")
    self.compiler = compiler
    self.unicode = unicode
    clang = folder.appending(path: "clang")
    linker = folder.appending(path: "wasm-ld")
    let interpreter = folder.appending(path: "wasmkit")
    if Self.exists(interpreter) {
      runner = (interpreter, ["run"])
    } else if let node = Self.inPath("node") {
      runner = (node, ["-e", Self.nodeProgram])
    } else {
      return nil
    }
    guard [unicode, clang, linker].allSatisfy(Self.exists) else { return nil }
  }

  private static func exists(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }

  private static func inPath(_ name: String) -> URL? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { URL(filePath: String($0)).appending(path: name) }.first(where: exists)
  }

  private static let nodeProgram = """
    const [path, , group] = process.argv.slice(1);
    const module = new WebAssembly.Module(require("fs").readFileSync(path));
    const result = new WebAssembly.Instance(module, {}).exports.digest(Number(group.slice(4)));
    console.log(`i64(${BigInt.asUintN(64, result)})`);
    """

  static let common = [
    "-wmo", "-parse-as-library", "-swift-version", "6", "-module-name", "Activations",
    "-package-name", "lessons", "-suppress-warnings",
  ]

  /// All of the module's sources, and the file with the digests.
  static var sources: [String] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let root = tests.deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appending(path: "Sources/Activations").resolvingSymlinksInPath()
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    let files = names.filter { $0.hasSuffix(".swift") }.sorted().map { folder.appending(path: $0).path }
    return files + [tests.appending(path: "Digests.swift").path]
  }

  /// Compiles and links everything.
  func module(in folder: URL) throws -> URL {
    let (support, supportObject) = (folder.appending(path: "support.c"), folder.appending(path: "support.o"))
    let (object, module) = (folder.appending(path: "all.o"), folder.appending(path: "all.wasm"))
    try Data(Self.support.utf8).write(to: support)
    try EmbeddedTests.run(
      clang, ["--target=wasm32", "-O1", "-fno-builtin", "-c", support.path, "-o", supportObject.path])
    let target = [
      "-target", "wasm32-unknown-none-wasm", "-enable-experimental-feature", "Embedded", "-Osize",
    ]
    try EmbeddedTests.run(compiler, Self.common + target + Self.sources + ["-c", "-o", object.path])
    try EmbeddedTests.run(
      linker,
      ["--no-entry", "--gc-sections", object.path, supportObject.path, unicode.path, "-o", module.path])
    return module
  }

  /// The digest of a group, as the module computes it.
  func run(_ module: URL, group: Int) throws -> UInt64 {
    let output = try EmbeddedTests.run(
      runner.tool, runner.arguments + [module.path, "digest", "i32:\(group)"])
    let digits = output.split(separator: "(").last?.prefix { $0.isNumber } ?? ""
    return try #require(UInt64(digits), "\(output)")
  }

  /// What Swift asks of a C library: memory that is never given back.
  private static let support = """
    static unsigned char heap[1 << 26];
    static unsigned long top;
    int posix_memalign(void **place, unsigned long alignment, unsigned long size) {
      top = (top + alignment - 1) & -alignment;
      if (size > sizeof heap - top) return 12;
      *place = heap + top;
      top += size;
      return 0;
    }
    void free(void *place) {}
    int memcmp(const void *a, const void *b, unsigned long count) {
      const unsigned char *x = a, *y = b;
      for (; count; count--, x++, y++) if (*x != *y) return *x - *y;
      return 0;
    }
    void arc4random_buf(void *place, unsigned long count) {
      for (unsigned char *x = place; count; count--) *x++ = 4;
    }
    unsigned long __stack_chk_guard = 0x5EED;
    void __stack_chk_fail(void) { __builtin_trap(); }
    """
}

extension EmbeddedTests {
  /// Runs a tool to its end and returns what it wrote; a failure is an error that says what it complained of.
  @discardableResult
  fileprivate static func run(_ tool: URL, _ arguments: [String]) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = tool
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw ToolFailure(description: "\(tool.lastPathComponent): \(output)")
    }
    return output
  }

  private struct ToolFailure: Error, CustomStringConvertible {
    let description: String
  }

  fileprivate static func scratchFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "embedded-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
