import Foundation
import Testing

/// How `lessons serve` bears clients that are large, slow or many, by real sockets.
@Suite(.serialized) final class CrowdTests {
  private let course: ServedCourse
  private var port: UInt16 { course.port }
  private static let host = "Host: localhost\r\n"

  init() async throws {
    course = try ServedCourse("Words.")
    try await course.waitForPage(with: "Words.")
  }

  private func status(_ answer: String) -> String { String(answer.dropFirst("HTTP/1.1 ".count).prefix(3)) }

  /// Expects the page to come.
  private func expectPage() throws {
    let answer = try RawClient.answer(
      "GET /one.html HTTP/1.1\r\n\(Self.host)Connection: close\r\n\r\n", port: port)
    #expect(status(answer) == "200")
  }

  @Test func `an address, a head and fields have a limit`() throws {
    let long = String(repeating: "a", count: 200_000)
    let fields = (0..<200).map { "a\($0): b\r\n" }.joined()
    #expect(status(try RawClient.answer("GET /\(long) HTTP/1.1\r\n\(Self.host)\r\n", port: port)) == "414")
    #expect(
      status(try RawClient.answer("GET / HTTP/1.1\r\n\(Self.host)a: \(long)\r\n\r\n", port: port)) == "431")
    #expect(status(try RawClient.answer("GET / HTTP/1.1\r\n\(Self.host)\(fields)\r\n", port: port)) == "431")
    #expect(status(try RawClient.answer(long, port: port)) == "414")
    let fits =
      "GET /?\(long.prefix(8000)) HTTP/1.1\r\n\(Self.host)a: \(long.prefix(20_000))\r\nConnection: close\r\n\r\n"
    #expect(status(try RawClient.answer(fits, port: port)) == "200")
  }

  @Test func `a body is refused without being read, and nobody waits for it`() throws {
    let uploads = try (0..<3).map { _ in try RawClient(port: port) }
    for upload in uploads {
      upload.say("POST / HTTP/1.1\r\n\(Self.host)Content-Length: 60000000\r\n\r\n")
      #expect(status(upload.hear(until: "\r\n\r\n")) == "413")
    }
    let megabyte = [UInt8](repeating: 0x61, count: 1 << 20)
    for upload in uploads { for _ in 0..<8 { upload.say(megabyte) } }
    try expectPage()
    for fields in [
      "Content-Length: 1\r\n", "Transfer-Encoding: chunked\r\n", "Content-Length: -1\r\n",
      "Content-Length: 0, 1\r\n",
    ] {
      let request = "GET / HTTP/1.1\r\n\(Self.host)\(fields)\r\n1\r\na\r\n0\r\n\r\n"
      #expect(status(try RawClient.answer(request, port: port)) == "413", "\(fields)")
    }
  }

  @Test func `pages that wait cost nothing, hear of a change at once, and are not endless in number`()
    async throws
  {
    let answer = try RawClient.answer("GET /.lessons/state HTTP/1.0\r\n\(Self.host)\r\n", port: port)
    let start = try #require(answer.firstRange(of: "\"version\":")?.upperBound)
    let version = answer[start...].prefix { $0.isNumber }
    let clients = try (0..<200).map { _ in try RawClient(port: port) }
    for client in clients { client.say("GET /.lessons/state?after=\(version) HTTP/1.1\r\n\(Self.host)\r\n") }
    let answered = clients.filter { status($0.hear(until: "\r\n\r\n", seconds: 0.02)) == "503" }
    #expect(answered.count == 200 - 64)
    let used = course.processorSeconds
    try await Task.sleep(for: .seconds(3))
    // The folder is looked at seven times a second, which is most of it.
    #expect(course.processorSeconds - used < 1)
    try expectPage()
    try course.write("Other words.")
    let told = clients[0].hear(until: "\"version\":", seconds: 8)
    #expect(told.contains("\"version\":"))
  }

  @Test func `more connections than can be served are told so, and then others are served again`() throws {
    var crowd = try (0..<300).map { _ in try RawClient(port: port) }
    let answer = try RawClient.answer(
      "GET / HTTP/1.1\r\n\(Self.host)Connection: close\r\n\r\n", port: port, seconds: 5)
    #expect(status(answer) == "503")
    crowd.removeAll()
    usleep(200_000)
    try expectPage()
  }

  @Test func `a head that comes too slowly is given up`() throws {
    let slow = try RawClient(port: port), silent = try RawClient(port: port)
    slow.say("GET / HTTP/1.1\r\n")
    for _ in 0..<14 {
      slow.say("a: b\r\n")
      usleep(1_000_000)
    }
    #expect(status(slow.hear(seconds: 8)) == "408")
    #expect(silent.hear(seconds: 5).isEmpty)
    try expectPage()
  }

  @Test func `who does not take an answer holds up nobody`() throws {
    let clients = try (0..<50).map { _ in try RawClient(port: port) }
    let request = "GET /assets/course.css HTTP/1.1\r\n\(Self.host)\r\n"
    for client in clients { client.say(String(repeating: request, count: 400)) }
    try expectPage()
  }
}
