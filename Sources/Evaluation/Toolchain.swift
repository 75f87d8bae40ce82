import ContentStore
import Foundation

/// The Swift compiler, its linker and what belongs to them.
public struct Toolchain: Sendable, Hashable, Codable {
  /// The compiler's driver.
  public var driver: String
  /// What the driver calls itself, such as `Swift version 6.3.1 (swift-6.3.1-RELEASE)`.
  public var version: String
  /// The machine that programs are made for.
  public var triple: String
  /// The folder of the runtime: `…/usr/lib/swift`.
  public var resources: String
  /// The machine's kind in the resources' folders, such as `x86_64`.
  public var architecture: String

  var programs: String { (driver as NSString).deletingLastPathComponent }
  /// The compiler proper.
  public var frontend: String { programs + "/swift-frontend" }
  /// The linker.
  public var linker: String { programs + "/ld.lld" }
  /// The program that prints backtraces; empty where the toolchain has none.
  public var backtracer: String {
    let folder = ((resources as NSString).deletingLastPathComponent as NSString).deletingLastPathComponent
    let path = folder + "/libexec/swift/linux/swift-backtrace"
    return [path + "-static", path].first { access($0, X_OK) == 0 } ?? ""
  }
  var libraries: String { resources + "/linux" }
  var startFile: String { "\(libraries)/\(architecture)/swiftrt.o" }

  /// The toolchain that `PATH` leads to, asked once and then remembered in `store`.
  public static func find(
    environment: [String: String] = ProcessInfo.processInfo.environment, store: ContentStore
  ) throws(MissingTool) -> Toolchain {
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    guard let path = folders.map({ $0 + "/swiftc" }).first(where: { access($0, X_OK) == 0 }) else {
      throw MissingTool(
        message: "there is no Swift compiler: PATH has no swiftc",
        help: "install Swift 6.3 from swift.org, or add its usr/bin folder to PATH")
    }
    let key = identity(of: path, environment: environment)
    if let known = store.content("toolchain", key),
      let toolchain = try? JSONDecoder().decode(Toolchain.self, from: Data(known)),
      access(toolchain.frontend, X_OK) == 0
    {
      return toolchain
    }
    let toolchain = try ask(path)
    if let bytes = try? JSONEncoder().encode(toolchain) { store.store("toolchain", key, Array(bytes)) }
    return toolchain
  }

  /// What decides which toolchain `path` is; swiftly's swiftc is a proxy, that asks two files.
  private static func identity(of path: String, environment: [String: String]) -> Digest {
    let target = (path as NSString).resolvingSymlinksInPath
    var builder = DigestBuilder()
    builder.add("driver", FileStamp(target).map { "\(target) \($0)" } ?? target)
    if (target as NSString).lastPathComponent == "swiftly" {
      let home = environment["SWIFTLY_HOME_DIR"] ?? (environment["HOME"] ?? "") + "/.local/share/swiftly"
      builder.add("configuration", FileBytes.read(home + "/config.json") ?? [])
      builder.add("choice", FileBytes.read(".swift-version") ?? [])
    }
    return builder.digest()
  }

  private static func ask(_ path: String) throws(MissingTool) -> Toolchain {
    guard let output = ChildProcess.output(of: [path, "-print-target-info"]),
      let answer = try? JSONDecoder().decode(TargetInfo.self, from: Data(output))
    else {
      throw MissingTool(
        message: "\(path) does not say what it compiles for", help: "try `\(path) -print-target-info`")
    }
    let root = (answer.paths.runtimeResourcePath as NSString).deletingLastPathComponent
    let programs = (root as NSString).deletingLastPathComponent + "/bin"
    let driver = access(programs + "/swiftc", X_OK) == 0 ? programs + "/swiftc" : path
    return Toolchain(
      driver: driver, version: answer.compilerVersion, triple: answer.target.triple,
      resources: answer.paths.runtimeResourcePath, architecture: answer.target.arch)
  }
}

/// The part of `swiftc -print-target-info` that is read.
private struct TargetInfo: Decodable {
  struct Target: Decodable {
    var triple: String
    var arch: String
  }
  struct Paths: Decodable {
    var runtimeResourcePath: String
  }
  var compilerVersion: String
  var target: Target
  var paths: Paths
}
