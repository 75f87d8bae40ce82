// Measures the tool on a synthetic course, as ratios to the compiler, to the disk and to cmark, in one run.
//
//   swift run -c release --package-path Benchmarks course-benchmark [path of the lessons executable]
import Foundation
import Stopwatch

let tool = CommandLine.arguments.dropFirst().first ?? ".build/release/lessons"
guard FileManager.default.isExecutableFile(atPath: tool) else {
  FileHandle.standardError.write(Data("no executable at \(tool); first: swift build -c release\n".utf8))
  exit(2)
}
let lessonsTool = URL(fileURLWithPath: tool).standardizedFileURL.path
let scratch = FileManager.default.temporaryDirectory.path + "/course-benchmark-\(getpid())"
defer { try? FileManager.default.removeItem(atPath: scratch) }

do {
  print("processors: \(ProcessInfo.processInfo.activeProcessorCount)")
  try processStart()
  try rendering(counts: [50, 500])
  try warmBuilds(count: 50)
  try coldBuilds(counts: [10, 50, 200])
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  try? FileManager.default.removeItem(atPath: scratch)
  exit(1)
}

/// A fresh course of `count` lessons in a folder of its own, and the folder.
func course(_ count: Int) throws -> String {
  let folder = "\(scratch)/course\(count)"
  try? FileManager.default.removeItem(atPath: folder)
  try SyntheticCourse(count: count).write(to: folder + "/lessons")
  return folder
}

func build(_ folder: String, _ more: String...) throws -> Cost {
  try run([lessonsTool, "build"] + more, in: folder)
}

/// Starting the tool and doing nothing: part of every figure below.
func processStart() throws {
  let start = try best(of: 10) { try run([lessonsTool, "--version"]) }
  report("starting the tool (--version)", milliseconds(start.wall) + " wall")
}

/// Cold builds of several sizes against a bare `swiftc` of the same programs.
///
/// The lesson's own program runs in both; what it takes is also left out on both sides. The tool's own process
/// is everything but compiler, linker, parser and programs.
func coldBuilds(counts: [Int]) throws {
  let bare = try bareCompiler(samples: 5)
  report("bare swiftc, a lesson", perLesson(bare.compile) + "; its program's run " + perLesson(bare.execute))
  var costs: [Cost] = []
  for count in counts {
    let whole = try build(try course(count))
    let each = whole / count
    costs.append(each)
    report("cold build, \(count) lessons", "\(seconds(whole.wall)) wall; a lesson " + perLesson(each))
    report(
      "  CPU to swiftc and run",
      "\(ratio(each.processor, (bare.compile + bare.execute).processor)) (aim 0.7); without the run "
        + ratio((each - bare.execute).processor, bare.compile.processor))
    report("  the tool's own process", "\(milliseconds(each.own)) CPU a lesson")
  }
  guard let first = costs.first, let last = costs.last else { return }
  report(
    "a lesson of the largest course",
    "\(ratio(last.processor, first.processor)) times the CPU of one of the smallest")
}

/// What `swiftc`, and then the program, take for one lesson, on average over the first `samples` lessons.
func bareCompiler(samples: Int) throws -> (compile: Cost, execute: Cost) {
  let folder = scratch + "/bare"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  var compile = Cost(), execute = Cost()
  for (place, lesson) in SyntheticCourse(count: samples).lessons.enumerated() {
    let source = "\(folder)/lesson\(place).swift", program = "\(folder)/lesson\(place)"
    try SyntheticCourse.program(of: lesson.text).write(toFile: source, atomically: true, encoding: .utf8)
    compile =
      compile + (try best(of: 2) { try run(["swiftc", "-Onone", source, "-o", program], in: folder) })
    execute = execute + (try best(of: 2) { try run([program], in: folder) })
  }
  return (compile / samples, execute / samples)
}

/// Builds with nothing to do, with a word of prose changed, and with a block changed.
func warmBuilds(count: Int) throws {
  let folder = try course(count)
  _ = try build(folder)
  let nothing = try best(of: 5) { try build(folder) }
  report("nothing changed, \(count) lessons", "\(milliseconds(nothing.wall)) wall (aim 50 ms)")
  let reading = try best(of: 5) { try run(["sh", "-c", "cat lessons/* > /dev/null"], in: folder) }
  report("  reading the sources by cat", "\(milliseconds(reading.wall)) wall")

  let lesson = folder + "/lessons/" + SyntheticCourse(count: count).lessons[6].name
  let prose = try best(of: 5, prepare: { try append("\nA new sentence \($0).\n", to: lesson) }) {
    try build(folder)
  }
  report("a word of prose changed", "\(milliseconds(prose.wall)) wall (aim 100 ms)")

  let block = try best(of: 5, prepare: { try append("\n```swift\nprint(\($0))\n```\n", to: lesson) }) {
    try build(folder)
  }
  let own = try ownCompileAndRun(lesson, in: folder)
  report(
    "a block changed",
    "\(milliseconds(block.wall)) wall; the lesson's own swiftc -c and run \(milliseconds(own.wall)); "
      + "ratio \(ratio(block.wall, own.wall)) (aim 1.2)")
}

/// Compiling a lesson's program to an object file and running it: what an edit cannot avoid.
func ownCompileAndRun(_ lesson: String, in folder: String) throws -> Cost {
  let source = folder + "/own.swift"
  let text = try String(contentsOfFile: lesson, encoding: .utf8)
  try SyntheticCourse.program(of: text).write(toFile: source, atomically: true, encoding: .utf8)
  let compile = try best(of: 3) { try run(["swiftc", "-Onone", "-c", "own.swift"], in: folder) }
  _ = try run(["swiftc", "-Onone", "own.swift", "-o", "own"], in: folder)
  let execute = try best(of: 3) { try run(["./own"], in: folder) }
  return compile + execute
}

/// Rendering without evaluation against `cmark` on the same text; formulas were drawn before.
///
/// On the smaller text, starting the process counts as much as rendering; on the larger one it does not.
func rendering(counts: [Int]) throws {
  for count in counts {
    let file = "\(scratch)/all\(count).md"
    let size = try write(lessons: count, to: file)
    let peer = try best(of: 5) { try run(["cmark", file]) }
    let plain = try best(of: 5) { try run([lessonsTool, "render", "--plain", file], in: scratch) }
    let full = try best(of: 5) { try run([lessonsTool, "render", file], in: scratch) }
    report("cmark, \(size / 1000) kB", milliseconds(peer.wall) + " wall")
    report(
      "  lessons render --plain", "\(milliseconds(plain.wall)) wall, ratio \(ratio(plain.wall, peer.wall))")
    report(
      "  lessons render", "\(milliseconds(full.wall)) wall, ratio \(ratio(full.wall, peer.wall)) (aim 3)")
  }
}

/// Writes the text of `count` lessons into one file; answers its size.
func write(lessons count: Int, to file: String) throws -> Int {
  try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
  let texts = SyntheticCourse(count: count).lessons.map { lesson in
    lesson.text.components(separatedBy: "---\n").dropFirst(2).joined(separator: "---\n")
  }
  let text = texts.joined(separator: "\n")
  try text.write(toFile: file, atomically: true, encoding: .utf8)
  return text.utf8.count
}

func append(_ text: String, to path: String) throws {
  let old = try String(contentsOfFile: path, encoding: .utf8)
  try (old + text).write(toFile: path, atomically: true, encoding: .utf8)
}

func report(_ what: String, _ figures: String) {
  print(what.padding(toLength: 34, withPad: " ", startingAt: 0) + figures)
}

func perLesson(_ cost: Cost) -> String { "\(seconds(cost.processor)) CPU, \(seconds(cost.wall)) wall" }
func seconds(_ value: Double) -> String { String(format: "%.2f s", value) }
func milliseconds(_ value: Double) -> String { String(format: "%.0f ms", value * 1000) }
func ratio(_ a: Double, _ b: Double) -> String { String(format: "%.2f", a / b) }
