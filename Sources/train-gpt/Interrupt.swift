import Foundation
import Synchronization

/// Ctrl-C, taken as a request to stop after the step under way; the second one ends the process at once.
enum Interrupt {
  private static let flag = Atomic(false)

  /// Whether somebody asked to stop.
  static var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Begins to listen, also where the process that started this one blocks the signal.
  static func listen() {
    // Makes sure that the flag is there before a signal comes.
    guard !isRequested else { return }
    signal(SIGINT) { _ in
      Interrupt.flag.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }
}
