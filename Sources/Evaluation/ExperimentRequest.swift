import CourseModel

/// What the process that runs an experiment is told.
///
/// Values follow each other without separators: `s4:gelu` a text of four bytes, `n` and sixteen hexadecimal
/// digits the bits of a number, `b1` or `b0`, `l2:` a list of the next two values. The request is the
/// experiment's name, the seed in hexadecimal digits (none where no seed is given), then names and values of
/// parameters in turn.
struct ExperimentRequest {
  private var bytes: [UInt8] = []

  init(_ name: String, _ parameters: [ExperimentArgument], seed: UInt64?) {
    write(name)
    write(seed.map { String($0, radix: 16) } ?? "")
    for parameter in parameters {
      write(parameter.name)
      write(parameter.value)
    }
  }

  func encoded() -> [UInt8] { bytes }

  private mutating func write(_ text: String) {
    bytes += "s\(text.utf8.count):\(text)".utf8
  }

  private mutating func write(_ value: ExperimentArgument.Value) {
    switch value {
    case .bool(let flag):
      bytes += (flag ? "b1" : "b0").utf8
    case .number(let number):
      let digits = String(number.bitPattern, radix: 16)
      bytes += ("n" + String(repeating: "0", count: 16 - digits.count) + digits).utf8
    case .string(let text):
      write(text)
    case .list(let values):
      bytes += "l\(values.count):".utf8
      for value in values { write(value) }
    }
  }
}
