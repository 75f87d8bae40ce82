extension Activation {
  /// A function of the target `Kernels`, which computes arrays of floats.
  package struct Kernel: Sendable {
    /// The function's place in `KERNELS` of kernels.h.
    let number: Int32
    /// The slope of a leaky ReLU, the α of an ELU; else without a meaning.
    let parameter: Float

    private init(_ number: Int32, _ parameter: Float = 0) {
      self.number = number
      self.parameter = parameter
    }

    package static let relu = Kernel(0)
    package static func leakyReLU(slope: Float) -> Kernel { Kernel(1, slope) }
    package static let sigmoid = Kernel(2)
    package static let tanh = Kernel(3)
    package static let silu = Kernel(4)
    package static let gelu = Kernel(5)
    package static let geluTanh = Kernel(6)
    package static let quickGELU = Kernel(7)
    package static let softplus = Kernel(8)
    package static let mish = Kernel(9)
    package static func elu(alpha: Float) -> Kernel { Kernel(10, alpha) }
    package static let selu = Kernel(11)
    package static let exp = Kernel(12)
    package static let hardSwish = Kernel(13)
    package static let hardSigmoid = Kernel(14)
    package static let reluSquared = Kernel(15)
    package static let softsign = Kernel(16)
  }

  /// The same activation, whose arrays of floats are computed by `kernel`.
  package func computed(by kernel: Kernel) -> Activation {
    var copy = self
    copy.kernel = kernel
    return copy
  }
}

// Declared here and not imported: the module of C would have to be found, and loaded, wherever `Activations` is
// imported, which every lesson does. Where the target is not there, as in the browser, the loops are Swift's.
#if canImport(Kernels) && hasFeature(Extern)
  @_extern(c, "kernels_map")
  private func kernelsMap(
    _ kernel: Int32, _ parameter: Float, _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>,
    _ count: Int)

  @_extern(c, "kernels_pullback")
  private func kernelsPullback(
    _ kernel: Int32, _ parameter: Float, _ x: UnsafePointer<Float>, _ dy: UnsafePointer<Float>,
    _ dx: UnsafeMutablePointer<Float>, _ count: Int
  ) -> Bool

  extension Activation.Kernel {
    /// y = f(x); false where nothing was computed.
    func map(_ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, count: Int) -> Bool {
      kernelsMap(number, parameter, x, y, count)
      return true
    }

    /// dx = dy·f′(x); false where nothing was computed.
    func pullback(
      _ x: UnsafePointer<Float>, _ dy: UnsafePointer<Float>, _ dx: UnsafeMutablePointer<Float>, count: Int
    ) -> Bool {
      kernelsPullback(number, parameter, x, dy, dx, count)
    }
  }
#else
  extension Activation.Kernel {
    func map(_ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, count: Int) -> Bool { false }

    func pullback(
      _ x: UnsafePointer<Float>, _ dy: UnsafePointer<Float>, _ dx: UnsafeMutablePointer<Float>, count: Int
    ) -> Bool { false }
  }
#endif
