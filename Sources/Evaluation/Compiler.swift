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
    /// How many seconds it had, where they were not enough.
    var secondsExceeded: Double?
  }

  private let kit: Kit
  private let toolchain: Toolchain
  /// How the compiler and its tools are run.
  let program: ConfinedProgram
  private let moduleCache: String
  /// Whether the compiler proper has refused our options: then the driver is asked from the start.
  private let needsDriver = Mutex(false)
  private let isCacheEmptied = Mutex(false)

  init(kit: Kit, toolchain: Toolchain, moduleCache: String, isConfinementRequired: Bool = false) {
    self.kit = kit
    self.toolchain = toolchain
    program = ConfinedProgram(kit: kit, toolchain: toolchain, isRequired: isConfinementRequired)
    self.moduleCache = moduleCache
    // What it may write is told by folders that are there.
    try? FileManager.default.createDirectory(atPath: moduleCache, withIntermediateDirectories: true)
  }

  /// What the results depend on, beside the compiler and the text.
  static let options = ["-swift-version", "5", "-enable-bare-slash-regex", "-gline-tables-only"]

  /// Compiles `main.swift` in `folder` into `lesson.so`.
  func makeLibrary(in folder: String, optimize: Bool, by deadline: Deadline) -> Result {
    if needsDriver.withLock({ $0 }) {
      return makeLibraryByDriver(in: folder, optimize: optimize, by: deadline)
    }
    let arguments =
      frontendArguments(in: folder, optimize: optimize)
      + ["-c", "-entry-point-function-name", "lesson_main", "-o", folder + "/lesson.o"]
    let result = compile(arguments, in: folder, by: deadline)
    if result.isRefusal {
      needsDriver.withLock { $0 = true }
      return makeLibraryByDriver(in: folder, optimize: optimize, by: deadline)
    }
    return result.isAccepted ? link(in: folder, after: result, by: deadline) : result
  }

  /// Compiles `main.swift` in `folder` as far as the compiler finds faults, and makes nothing.
  func check(in folder: String, optimize: Bool, by deadline: Deadline) -> Result {
    if !needsDriver.withLock({ $0 }) {
      let arguments = frontendArguments(in: folder, optimize: optimize) + ["-emit-sil", "-o", "/dev/null"]
      let result = compile(arguments, in: folder, by: deadline)
      if !result.isRefusal { return result }
      needsDriver.withLock { $0 = true }
    }
    return checkByDriver(in: folder, optimize: optimize, output: folder + "/lesson.o", by: deadline)
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
  private func makeLibraryByDriver(in folder: String, optimize: Bool, by deadline: Deadline) -> Result {
    let object = folder + "/lesson.o"
    let compiled = checkByDriver(in: folder, optimize: optimize, output: object, by: deadline)
    guard compiled.isAccepted else { return compiled }
    let linked = call(
      [toolchain.driver, "-emit-library", object, "-o", folder + "/lesson.so", "-lm"], in: folder,
      by: deadline)
    return Result(isAccepted: linked.isAccepted, messages: compiled.messages, complaint: linked.complaint)
  }

  private func checkByDriver(in folder: String, optimize: Bool, output: String, by deadline: Deadline)
    -> Result
  {
    let arguments =
      [
        toolchain.driver, "-c", folder + "/main.swift", "-o", output, "-module-name", "lesson", "-I",
        kit.modules,
        "-module-cache-path", moduleCache, "-diagnostic-style", "llvm", optimize ? "-O" : "-Onone",
      ] + Self.options
    return compile(arguments, in: folder, by: deadline)
  }

  /// Links against the runtime alone: LessonKit's symbols are found in the runner, which loads the library.
  private func link(in folder: String, after compiled: Result, by deadline: Deadline) -> Result {
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
    let linked = call(command, in: folder, by: deadline)
    return Result(
      isAccepted: linked.isAccepted, messages: compiled.messages,
      complaint: linked.isAccepted ? nil : linked.complaint ?? linked.messages.first?.text)
  }

  /// Calls the compiler; once more with a module cache of its own, if it may be the cache that makes it fail.
  ///
  /// The cache may be damaged, moved with its folder, or impossible to write: the disk is full, or may only be read. A
  /// damaged one crashes the compiler or is blamed by it; it is emptied where the program does better without it.
  private func compile(_ arguments: [String], in folder: String, by deadline: Deadline) -> Result {
    let result = call(arguments, in: folder, by: deadline)
    let cannotWrite = result.cannotWrite(below: moduleCache)
    guard cannotWrite || result.mayBlameModuleCache else { return result }
    let own = arguments.map { $0 == moduleCache ? folder + "/modules" : $0 }
    let again = call(own, in: folder, by: deadline)
    guard !again.mayBlameModuleCache else { return cannotWrite ? again : result }
    if !cannotWrite { emptyModuleCache() }
    return again
  }

  /// Removes what earlier compilations have left; once is enough, since what is there afterwards is new.
  private func emptyModuleCache() {
    isCacheEmptied.withLock { isEmptied in
      if !isEmptied {
        try? FileManager.default.removeItem(atPath: moduleCache)
        try? FileManager.default.createDirectory(atPath: moduleCache, withIntermediateDirectories: true)
      }
      isEmptied = true
    }
  }

  private func call(_ arguments: [String], in folder: String, by deadline: Deadline) -> Result {
    let seconds = deadline.secondsLeft
    let run = program.run(arguments, scratch: folder, seconds: seconds, writable: [moduleCache])
    let output = String(decoding: run.errors, as: UTF8.self)
    let ending = run.stop ?? "status \(run.status ?? 0)"
    return Result(
      isAccepted: run.hasSucceeded, messages: CompilerMessage.parse(output),
      complaint: run.hasSucceeded ? nil : "\(ending)\n\(output)",
      secondsExceeded: run.isTimedOut ? deadline.seconds : nil)
  }
}

extension Compiler.Result {
  /// Whether the compiler objects to how it was called, not to the program.
  fileprivate var isRefusal: Bool {
    !isAccepted && secondsExceeded == nil && !messages.contains { $0.severity == .error && $0.line > 0 }
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
