/// Two halves of a layer's outputs, one of which lets the other through: v·g(u).
///
/// ```swift
/// GatedUnit.swiGLU(value: 2, gate: 0.5)    // 2·silu(0.5)
/// GatedUnit.swiGLU([2, 1, 0.5, 3])         // the values 2 and 1 with the gates 0.5 and 3
/// ```
///
/// Both orders of the halves are in use: `glu` in PyTorch, JAX and Keras splits into value and gate, the papers
/// on transformers write the gate first. In code of either kind only the names of two matrices change.
public struct GatedUnit: Sendable {
  /// Which half of the inputs comes first.
  public enum Order: Sendable, Hashable, CaseIterable {
    /// The value, then the gate: `glu` in PyTorch, JAX and Keras.
    case valueFirst
    /// The gate, then the value: SwiGLU and its like in papers.
    case gateFirst
  }

  /// The name in code and tables: `swiGLU`.
  public var name: String
  /// What the gate passes through.
  public var activation: Activation
  /// Which half comes first where both are given as one.
  public var order: Order

  /// A unit with a gate of this kind.
  public init(_ name: String, _ activation: Activation, order: Order = .valueFirst) {
    self.name = name
    self.activation = activation
    self.order = order
  }

  /// v·g(u).
  public func callAsFunction(value: Double, gate: Double) -> Double { value * activation(gate) }

  /// The partial derivatives by value and gate, g(u) and v·g′(u).
  public func derivatives(value: Double, gate: Double) -> (value: Double, gate: Double) {
    (activation(gate), value * activation.derivative(gate))
  }

  /// v·g(u) for both halves of `x`, which must be of equal length.
  public func callAsFunction(_ x: [Double]) -> [Double] {
    let (values, gates) = halves(of: x)
    return zip(values, gates).map { self(value: $0, gate: $1) }
  }

  /// The vector–Jacobian product at both halves of `x`.
  public func vjp(at x: [Double], cotangent: [Double]) -> [Double] {
    let (values, gates) = halves(of: x)
    checkCotangent(cotangent.count, outputs: values.count)
    let slopes = zip(values, gates).map { derivatives(value: $0, gate: $1) }
    let byValue = zip(slopes, cotangent).map { $0.value * $1 }
    let byGate = zip(slopes, cotangent).map { $0.gate * $1 }
    return order == .valueFirst ? byValue + byGate : byGate + byValue
  }

  private func halves(of x: [Double]) -> (values: ArraySlice<Double>, gates: ArraySlice<Double>) {
    require(x.count % 2 == 0, "a gated unit splits its inputs in two; \(x.count) are odd")
    let (first, second) = (x[..<(x.count / 2)], x[(x.count / 2)...])
    return order == .valueFirst ? (first, second) : (second, first)
  }
}

extension GatedUnit {
  /// v·σ(u).
  public static let glu = GatedUnit("glu", .sigmoid)
  /// v·u.
  public static let bilinear = GatedUnit("bilinear", .identity)
  /// v·max(0, u).
  public static let reGLU = GatedUnit("reGLU", .relu)
  /// v·gelu(u), with the exact GELU.
  public static let geGLU = GatedUnit("geGLU", .gelu)
  /// v·gelu(u), with the approximation through tanh.
  public static let geGLUTanh = GatedUnit("geGLUTanh", .geluTanh)
  /// v·silu(u).
  public static let swiGLU = GatedUnit("swiGLU", .silu)
}
