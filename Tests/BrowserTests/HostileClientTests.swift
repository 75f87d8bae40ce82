import Foundation
import Testing

/// What `lessons serve` answers to clients that mean harm, by real sockets.
@Suite(.serialized) final class HostileClientTests {
  private let course: ServedCourse
  private var port: UInt16 { course.port }

  init() async throws {
    course = try ServedCourse("Words.")
    try await course.waitForPage(with: "Words.")
  }

  /// The answer to a GET of `target`, with more fields.
  private func get(_ target: String, _ fields: String = "", host: String? = nil) throws -> String {
    let host = host ?? "127.0.0.1:\(port)"
    return try RawClient.answer(
      "GET \(target) HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\(fields)\r\n", port: port)
  }

  private func status(_ answer: String) -> String { String(answer.dropFirst("HTTP/1.1 ".count).prefix(3)) }

  @Test func `only who asks for this machine is answered`() throws {
    for host in ["localhost", "LOCALHOST:1", "127.0.0.1:\(port)", "[::1]:3000", "[::1]"] {
      #expect(status(try get("/", host: host)) == "200", "\(host)")
      #expect(status(try get("/.lessons/state", host: host)) == "200", "\(host)")
    }
    for host in [
      "evil.example", "evil.example:\(port)", "127.0.0.1.evil.example", "localhost.evil.example", "",
      "127.0.0.2", "0.0.0.0",
      "localhost@evil.example", "evil.example#localhost", "localhost:a", "2130706433",
    ] {
      #expect(status(try get("/one.html", host: host)) == "421", "\(host)")
      #expect(status(try get("/.lessons/state", host: host)) == "421", "\(host)")
    }
    #expect(status(try RawClient.answer("GET / HTTP/1.1\r\nConnection: close\r\n\r\n", port: port)) == "421")
    #expect(status(try get("/", "Host: evil.example\r\n")) == "400")
    #expect(status(try get("http://evil.example/")) == "400")
  }

  @Test func `the state is told to the course's own pages only`() throws {
    let own = "http://127.0.0.1:\(port)"
    for fields in ["", "Origin: \(own)\r\n", "Sec-Fetch-Site: same-origin\r\n", "Sec-Fetch-Site: none\r\n"] {
      #expect(status(try get("/.lessons/state", fields)) == "200", "\(fields)")
    }
    for fields in [
      "Origin: http://evil.example\r\n", "Origin: null\r\n", "Sec-Fetch-Site: cross-site\r\n",
      "Sec-Fetch-Site: same-site\r\n", "Origin: http://127.0.0.1:1\r\n",
      "Origin: https://127.0.0.1:\(port)\r\n",
      "Origin: \(own)\r\nSec-Fetch-Site: cross-site\r\n",
    ] {
      #expect(status(try get("/.lessons/state", fields)) == "403", "\(fields)")
      #expect(status(try get("/.lessons/live.js", fields)) == "403", "\(fields)")
    }
  }

  @Test func `a path that holds what no name holds is refused, and adds nothing to the answer`() throws {
    let targets = [
      "/%00%0d%0aSet-Cookie:%20a=b", "/assets%0d%0aSet-Cookie:%20a=b", "/a%0Ab", "/a%00", "/%7f", "/a%2fb",
      "/%2F%2Fevil.example",
      "/a%", "/a%zz", "/a%ff", "/%c0%ae%c0%ae/", "a", "/a\tb", "/a\u{1}b", "/ä", "*", "",
    ]
    for target in targets {
      let answer = try get(target)
      #expect(status(answer) == "400", "\(answer.prefix(200))")
      #expect(!answer.lowercased().contains("set-cookie") && !answer.contains("Location"))
    }
  }

  @Test func `a folder without its slash is moved to itself, nowhere else`() throws {
    let folder = course.output + "/evil.example\r\nX: y"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: course.output + "/a b", withIntermediateDirectories: true)
    #expect(try get("/assets").contains("\r\nLocation: /assets/\r\n"))
    #expect(try get("//assets").contains("\r\nLocation: /assets/\r\n"))
    #expect(try get("/a%20b").contains("\r\nLocation: /a%20b/\r\n"))
    #expect(status(try get("/evil.example%0d%0aX:%20y")) == "400")
  }

  @Test func `what lies outside or is hidden is not found`() throws {
    let targets = [
      "/../lessons/01-one.md", "/%2e%2e/lessons/01-one.md", "/assets/../../lessons/01-one.md",
      "/.lessons-site", "/.git/config",
      "/%2egit/config", "/./index.html", "/assets/", "/..", "/one.html/", "/one.html/x", "/..%5clessons",
    ]
    for target in targets {
      try FileManager.default.createDirectory(
        atPath: course.output + "/.git", withIntermediateDirectories: true)
      try "secret".write(toFile: course.output + "/.git/config", atomically: false, encoding: .utf8)
      let answer = try get(target)
      #expect(status(answer) == "404")
      #expect(!answer.contains("secret") && !answer.contains("title: One"))
    }
  }

  @Test func `links in the output, pipes and what cannot be read are not followed or waited for`() throws {
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: course.output + "/link.txt", withDestinationPath: "/etc/hostname")
    try manager.createSymbolicLink(atPath: course.output + "/here.html", withDestinationPath: "one.html")
    try manager.createSymbolicLink(atPath: course.output + "/folder", withDestinationPath: "/etc")
    mkfifo(course.output + "/pipe.txt", 0o600)
    for target in ["/link.txt", "/here.html", "/folder", "/folder/", "/folder/hostname", "/pipe.txt"] {
      #expect(status(try get(target)) == "404", "\(target)")
    }
  }

  @Test func `nothing but reading is answered, and every answer has its guards`() throws {
    let host = "Host: localhost\r\nConnection: close\r\n"
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "X"] {
      let answer = try RawClient.answer("\(method) /one.html HTTP/1.1\r\n\(host)\r\n", port: port)
      #expect(status(answer) == "405" && answer.contains("\r\nAllow: GET, HEAD\r\n"), "\(method)")
    }
    let head = try RawClient.answer("HEAD /one.html HTTP/1.1\r\n\(host)\r\n", port: port)
    #expect(status(head) == "200" && head.hasSuffix("\r\n\r\n") && !head.contains("Content-Length: 0\r\n"))
    for target in [
      "/one.html", "/assets/course.css", "/gone", "/assets", "/.lessons/state", "/%00", "/report.json",
    ] {
      let answer = try get(target)
      for field in [
        "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer", "Content-Security-Policy: ",
        "Cross-Origin-Resource-Policy: same-origin", "X-Frame-Options: DENY", "frame-ancestors 'none'",
      ] {
        #expect(answer.contains(field), "\(target): \(field)")
      }
    }
  }

  @Test func `what is no plain request is refused, and the connection ends`() throws {
    let requests = [
      "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\n folded: a\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: localhost\r\nno field\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: localhost\r\na: b\u{1}\r\n\r\n",
      "GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET /\r\nHost: localhost\r\n\r\n",
      "\u{16}\u{3}\u{1}\r\n\r\n",
      "GET / HTTP/1.1 x\r\nHost: localhost\r\n\r\n", "GET / HTTP/1.1\r\nHost: localhost\rX: y\r\n\r\n",
    ]
    for request in requests {
      #expect(status(try RawClient.answer(request, port: port)) == "400")
    }
  }

  @Test func `requests in a row are answered in order, and another version is refused`() throws {
    let one = "GET /one.html HTTP/1.1\r\nHost: localhost\r\n\r\n",
      two = "GET /gone HTTP/1.1\r\nHost: localhost\r\n\r\n"
    let last = "GET /assets/course.js HTTP/1.0\nHost: localhost\n\n"
    let answer = try RawClient.answer("\r\n" + one + two + last, port: port)
    let statuses = answer.components(separatedBy: "HTTP/1.1 ").dropFirst().map { $0.prefix(3) }
    #expect(statuses == ["200", "404", "200"])
    #expect(status(try RawClient.answer("GET / HTTP/2.0\r\nHost: localhost\r\n\r\n", port: port)) == "505")
  }
}
