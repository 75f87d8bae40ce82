import ContentStore
import Foundation
import Synchronization

/// Makes a library out of a program's text.
final class Compiler: Sendable {
  /// What came of a compilation.
  struct Result {
    /// Whether the compiler had no objection.
    var isAccepted: Bool
    /// What it said.
    var messages: [CompilerMessage]
    /// What it printed that is not a message, where it failed without one.
    var complaint: String?
  }

  private let kit: Kit
  private let toolchain: Toolchain
  private let moduleCache: String
  /// Whether the compiler proper has refused our options: then the driver is asked from the start.
  private let needsDriver = Mutex(false)
  private let isCacheEmptied = Mutex(false)

  /// The processor time that a compilation may take.
  private static let secondsLimit = 300

  init(kit: Kit, toolchain: Toolchain, moduleCache: String) {
    self.kit = kit
    self.toolchain = toolchain
    self.moduleCache = moduleCache
  }

  /// What the results depend on, beside the compiler and the text.
  static let options = ["-swift-version", "5", "-enable-bare-slash-regex", "-gline-tables-only"]

  /// Compiles `main.swift` in `folder` into `lesson.so`.
  func makeLibrary(in folder: String, optimize: Bool) -> Result {
    if needsDriver.withLock({ $0 }) { return makeLibraryByDriver(in: folder, optimize: optimize) }
    let arguments =
      frontendArguments(in: folder, optimize: optimize)
      + ["-c", "-entry-point-function-name", "lesson_main", "-o", folder + "/lesson.o"]
    let result = compile(arguments, in: folder)
    if result.isRefusal {
      needsDriver.withLock { $0 = true }
      return makeLibraryByDriver(in: folder, optimize: optimize)
    }
    return result.isAccepted ? link(in: folder, after: result) : result
  }

  /// Compiles `main.swift` in `folder` as far as the compiler finds faults, and makes nothing.
  func check(in folder: String, optimize: Bool) -> Result {
    if !needsDriver.withLock({ $0 }) {
      let arguments = frontendArguments(in: folder, optimize: optimize) + ["-emit-sil", "-o", "/dev/null"]
      let result = compile(arguments, in: folder)
      if !result.isRefusal { return result }
      needsDriver.withLock { $0 = true }
    }
    return checkByDriver(in: folder, optimize: optimize, output: folder + "/lesson.o")
  }
}

extension Compiler {
  private func frontendArguments(in folder: String, optimize: Bool) -> [String] {
    [
      toolchain.frontend, "-frontend", "-primary-file", folder + "/main.swift", "-target", toolchain.triple,
      "-disable-objc-interop", "-module-name", "lesson", "-I", kit.modules, "-module-cache-path", moduleCache,
      "-diagnostic-style", "llvm", optimize ? "-O" : "-Onone",
    ] + Self.options
  }

  /// The way that every compiler knows, and that takes twice as long.
  private func makeLibraryByDriver(in folder: String, optimize: Bool) -> Result {
    let object = folder + "/lesson.o"
    let compiled = checkByDriver(in: folder, optimize: optimize, output: object)
    guard compiled.isAccepted else { return compiled }
    let linked = call(
      [toolchain.driver, "-emit-library", object, "-o", folder + "/lesson.so", "-lm"], in: folder)
    return Result(isAccepted: linked.isAccepted, messages: compiled.messages, complaint: linked.complaint)
  }

  private func checkByDriver(in folder: String, optimize: Bool, output: String) -> Result {
    let arguments =
      [
        toolchain.driver, "-c", folder + "/main.swift", "-o", output, "-module-name", "lesson", "-I",
        kit.modules,
        "-module-cache-path", moduleCache, "-diagnostic-style", "llvm", optimize ? "-O" : "-Onone",
      ] + Self.options
    return compile(arguments, in: folder)
  }

  /// Links against the runtime alone: LessonKit's symbols are found in the runner, which loads the library.
  private func link(in folder: String, after compiled: Result) -> Result {
    let libraries = [
      "swiftSwiftOnoneSupport", "swiftCore", "swift_Concurrency", "swift_StringProcessing",
      "swift_RegexParser", "swiftSynchronization", "swiftGlibc", "Foundation", "FoundationEssentials",
      "_FoundationICU", "FoundationInternationalization", "FoundationNetworking", "FoundationXML",
      "swiftDispatch", "dispatch", "BlocksRuntime", "swiftRegexBuilder", "swiftObservation",
      "swift_Differentiation", "swiftDistributed", "swift_Builtin_float", "swift_Volatile",
    ].filter { access("\(toolchain.libraries)/lib\($0).so", R_OK) == 0 }
    let files = ["-shared", "-o", folder + "/lesson.so", toolchain.startFile, folder + "/lesson.o"]
    let options = ["-rpath", toolchain.libraries, "--as-needed"]
    let search = ["-L" + toolchain.libraries] + libraries.map { "-l" + $0 }
    let hasLinker = access(toolchain.linker, X_OK) == 0
    let command =
      hasLinker
      ? [toolchain.linker] + files + options + search
      : [toolchain.programs + "/clang"] + files + options.flatMap { ["-Xlinker", $0] } + search
    let linked = call(command, in: folder)
    return Result(
      isAccepted: linked.isAccepted, messages: compiled.messages,
      complaint: linked.isAccepted ? nil : linked.complaint ?? linked.messages.first?.text)
  }

  /// Calls the compiler; once more with a module cache of its own, if it may be the cache that makes it fail.
  ///
  /// The cache may be damaged, moved with its folder, or impossible to write: the disk is full, or may only be read. A
  /// damaged one crashes the compiler or is blamed by it; it is emptied where the program does better without it.
  private func compile(_ arguments: [String], in folder: String) -> Result {
    let result = call(arguments, in: folder)
    let cannotWrite = result.cannotWrite(below: moduleCache)
    guard cannotWrite || result.mayBlameModuleCache else { return result }
    let again = call(arguments.map { $0 == moduleCache ? folder + "/modules" : $0 }, in: folder)
    guard !again.mayBlameModuleCache else { return cannotWrite ? again : result }
    if !cannotWrite { emptyModuleCache() }
    return again
  }

  /// Removes what earlier compilations have left; once is enough, since what is there afterwards is new.
  private func emptyModuleCache() {
    isCacheEmptied.withLock { isEmptied in
      if !isEmptied { try? FileManager.default.removeItem(atPath: moduleCache) }
      isEmptied = true
    }
  }

  private func call(_ arguments: [String], in folder: String) -> Result {
    let errors = folder + "/messages"
    unlink(errors)
    let command = ["/bin/sh", "-c", "ulimit -t \(Self.secondsLimit); exec \"$@\"", "sh"] + arguments
    let ending = ChildProcess(arguments: command, files: ["/dev/null", "/dev/null", errors]).run()
    let output = String(decoding: FileBytes.read(errors) ?? [], as: UTF8.self)
    let messages = CompilerMessage.parse(output)
    let complaint = ending == .exited(0) ? nil : "\(ending)\n\(output)"
    return Result(isAccepted: ending == .exited(0), messages: messages, complaint: complaint)
  }
}

extension Compiler.Result {
  /// Whether the compiler objects to how it was called, not to the program.
  fileprivate var isRefusal: Bool {
    !isAccepted && !messages.contains { $0.severity == .error && $0.line > 0 }
  }

  /// Whether the compiler cannot write what it would keep in `folder`.
  fileprivate func cannotWrite(below folder: String) -> Bool {
    !isAccepted && messages.contains { $0.severity == .error && $0.text.contains("'\(folder)/") }
  }

  /// Whether what an earlier compilation has left may be the reason of a failure: nothing in the program is named, or
  /// what is named there is a module.
  fileprivate var mayBlameModuleCache: Bool {
    let errors = messages.filter { $0.severity == .error }
    return !isAccepted
      && (!errors.contains { $0.line > 0 }
        || errors.contains { error in
          ["module", "precompiled file", "AST file"].contains { error.text.contains($0) }
        })
  }
}
