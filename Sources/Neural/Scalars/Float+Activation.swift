import Activations

extension Float {
  static func map(_ activation: Activation, _ x: Input, _ y: Output, _ count: Int) {
    activation.map(
      UnsafeBufferPointer(start: x, count: count), into: UnsafeMutableBufferPointer(start: y, count: count))
  }

  static func pullback(_ activation: Activation, _ x: Input, _ dy: Input, _ dx: Output, _ count: Int) {
    activation.pullback(
      of: UnsafeBufferPointer(start: dy, count: count), at: UnsafeBufferPointer(start: x, count: count),
      into: UnsafeMutableBufferPointer(start: dx, count: count))
  }
}
