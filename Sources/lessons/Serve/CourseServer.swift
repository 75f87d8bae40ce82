import Dispatch
import FlyingFox
import FlyingSocks
import Glibc
import Synchronization

/// A web server for the built course, running beside everything else until the process ends.
struct CourseServer {
  /// Where browsers find it.
  let address: String

  /// Starts a server for `files` on the first of `ports` that is free.
  ///
  /// Throws `UsageFailure` if none is, or if the machine has no such address.
  init(_ files: CourseFiles, host: String, ports: ClosedRange<UInt16>) throws {
    for port in ports {
      let attempt = try Attempt(files, host: host, port: port)
      switch attempt.problem {
      case nil:
        address = "http://\(host == "0.0.0.0" ? "localhost" : host):\(attempt.port)/"
        return
      case .failed(_, EADDRINUSE, _): continue
      case .failed(_, _, let reason):
        throw UsageFailure(message: "cannot listen on \(host):\(port): \(reason)")
      case let other:
        throw UsageFailure(message: "cannot listen on \(host):\(port): \(other.debugDescription)")
      }
    }
    let tried =
      ports.count == 1
      ? "port \(ports.lowerBound) is" : "the ports \(ports.lowerBound) to \(ports.upperBound) are"
    throw UsageFailure(message: "\(tried) in use; name another with --port, or 0 for any that is free")
  }
}

/// One try to listen on a port.
private struct Attempt {
  /// The port that was taken.
  let port: UInt16
  /// Why nothing listens; nil if something does.
  let problem: SocketError?

  /// Waits until the server listens or has failed to.
  init(_ files: CourseFiles, host: String, port: UInt16) throws {
    guard let address = try? sockaddr_in.inet(ip4: host, port: port) else {
      throw UsageFailure(message: "'\(host)' is not an IPv4 address such as 127.0.0.1")
    }
    let server = HTTPServer(address: address, timeout: 60, logger: .disabled, handler: files)
    let news = News()
    Task.detached {
      do {
        try await server.run()
      } catch {
        news.tell(port, error as? SocketError ?? .disconnected)
      }
    }
    Task.detached {
      try? await server.waitUntilListening()
      if case .ip4(_, let port)? = await server.listeningAddress { news.tell(port, nil) }
    }
    (self.port, problem) = news.wait()
  }
}

/// What a thread that cannot suspend waits for: that the server listens, or why it does not.
private final class News: Sendable {
  private let first = Mutex<(port: UInt16, problem: SocketError?)?>(nil)
  private let isThere = DispatchSemaphore(value: 0)

  func tell(_ port: UInt16, _ problem: SocketError?) {
    first.withLock { $0 = $0 ?? (port, problem) }
    isThere.signal()
  }

  func wait() -> (UInt16, SocketError?) {
    isThere.wait()
    return first.withLock { $0 ?? (0, .disconnected) }
  }
}
