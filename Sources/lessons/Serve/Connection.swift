import Glibc

/// A client, and how far the exchange with it has come; nothing here ever waits.
final class Connection {
  /// What is awaited.
  enum Stage {
    /// The rest of a request's head.
    case reading
    /// A change of the state whose version is this.
    case waiting(version: Int)
    /// That the client takes the answer.
    case writing
    /// That the client closes, so that it reads the answer before it learns of the end.
    case closing
    /// Nothing any more.
    case closed
  }

  /// The times, in milliseconds, after which a client is given up.
  enum Patience {
    /// For a whole head, from the connection's beginning or the last answer.
    static let head = 15_000
    /// For a change of the state; then the state is told as it is.
    static let state = 10_000
    /// For a part of an answer.
    static let part = 30_000
    /// For the end.
    static let end = 2_000
  }

  /// The socket.
  let descriptor: Int32
  /// The address of this machine at which the client arrived.
  let address: String
  /// What is awaited.
  private(set) var stage = Stage.reading
  /// When patience ends.
  private(set) var deadline: Int
  private var head = HeadBuffer()
  private var output: [UInt8] = []
  private var sent = 0
  private var file: (file: OpenFile, offset: Int)?
  private var isHeadOnly = false
  private var keepsConnection = false
  private var discarded = 0

  /// A client that has just arrived on the socket `descriptor`, which is closed in the end.
  init(_ descriptor: Int32, address: String, now: Int) {
    self.descriptor = descriptor
    self.address = address
    deadline = now + Patience.head
  }

  deinit { close(descriptor) }

  /// Linux's `POLLRDHUP`: the client sends nothing more.
  private static let departure: Int16 = 0x2000

  /// What the loop watches the socket for.
  var events: Int16 {
    switch stage {
    case .reading, .closing: Int16(POLLIN)
    case .waiting: Self.departure
    case .writing: Int16(POLLOUT)
    case .closed: 0
    }
  }

  /// The version that the client waits for to change, if it waits.
  var awaitedVersion: Int? {
    if case .waiting(let version) = stage { version } else { nil }
  }

  /// Goes on as far as possible without waiting; `reply` says what follows from a request.
  func advance(_ happened: Int16, now: Int, _ reply: (RequestHead) -> CourseFiles.Reply) {
    switch stage {
    case .reading: if receive() { answerRequests(now: now, reply) }
    case .waiting: if happened != 0 { stage = .closed }
    case .writing:
      send(now: now)
      answerRequests(now: now, reply)
    case .closing: discard()
    case .closed: break
    }
  }

  /// Does what has to be done when patience has ended.
  func giveUp(now: Int, _ state: () -> Answer) {
    switch stage {
    case .waiting: answer(state(), now: now)
    case .reading where !head.isEmpty: refuse(RequestHead.Refusal(408, "the request took too long"), now: now)
    default: stage = .closed
    }
  }

  /// Sends an answer to the request that is being treated.
  func answer(_ answer: Answer, now: Int) {
    output = answer.head(keepsConnection: keepsConnection)
    sent = 0
    file = nil
    if !isHeadOnly {
      switch answer.body {
      case .bytes(let bytes): output += bytes
      case .file(let body): file = (body, 0)
      }
    }
    stage = .writing
    deadline = now + Patience.part
    send(now: now)
  }

  /// Sends a refusal, after which the connection ends.
  func refuse(_ refusal: RequestHead.Refusal, now: Int) {
    keepsConnection = false
    answer(Answer(refusal), now: now)
  }
}

// MARK: - Reading

extension Connection {
  /// Takes what has arrived; answers whether anything has.
  private func receive() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
    if count > 0 {
      head.append(buffer[..<count])
    } else if count == 0 || errno != EAGAIN && errno != EINTR {
      stage = .closed
    }
    return count > 0
  }

  /// Answers what has been asked, one request after the other.
  private func answerRequests(now: Int, _ reply: (RequestHead) -> CourseFiles.Reply) {
    while case .reading = stage {
      do {
        guard let bytes = try head.next() else { return }
        let request = try RequestHead(bytes)
        isHeadOnly = request.method == "HEAD"
        keepsConnection = request.keepsConnection
        treat(reply(request), now: now)
      } catch {
        isHeadOnly = false
        refuse(error, now: now)
      }
    }
  }

  private func treat(_ reply: CourseFiles.Reply, now: Int) {
    switch reply {
    case .answer(let answer): self.answer(answer, now: now)
    case .wait(let version):
      stage = .waiting(version: version)
      deadline = now + Patience.state
    }
  }

  /// Forgets what a client still sends that has been answered, up to a limit.
  private func discard() {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
    discarded += max(0, count)
    if count == 0 || count < 0 && errno != EAGAIN && errno != EINTR || discarded > 4 << 20 { stage = .closed }
  }
}

// MARK: - Writing

extension Connection {
  private static let partSize = 64 << 10

  /// Sends as much of the answer as the client takes.
  private func send(now: Int) {
    while case .writing = stage {
      if sent == output.count, !nextPart(now: now) { return finish(now: now) }
      let count = output[sent...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT | MSG_NOSIGNAL))
      }
      if count < 0 {
        if errno == EAGAIN || errno == EINTR { return }
        stage = .closed
      }
      sent += max(0, count)
    }
  }

  /// Makes the next part of a file what is sent; answers whether there is one.
  private func nextPart(now: Int) -> Bool {
    guard let (body, offset) = file, offset < body.count else { return false }
    output = body.bytes(from: offset, limit: min(Self.partSize, body.count - offset))
    sent = 0
    file = (body, offset + output.count)
    deadline = now + Patience.part
    // A file that has become shorter cannot be sent as it was announced.
    if output.isEmpty { stage = .closed }
    return true
  }

  private func finish(now: Int) {
    (output, sent, file) = ([], 0, nil)
    if keepsConnection {
      stage = .reading
      deadline = now + Patience.head
    } else {
      shutdown(descriptor, Int32(SHUT_WR))
      stage = .closing
      deadline = now + Patience.end
    }
  }
}
