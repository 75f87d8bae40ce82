import Foundation

/// A client that says bytes, not requests: what a browser would never send is sent by this.
final class RawClient {
  private let descriptor: Int32

  /// Connects to a port of this machine.
  init(port: UInt16) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw BrowserError("cannot connect: \(String(cString: strerror(errno)))") }
  }

  deinit { close(descriptor) }

  /// Sends as much of `text` as the server takes within a second.
  func say(_ text: String) { say(Array(text.utf8)) }

  /// Sends as many of `bytes` as the server takes within a second.
  func say(_ bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
      }
      if count <= 0 {
        var watched = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        guard errno == EAGAIN, poll(&watched, 1, 1000) > 0 else { return }
      }
      sent += max(0, count)
    }
  }

  /// What the server says until its words hold `mark`, it closes, or `seconds` are over.
  func hear(until mark: String? = nil, seconds: Double = 20) -> String {
    let end = Date().addingTimeInterval(seconds)
    var heard: [UInt8] = []
    while Date() < end {
      var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&watched, 1, Int32(max(1, end.timeIntervalSinceNow * 1000))) > 0 else { break }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count <= 0 { break }
      heard += buffer.prefix(count)
      if let mark, String(decoding: heard, as: UTF8.self).contains(mark) { break }
    }
    return String(decoding: heard, as: UTF8.self)
  }

  /// The whole answer to `request`, which asks for the connection's end.
  static func answer(_ request: String, port: UInt16, seconds: Double = 20) throws -> String {
    let client = try RawClient(port: port)
    client.say(request)
    return client.hear(seconds: seconds)
  }
}
