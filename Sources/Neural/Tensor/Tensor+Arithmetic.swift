// Sums, differences, products and quotients of tensors whose shapes fit, and of tensors and numbers.

extension Tensor {
  /// The sums.
  public static func + (a: Tensor, b: Tensor) -> Tensor {
    combine(.add, a, b, "+").computed(by: "+", from: [a, b]) { gradient in
      [a.ifNeeded { gradient.summed(to: a.shape) }, b.ifNeeded { gradient.summed(to: b.shape) }]
    }
  }

  /// The differences.
  public static func - (a: Tensor, b: Tensor) -> Tensor {
    combine(.subtract, a, b, "-").computed(by: "-", from: [a, b]) { gradient in
      [a.ifNeeded { gradient.summed(to: a.shape) }, b.ifNeeded { (-gradient).summed(to: b.shape) }]
    }
  }

  /// The products, element by element.
  public static func * (a: Tensor, b: Tensor) -> Tensor {
    combine(.multiply, a, b, "*").computed(by: "*", from: [a, b]) { gradient in
      [
        a.ifNeeded { (gradient * b).summed(to: a.shape) },
        b.ifNeeded { (gradient * a).summed(to: b.shape) },
      ]
    }
  }

  /// The quotients, element by element.
  public static func / (a: Tensor, b: Tensor) -> Tensor {
    combine(.divide, a, b, "/").computed(by: "/", from: [a, b]) { gradient in
      [
        a.ifNeeded { (gradient / b).summed(to: a.shape) },
        b.ifNeeded { (-gradient * a / (b * b)).summed(to: b.shape) },
      ]
    }
  }

  /// The opposite numbers.
  public static prefix func - (a: Tensor) -> Tensor { a * -1 }

  /// A number added to each.
  public static func + (a: Tensor, b: Double) -> Tensor { a + Tensor(b, dtype: a.dtype) }
  /// A number added to each.
  public static func + (a: Double, b: Tensor) -> Tensor { Tensor(a, dtype: b.dtype) + b }
  /// A number subtracted from each.
  public static func - (a: Tensor, b: Double) -> Tensor { a - Tensor(b, dtype: a.dtype) }
  /// Each subtracted from a number.
  public static func - (a: Double, b: Tensor) -> Tensor { Tensor(a, dtype: b.dtype) - b }
  /// Each multiplied by a number.
  public static func * (a: Tensor, b: Double) -> Tensor { a * Tensor(b, dtype: a.dtype) }
  /// Each multiplied by a number.
  public static func * (a: Double, b: Tensor) -> Tensor { Tensor(a, dtype: b.dtype) * b }
  /// Each divided by a number.
  public static func / (a: Tensor, b: Double) -> Tensor { a / Tensor(b, dtype: a.dtype) }
  /// A number divided by each.
  public static func / (a: Double, b: Tensor) -> Tensor { Tensor(a, dtype: b.dtype) / b }

  private static func combine(
    _ operation: Arithmetic, _ a: Tensor, _ b: Tensor, _ name: StaticString
  ) -> Tensor {
    require(a.dtype == b.dtype, "\(a.dtype) and \(b.dtype) do not mix in \(name)")
    switch a.dtype {
    case .float32: return combine(operation, a, b, name, Float.self)
    case .float64: return combine(operation, a, b, name, Double.self)
    }
  }

  private static func combine<S: Scalar>(
    _ operation: Arithmetic, _ a: Tensor, _ b: Tensor, _ name: StaticString, _: S.Type
  ) -> Tensor {
    let (left, right): (UnsafePointer<S>, UnsafePointer<S>) = (a.read(), b.read())
    if a.shape == b.shape || b.shape.isEmpty {
      let result = Tensor(unwritten: a.shape, a.dtype)
      S.combine(operation, left, 1, right, b.shape.isEmpty ? 0 : 1, result.write(), a.count)
      return result
    }
    let broadcast = Broadcast(a.shape, b.shape, for: name)
    let result = Tensor(unwritten: broadcast.shape, a.dtype)
    let out: UnsafeMutablePointer<S> = result.write()
    broadcast.forEachRun { i, j, at, count, steps in
      S.combine(operation, left + i, steps.0, right + j, steps.1, out + at, count)
    }
    return result
  }
}
