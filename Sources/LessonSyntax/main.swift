import Glibc
import SwiftParser

// Reads blocks of Swift code from standard input and writes what `BlockReading` finds in each of them.
//
// Both ways a block is a length, seven bits a byte with the low bits first, and as many bytes. The tool starts
// this program only when there is a block that was never read before. Each answer is written before the next block
// is begun: where this program comes to an end, the block after the last answer is the reason.

/// Lets the processor's time for the block that is begun now end this program by SIGPROF.
func limitTime(forBytes count: Int) {
  var timer = itimerval()
  timer.it_value.tv_sec = 5 + count >> 15
  setitimer(__itimer_which_t(2), &timer, nil)
}

func readAll() -> [UInt8] {
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(STDIN_FILENO, &chunk, chunk.count)
    if count <= 0 { return bytes }
    bytes += chunk[..<count]
  }
}

func nextBlock(of input: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
  var length = 0
  var shift = 0
  while let byte = input.popFirst() {
    length |= Int(byte & 0x7f) << shift
    shift += 7
    if byte < 0x80 || shift > 49 { break }
  }
  guard shift > 0, length <= input.count else { return nil }
  defer { input = input.dropFirst(length) }
  return input.prefix(length)
}

func writeAll(_ bytes: [UInt8]) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    if count <= 0 { exit(1) }
    rest = rest.dropFirst(count)
  }
}

let input = readAll()
var rest = input[...]
while let block = nextBlock(of: &rest) {
  limitTime(forBytes: block.count)
  let reading = block.withUnsafeBufferPointer { BlockReading(of: Parser.parse(source: $0)) }
  var answer = Wire()
  answer.write(reading.encoded())
  writeAll(answer.bytes)
}
