import Glibc

/// Serves all clients in one thread: waits until something happens on any connection, and goes on there.
final class ServerLoop {
  /// How many clients there may be.
  enum Limit {
    /// Connections that are served; some more are told that there are too many.
    static let connections = 256
    /// Connections altogether; others wait until the system lets them in.
    static let sockets = 320
    /// Pages that wait for the state to change.
    static let waiting = 64
  }

  private let listener: Int32
  private let files: CourseFiles
  private let wake: Int32
  private var connections: [Connection] = []
  private var restsUntil = 0

  /// A loop for the listening socket `listener`; a byte that can be read from `wake` says that the state has changed.
  init(listener: Int32, wake: Int32, files: CourseFiles) {
    self.listener = listener
    self.wake = wake
    self.files = files
  }

  /// Serves for ever.
  func run() -> Never {
    while true { turn() }
  }

  private func turn() {
    let start = Self.now
    let accepts = connections.count < Limit.sockets && start >= restsUntil
    var watched = [pollfd(fd: accepts ? listener : -1, events: Int16(POLLIN), revents: 0)]
    watched.append(pollfd(fd: wake, events: Int16(POLLIN), revents: 0))
    watched += connections.map { pollfd(fd: $0.descriptor, events: $0.events, revents: 0) }
    let patience = (connections.map(\.deadline) + (start < restsUntil ? [restsUntil] : [])).min()
    poll(&watched, nfds_t(watched.count), patience.map { Int32(max(0, min(60_000, $0 - start)) + 1) } ?? -1)
    let now = Self.now
    if watched[1].revents != 0 { tellState(now: now) }
    for (connection, happened) in zip(connections, watched.dropFirst(2)) {
      if happened.revents != 0 { advance(connection, happened.revents, now: now) }
      if connection.deadline <= now { connection.giveUp(now: now) { files.stateAnswer } }
    }
    connections.removeAll { if case .closed = $0.stage { true } else { false } }
    if watched[0].revents != 0 { accept(now: now) }
  }

  private func advance(_ connection: Connection, _ happened: Int16, now: Int) {
    connection.advance(happened, now: now) { request in
      let reply = files.reply(to: request, at: connection.address)
      guard case .wait = reply, connections.count(where: { $0.awaitedVersion != nil }) >= Limit.waiting else {
        return reply
      }
      return .answer(Answer(RequestHead.Refusal(503, "too many pages wait for the next build")))
    }
  }

  /// Answers those who wait for another state than there is now.
  private func tellState(now: Int) {
    var buffer = [UInt8](repeating: 0, count: 64)
    while read(wake, &buffer, buffer.count) == buffer.count {}
    let (version, answer) = (files.state.current.version, files.stateAnswer)
    for connection in connections {
      if let awaited = connection.awaitedVersion, awaited != version { connection.answer(answer, now: now) }
    }
  }

  private func accept(now: Int) {
    while connections.count < Limit.sockets {
      let descriptor = Glibc.accept(listener, nil, nil)
      guard descriptor >= 0 else {
        // Without descriptors left the system would report the client again and again.
        if errno != EAGAIN && errno != EINTR { restsUntil = now + 200 }
        return
      }
      Descriptor.prepare(descriptor)
      let connection = Connection(descriptor, address: Self.address(of: descriptor), now: now)
      if connections.count >= Limit.connections {
        connection.refuse(RequestHead.Refusal(503, "too many connections"), now: now)
      }
      connections.append(connection)
    }
  }

  /// The address of this machine at which the client arrived.
  private static func address(of descriptor: Int32) -> String {
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
    }
    var text = [CChar](repeating: 0, count: Int(INET_ADDRSTRLEN))
    guard status == 0, inet_ntop(AF_INET, &address.sin_addr, &text, socklen_t(text.count)) != nil else {
      return ""
    }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Milliseconds of a clock that never goes back.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
