import Synchronization

/// The memory of tensors that are gone, kept for the next ones of their size.
///
/// A training step makes the same tensors as the step before. With their memory at hand it never asks the system for
/// new pages, which would cost more than the arithmetic of most operations.
package enum BufferPool {
  /// What the pool has asked of the system, and how much of it is in use by tensors, in bytes.
  package struct Usage {
    package var reserved = 0
    package var inUse = 0
  }

  private struct State {
    var free = [[UnsafeMutableRawPointer]](repeating: [], count: 256)
    var usage = Usage()
  }

  private static let state = Mutex(State())

  /// What is reserved and what is in use now.
  package static var usage: Usage { state.withLock { $0.usage } }

  /// Memory for `byteCount` bytes, aligned to 64, with whatever was in it.
  static func take(_ byteCount: Int) -> UnsafeMutableRawPointer {
    let (sizeClass, size) = sizeClass(of: byteCount)
    // A pointer is not Sendable; its address is.
    let address = state.withLock { state -> UInt in
      state.usage.inUse += size
      if let buffer = state.free[sizeClass].popLast() { return UInt(bitPattern: buffer) }
      state.usage.reserved += size
      return UInt(bitPattern: UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64))
    }
    guard let buffer = UnsafeMutableRawPointer(bitPattern: address) else {
      fatalError("no memory for \(byteCount) bytes")
    }
    return buffer
  }

  /// Takes back what `take` gave for as many bytes.
  static func giveBack(_ buffer: UnsafeMutableRawPointer, _ byteCount: Int) {
    let (sizeClass, size) = sizeClass(of: byteCount)
    let address = UInt(bitPattern: buffer)
    state.withLock { state in
      state.usage.inUse -= size
      if let buffer = UnsafeMutableRawPointer(bitPattern: address) { state.free[sizeClass].append(buffer) }
    }
  }

  /// Sizes are rounded up to four steps an octave, from 64 bytes.
  private static func sizeClass(of byteCount: Int) -> (index: Int, size: Int) {
    guard byteCount > 64 else { return (0, 64) }
    let octave = Int.bitWidth - 1 - (byteCount - 1).leadingZeroBitCount
    let step = 1 << (octave - 2)
    let steps = (byteCount - 1) / step - 3
    return ((octave - 6) * 4 + steps, (steps + 4) * step)
  }
}

/// The memory of a tensor; tensors of other shapes may share it.
final class Storage {
  let pointer: UnsafeMutableRawPointer
  let byteCount: Int

  init(byteCount: Int) {
    pointer = BufferPool.take(byteCount)
    self.byteCount = byteCount
  }

  deinit {
    BufferPool.giveBack(pointer, byteCount)
  }
}
