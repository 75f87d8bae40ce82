// Measures the tool on a synthetic course, as ratios to the compiler, to the disk and to cmark, in one run.
//
//   swift run -c release --package-path Benchmarks course-benchmark [path of the lessons executable]
import Foundation

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
  try coldBuilds(counts: [10, 50, 200])
  try warmBuilds(count: 50)
  try rendering(count: 50)
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

/// Cold builds of several sizes against a bare `swiftc` of the same programs.
func coldBuilds(counts: [Int]) throws {
  let bare = try bareCompiler(samples: 5)
  report("bare swiftc, a lesson", "\(seconds(bare.processor)) CPU, \(seconds(bare.wall)) wall")
  for count in counts {
    let folder = try course(count)
    let cost = try build(folder)
    let each = Cost(wall: cost.wall / Double(count), processor: cost.processor / Double(count))
    report(
      "cold build, \(count) lessons",
      "\(seconds(cost.wall)) wall; a lesson \(seconds(each.processor)) CPU, \(seconds(each.wall)) wall; "
        + "to swiftc \(ratio(each.processor, bare.processor)) CPU (aim 0.7)")
  }
}

/// What `swiftc` and the program take for one lesson, on average over the first `samples` lessons.
func bareCompiler(samples: Int) throws -> Cost {
  let folder = scratch + "/bare"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  var total = Cost(wall: 0, processor: 0)
  for (place, lesson) in SyntheticCourse(count: samples).lessons.enumerated() {
    let source = "\(folder)/lesson\(place).swift", program = "\(folder)/lesson\(place)"
    try SyntheticCourse.program(of: lesson.text).write(toFile: source, atomically: true, encoding: .utf8)
    let compile = try best(of: 2) { try run(["swiftc", "-Onone", source, "-o", program], in: folder) }
    let execute = try best(of: 2) { try run([program], in: folder) }
    total.wall += compile.wall + execute.wall
    total.processor += compile.processor + execute.processor
  }
  return Cost(wall: total.wall / Double(samples), processor: total.processor / Double(samples))
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
  return Cost(wall: compile.wall + execute.wall, processor: compile.processor + execute.processor)
}

/// Rendering without evaluation against `cmark` on the same text.
func rendering(count: Int) throws {
  let file = scratch + "/all.md"
  let texts = SyntheticCourse(count: count).lessons.map { lesson in
    lesson.text.components(separatedBy: "---\n").dropFirst(2).joined(separator: "---\n")
  }
  try texts.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
  let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
  let peer = try best(of: 5) { try run(["cmark", file]) }
  let plain = try best(of: 5) { try run([lessonsTool, "render", "--plain", file], in: scratch) }
  let full = try best(of: 5) { try run([lessonsTool, "render", file], in: scratch) }
  report("cmark, \(size / 1000) kB", milliseconds(peer.wall) + " wall")
  report("lessons render --plain", "\(milliseconds(plain.wall)) wall, ratio \(ratio(plain.wall, peer.wall))")
  report("lessons render", "\(milliseconds(full.wall)) wall, ratio \(ratio(full.wall, peer.wall)) (aim 3)")
}

func append(_ text: String, to path: String) throws {
  let old = try String(contentsOfFile: path, encoding: .utf8)
  try (old + text).write(toFile: path, atomically: true, encoding: .utf8)
}

func report(_ what: String, _ figures: String) {
  print(what.padding(toLength: 34, withPad: " ", startingAt: 0) + figures)
}

func seconds(_ value: Double) -> String { String(format: "%.2f s", value) }
func milliseconds(_ value: Double) -> String { String(format: "%.0f ms", value * 1000) }
func ratio(_ a: Double, _ b: Double) -> String { String(format: "%.2f", a / b) }
