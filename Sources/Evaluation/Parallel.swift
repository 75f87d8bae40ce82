import Foundation
import Synchronization

/// Runs `body` on so many threads of their own, and waits for all of them.
///
/// The threads live as long as their bodies: child processes are tied to the thread that starts them.
func inParallel(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
  if count == 1 { return body(0) }
  let group = DispatchGroup()
  for index in 0..<count {
    group.enter()
    let thread = Thread {
      body(index)
      group.leave()
    }
    thread.stackSize = 8 << 20
    thread.start()
  }
  group.wait()
}

/// The values of `transform` for the numbers below `count`, computed by so many threads.
func mapInParallel<Value: Sendable>(
  _ count: Int, jobs: Int, _ transform: @escaping @Sendable (Int) -> Value
) -> [Value] {
  let next = Atomic(0)
  let values = Mutex([Value?](repeating: nil, count: count))
  inParallel(max(1, min(jobs, count))) { _ in
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      let value = transform(index)
      values.withLock { $0[index] = value }
    }
  }
  return values.withLock { $0.compactMap { $0 } }
}
