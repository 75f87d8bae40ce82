import Activations

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The answers to lines of standard input.
struct Evaluation {
  /// The activations by their names without underscores and capitals.
  private let activations: [[UInt8]: Activation]

  init() {
    activations = Dictionary(
      Activation.catalog.map { (key(of: $0.name.utf8), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Answers every line; 1 if one could not be read, else 0.
  func answerStandardInput() -> Int32 {
    var status: Int32 = 0
    var output = Output(STDOUT_FILENO)
    var number = 0
    while let line = readLine() {
      number += 1
      do {
        if let question = try Question(line) { try answer(question, into: &output) }
      } catch {
        Output.report("error: line \(number): \(error.message)\n")
        status = 1
      }
    }
    output.flush()
    return status
  }

  private func answer(_ question: Question, into output: inout Output) throws(Problem) {
    guard let activation = activations[key(of: question.name)] else {
      throw Problem("no activation is called '\(text(question.name))'; see the catalogue")
    }
    let x =
      question.isDouble
      ? Double(bitPattern: question.bits) : Double(Float(bitPattern: UInt32(question.bits)))
    output.write(question.name)
    output.write(question.isDouble ? " f64 ".utf8 : " f32 ".utf8)
    output.write(hexadecimal: question.bits, digits: question.digits)
    for y in [activation.value(x), activation.derivative(x), activation.secondDerivative?(x) ?? .nan] {
      output.write(" ".utf8)
      output.write(
        hexadecimal: question.isDouble ? y.bitPattern : UInt64(Float(y).bitPattern), digits: question.digits)
    }
    output.write("\n".utf8)
  }
}

/// A line that asks for one value.
private struct Question {
  let name: [UInt8]
  let isDouble: Bool
  let bits: UInt64

  var digits: Int { isDouble ? 16 : 8 }

  /// What the line asks; `nil` for an empty line and a remark.
  init?(_ line: String) throws(Problem) {
    let words = line.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard let first = words.first, first.first != UInt8(ascii: "#") else { return nil }
    guard words.count == 3 else {
      throw Problem("expected a name, f64 or f32, and a bit pattern, but found \(words.count) words")
    }
    name = Array(first)
    switch Array(words[1]) {
    case Array("f64".utf8): isDouble = true
    case Array("f32".utf8): isDouble = false
    default: throw Problem("write f64 or f32 instead of '\(text(words[1]))'")
    }
    guard let bits = bitPattern(hexadecimal: words[2], atMost: isDouble ? 16 : 8) else {
      throw Problem(
        "'\(text(words[2]))' is no bit pattern; write up to \(isDouble ? 16 : 8) hexadecimal digits")
    }
    self.bits = bits
  }
}

/// Why a line cannot be answered, and what to write instead.
private struct Problem: Error {
  let message: String

  init(_ message: String) { self.message = message }
}

/// Standard output or error, written in large pieces.
struct Output {
  private let descriptor: Int32
  private var bytes: [UInt8] = []

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Writes `text` to standard error.
  static func report(_ text: String) {
    var output = Output(STDERR_FILENO)
    output.write(text.utf8)
    output.flush()
  }

  mutating func write(_ text: some Sequence<UInt8>) {
    bytes.append(contentsOf: text)
    if bytes.count > 1 << 16 { flush() }
  }

  mutating func write(hexadecimal number: UInt64, digits: Int) {
    for index in (0..<digits).reversed() {
      let digit = UInt8(truncatingIfNeeded: number >> UInt64(4 * index)) & 0xF
      bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }

  mutating func flush() {
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      guard written > 0 else { exit(1) }
      start += written
    }
    bytes.removeAll(keepingCapacity: true)
  }
}

/// The name without underscores and capitals.
private func key(of name: some Sequence<UInt8>) -> [UInt8] {
  name.compactMap { byte in
    if byte == UInt8(ascii: "_") { return nil }
    return (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
  }
}

private func text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

/// The number these digits stand for.
private func bitPattern(hexadecimal digits: some Collection<UInt8>, atMost count: Int) -> UInt64? {
  guard 1...count ~= digits.count else { return nil }
  var number: UInt64 = 0
  for byte in digits {
    switch byte {
    case 0x30...0x39: number = number << 4 | UInt64(byte - 0x30)
    case 0x41...0x46, 0x61...0x66: number = number << 4 | UInt64((byte | 0x20) - 0x57)
    default: return nil
    }
  }
  return number
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
