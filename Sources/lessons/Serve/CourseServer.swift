import Foundation
import Glibc

/// A web server for the built course, running beside everything else until the process ends.
///
/// It answers nothing but GET and HEAD for files of one folder and the state of the builds; each request, each wait and
/// the number of clients have a limit.
struct CourseServer {
  /// Where browsers find it.
  let address: String

  /// Starts a server for `files` on the first of `ports` that is free.
  ///
  /// Throws `UsageFailure` if none is, or if the machine has no such address.
  init(_ files: CourseFiles, host: String, ports: ClosedRange<UInt16>) throws {
    for port in ports {
      let socket = try ListeningSocket(host: host, port: port)
      switch socket.problem {
      case 0:
        address = "http://\(host == "0.0.0.0" ? "localhost" : host):\(socket.port)/"
        Self.start(socket.descriptor, files)
        return
      case EADDRINUSE: continue
      case let problem:
        throw UsageFailure(message: "cannot listen on \(host):\(port): \(String(cString: strerror(problem)))")
      }
    }
    let tried =
      ports.count == 1
      ? "port \(ports.lowerBound) is" : "the ports \(ports.lowerBound) to \(ports.upperBound) are"
    throw UsageFailure(message: "\(tried) in use; name another with --port, or 0 for any that is free")
  }

  private static func start(_ listener: Int32, _ files: CourseFiles) {
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    ends.forEach(Descriptor.prepare)
    let (wake, bell) = (ends[0], ends[1])
    files.state.listen {
      var byte: UInt8 = 1
      _ = write(bell, &byte, 1)
    }
    Thread.detachNewThread { ServerLoop(listener: listener, wake: wake, files: files).run() }
  }
}

/// A socket that listens on an address of this machine, or the reason why it does not.
private struct ListeningSocket {
  /// The socket.
  let descriptor: Int32
  /// The port that was taken.
  private(set) var port: UInt16
  /// The number of the error; 0 if the socket listens.
  private(set) var problem: Int32 = 0

  /// Takes `port`, or any that is free if it is 0.
  init(host: String, port: UInt16) throws {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    guard inet_pton(AF_INET, host, &address.sin_addr) == 1 else {
      throw UsageFailure(message: "'\(host)' is not an IPv4 address such as 127.0.0.1")
    }
    self.port = port
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    Descriptor.prepare(descriptor)
    var isOn: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &isOn, socklen_t(MemoryLayout<Int32>.size))
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && listen(descriptor, 128) == 0
          && getsockname(descriptor, $0, &length) == 0
      }
    }
    if status {
      self.port = UInt16(bigEndian: address.sin_port)
    } else {
      problem = errno
      close(descriptor)
    }
  }
}

/// What all descriptors of the server have in common.
enum Descriptor {
  /// Makes `descriptor` one that nobody waits for and that programs started later do not inherit.
  static func prepare(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }
}
