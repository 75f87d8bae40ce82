import Synchronization

/// What the pages that are open in a browser are told.
final class LiveState: Sendable {
  /// What a build came to.
  struct Ending {
    /// Whether the pages are not those of before.
    var hasChanged = false
    /// Whether the build failed, so that the pages stay.
    var hasFailed = false
    /// How many errors and warnings there are, in words.
    var summary = ""
    /// The errors and warnings, as the terminal prints them.
    var problems: [String] = []
  }

  /// What is told.
  struct Message: Encodable {
    /// Counts the changes of this message.
    var version = 0
    /// Differs whenever the pages do, also from those of another server.
    var edition = ""
    var isBuilding = false
    var hasFailed = false
    var summary = ""
    var problems: [String] = []
  }

  private let message: Mutex<Message>
  private let listener = Mutex<(@Sendable () -> Void)?>(nil)
  private let session: UInt32

  /// The state before the first build.
  init() {
    session = .random(in: 0 ... .max)
    message = Mutex(Message(edition: "\(session)"))
  }

  /// What is told now.
  var current: Message { message.withLock { $0 } }

  /// Has `action` called after every change.
  func listen(_ action: @escaping @Sendable () -> Void) {
    listener.withLock { $0 = action }
  }

  /// Notes that a build begins.
  func begin() { change { $0.isBuilding = true } }

  /// Notes what a build came to.
  func finish(_ ending: Ending) {
    change { message in
      message.isBuilding = false
      message.hasFailed = ending.hasFailed
      message.summary = ending.summary
      message.problems = ending.problems
      if ending.hasChanged { message.edition = "\(session)-\(message.version)" }
    }
  }

  private func change(_ body: (inout Message) -> Void) {
    message.withLock { message in
      message.version += 1
      body(&message)
    }
    listener.withLock { $0 }?()
  }
}
