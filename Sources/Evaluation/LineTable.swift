import ContentStore
import Foundation

/// The lines of a compiled lesson by the addresses of its code.
///
/// A loop that is stopped stops anywhere, also in code that belongs to no line: then the nearest line is what
/// the reader wants to know. The toolchain's own tools read the table; that takes 30 ms, and only after a timeout.
struct LineTable {
  var program: ConfinedProgram
  /// The folder in which `lesson.so` lies.
  var scratch: String

  private var library: String { scratch + "/lesson.so" }

  /// How many bytes before and after are searched.
  private static let reach = 96

  /// The frame with the line of the nearest code of the same function that has one, if any has.
  func nearestLine(to frame: CrashReport.Frame) -> CrashReport.Frame? {
    guard let start = address(of: frame.symbol) else { return nil }
    let center = start + frame.offset
    let addresses = [center] + (1...Self.reach).flatMap { [center - $0, center + $0] }
    let lines = self.lines(at: addresses.filter { $0 >= start })
    let named = lines.first { $0.line > 0 && $0.file.hasSuffix("/" + frame.file) }
    return named.map { place in
      var found = frame
      found.line = place.line
      found.column = 0
      return found
    }
  }

  private func address(of symbol: String) -> Int? {
    let arguments = [program.toolchain.programs + "/llvm-nm", "--defined-only", library]
    for line in String(decoding: output(of: arguments), as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 3, words[2] == symbol { return Int(words[0], radix: 16) }
    }
    return nil
  }

  private func lines(at addresses: [Int]) -> [(file: Substring, line: Int)] {
    let options = ["--obj=" + library, "--output-style=GNU", "--functions=none", "--no-inlines"]
    let arguments = [program.toolchain.programs + "/llvm-symbolizer"] + options
    let codes = addresses.map { "0x" + String($0, radix: 16) }
    return String(decoding: output(of: arguments + codes), as: UTF8.self).split(separator: "\n").compactMap {
      line in
      guard let colon = line.lastIndex(of: ":") else { return nil }
      let digits = line[line.index(after: colon)...].prefix { $0.isNumber }
      return Int(digits).map { (line[..<colon], $0) }
    }
  }

  private func output(of arguments: [String]) -> [UInt8] {
    let run = program.run(arguments, scratch: scratch, seconds: 30)
    return run.hasSucceeded ? run.output : []
  }
}
