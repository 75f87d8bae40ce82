/// Runs the experiment that the request describes, its figures going to the record.
///
/// Answers 0; or 2 where there is no such experiment or it cannot run so, and the reason is the last thing
/// recorded.
@_cdecl("lesson_experiment")
public func lessonExperiment(_ request: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
  var reader = RequestReader(bytes: Array(UnsafeBufferPointer(start: request, count: count)))
  guard let name = reader.text(), let seed = reader.text(), let given = reader.parameters()
  else {
    return refuse("the request cannot be read")
  }
  guard let experiment = Experiment.catalog.first(where: { $0.name == name }) else {
    return refuse("there is no experiment '\(name)'")
  }
  let (parameters, problems) = experiment.validate(experiment.seeded(given, UInt64(seed, radix: 16)))
  guard let parameters else {
    return refuse(problems.map(\.description).joined(separator: "; "))
  }
  Notebook.begin(0)
  experiment.run(parameters, progress: { Notebook.record(progress: $0.description) }) {
    Notebook.record($0, line: 0)
  }
  Notebook.end(0)
  return 0
}

private func refuse(_ reason: String) -> Int32 {
  Notebook.record(progress: reason)
  return 2
}

extension Experiment {
  /// The parameters with the block's seed among them, if the experiment has a seed and none is given.
  fileprivate func seeded(
    _ given: [(name: String, value: ParameterValue)], _ seed: UInt64?
  ) -> [(name: String, value: ParameterValue)] {
    let hasSeed = parameters.contains { $0.name == "seed" }
    guard hasSeed, let seed, !given.contains(where: { $0.name == "seed" }) else { return given }
    return given + [("seed", .number(Double(seed)))]
  }
}

/// Reads a request: values one after the other.
///
/// `s4:gelu` is a text of four bytes, `n` and sixteen hexadecimal digits are the bits of a number, `b1` and `b0`
/// are true and false, `l2:` begins a list of two values. The first value is the experiment's name, the second the
/// seed in hexadecimal digits or none, then names and values of parameters take turns.
private struct RequestReader {
  var bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func text() -> String? {
    guard case .string(let text)? = value() else { return nil }
    return text
  }

  mutating func parameters() -> [(name: String, value: ParameterValue)]? {
    var parameters: [(name: String, value: ParameterValue)] = []
    while position < bytes.count {
      guard let name = text(), let value = value() else { return nil }
      parameters.append((name, value))
    }
    return parameters
  }

  private mutating func value() -> ParameterValue? {
    switch byte() {
    case UInt8(ascii: "s"):
      return count().flatMap { take($0) }.map { .string(String(decoding: $0, as: UTF8.self)) }
    case UInt8(ascii: "n"):
      let digits = take(16).map { String(decoding: $0, as: UTF8.self) }
      return digits.flatMap { UInt64($0, radix: 16) }.map { .number(Double(bitPattern: $0)) }
    case UInt8(ascii: "b"): return byte().map { .bool($0 == UInt8(ascii: "1")) }
    case UInt8(ascii: "l"): return list()
    default: return nil
    }
  }

  private mutating func list() -> ParameterValue? {
    guard let count = count() else { return nil }
    var values: [ParameterValue] = []
    for _ in 0..<count {
      guard let value = value() else { return nil }
      values.append(value)
    }
    return .list(values)
  }

  /// A number of things, up to the colon.
  private mutating func count() -> Int? {
    var count = 0
    while let digit = byte(), digit != UInt8(ascii: ":") {
      guard (0x30...0x39).contains(digit), count < 1 << 20 else { return nil }
      count = 10 * count + Int(digit - 0x30)
    }
    return count
  }

  private mutating func byte() -> UInt8? { take(1)?.first }

  private mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count <= bytes.count - position else { return nil }
    defer { position += count }
    return bytes[position..<position + count]
  }
}
