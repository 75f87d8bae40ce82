/// An array of numbers with a shape, that remembers what it was computed from.
///
/// ```swift
/// let x = Tensor([[1, 2], [3, 4]])
/// let w = Tensor([[0.5], [-0.5]]).requiringGradient()
/// let loss = x.matmul(w).pow(2).mean()
/// loss.backward()
/// w.gradient                                 // ∂loss/∂w, of w's shape
/// ```
///
/// The numbers lie row by row, the last axis fastest. A tensor is a reference: an optimiser changes the numbers of a
/// parameter in place, and all that hold the parameter see it. Operations make new tensors and note how gradients go
/// back through them; `backward()` follows these notes.
public final class Tensor {
  /// The size of every axis; none for a single number.
  public let shape: [Int]
  /// The precision of the numbers.
  public let dtype: DType
  var storage: Storage

  /// Whether `backward()` is to find the gradient of this tensor, or passes through it.
  public internal(set) var requiresGradient = false
  /// The gradient that `backward()` found, summed over calls; see `keepingGradient()` for tensors that are computed.
  public var gradient: Tensor? {
    didSet {
      guard let gradient else { return }
      require(
        gradient.shape == shape && gradient.dtype == dtype,
        "a gradient of shape \(gradient.shape) and precision \(gradient.dtype) does not fit \(shape) and \(dtype)"
      )
    }
  }
  /// The operation this is the result of; `nil` for parameters, data and results outside of differentiation.
  var history: History?

  // What `backward()` notes while it walks; 0 and nil at other times.
  var uses = 0
  var arriving: Tensor?
  var keepsGradient = false

  /// A tensor over memory that is there.
  init(_ shape: [Int], _ dtype: DType, _ storage: Storage) {
    self.shape = shape
    self.dtype = dtype
    self.storage = storage
  }

  /// A tensor whose numbers are still to be written.
  convenience init(unwritten shape: [Int], _ dtype: DType) {
    require(shape.allSatisfy { $0 >= 0 }, "a tensor cannot have the shape \(shape)")
    self.init(shape, dtype, Storage(byteCount: shape.reduce(1, *) * dtype.byteCount))
  }

  /// Lets go of the inputs one after the other, as `Value` does.
  deinit {
    guard history != nil else { return }
    var orphans: [Tensor] = []
    release(into: &orphans)
    while var orphan = orphans.popLast() {
      if isKnownUniquelyReferenced(&orphan) { orphan.release(into: &orphans) }
    }
  }

  private func release(into orphans: inout [Tensor]) {
    guard let inputs = history?.inputs else { return }
    // The pullback may hold inputs too; it goes first, while `inputs` still holds them.
    history = nil
    for input in inputs where input.history != nil { orphans.append(input) }
  }
}

extension Tensor {
  /// How many numbers there are.
  public var count: Int { storage.byteCount / dtype.byteCount }

  /// How many axes there are.
  public var rank: Int { shape.count }

  /// The numbers as `S`, to read.
  func read<S: Scalar>(_: S.Type = S.self) -> UnsafePointer<S> { UnsafePointer(write(S.self)) }

  /// The numbers as `S`, to write.
  func write<S: Scalar>(_: S.Type = S.self) -> UnsafeMutablePointer<S> {
    assert(S.dtype == dtype)
    return storage.pointer.assumingMemoryBound(to: S.self)
  }

  /// The place of an axis, where −1 is the last.
  func axis(_ axis: Int) -> Int {
    let place = axis < 0 ? axis + rank : axis
    require(shape.indices.contains(place), "a tensor of shape \(shape) has no axis \(axis)")
    return place
  }
}
