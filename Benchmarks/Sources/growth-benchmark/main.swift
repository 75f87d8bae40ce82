// Measures how the cost of many inputs grows with their size: four times as much should cost four times as much.
//
//   swift run -c release --package-path Benchmarks growth-benchmark [path of the lessons executable] [word of a shape's name]
import Figures
import Foundation
import Stopwatch

let arguments = Array(CommandLine.arguments.dropFirst())
let tool = URL(fileURLWithPath: arguments.first ?? ".build/release/lessons").standardizedFileURL.path
guard FileManager.default.isExecutableFile(atPath: tool) else {
  FileHandle.standardError.write(Data("no executable at \(tool); first: swift build -c release\n".utf8))
  exit(2)
}
let wanted = arguments.dropFirst().first ?? ""
let scratch = FileManager.default.temporaryDirectory.path + "/growth-benchmark-\(getpid())"
try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)

/// Prints a line at once.
func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

/// What rendering a text costs.
func rendering(_ shape: TextShape) -> Shape {
  Shape("text: " + shape.name, from: 250, to: 64_000) { size in
    try shape.text(size).write(toFile: scratch + "/text.md", atomically: true, encoding: .utf8)
    return try run([tool, "render", "text.md"], in: scratch, worst: 1).processor
  }
}

/// What building a course costs, all it runs included.
func building(_ shape: CourseShape, to last: Int) -> Shape {
  Shape("course: " + shape.name, from: 50, to: last, noticeable: 0.5) { size in
    let folder = scratch + "/course"
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(
      atPath: folder + "/lessons/files", withIntermediateDirectories: true)
    for (name, text) in shape.files(size) {
      try text.write(toFile: folder + "/lessons/" + name, atomically: false, encoding: .utf8)
    }
    return try run([tool, "build"], in: folder, worst: 1).processor
  }
}

let shapes =
  (TextShape.commonMark + TextShape.additions + TextShape.diagrams).map(rendering)
  + (FigureShape.plots + FigureShape.others).flatMap { shape in FigureWork.allCases.map(shape.shape) }
  + CourseShape.prosaic.map { building($0, to: 1_600) } + CourseShape.run.map { building($0, to: 6_400) }

var suspicious = 0
for shape in shapes where wanted.isEmpty || shape.name.contains(wanted) {
  do {
    let growth = try shape.growth()
    if growth.isSuspicious { suspicious += 1 }
    let figures = String(
      format: "%7d %8.3f s  x4 %8.3f s  %6.1f", growth.size, growth.once, growth.fourTimes,
      growth.fourTimes / max(growth.once, 1e-9))
    say("\(figures) \(growth.isSuspicious ? "!" : " ") \(shape.name)")
  } catch {
    suspicious += 1
    say("failed \(shape.name): \(error)")
  }
}
try? FileManager.default.removeItem(atPath: scratch)
say("\(suspicious) shapes grow faster than their input")
