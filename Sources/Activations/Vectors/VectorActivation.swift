/// A function of several numbers at once that a layer can apply, with its vector–Jacobian product.
///
/// ```swift
/// VectorActivation.softmax([1, 2, 3])
/// VectorActivation.softmax.vjp(at: [1, 2, 3], cotangent: [0, 0, 1])   // the last row of the Jacobian
/// ```
///
/// The matrix of all partial derivatives is never formed: with the gradient of a loss by the outputs as the
/// cotangent, the product is the gradient by the inputs, which is all that backpropagation needs.
public struct VectorActivation: @unchecked Sendable {
  /// What is known of it beyond its values.
  public struct Facts: Sendable, Hashable {
    /// The name in prose: `Log-softmax`.
    public var title: String
    /// How the frameworks spell it, with their defaults.
    public var spellings: [Activation.Spelling]
    /// Where it is used.
    public var usedIn: String
    /// The paper or book it comes from.
    public var source: String
    /// What surprises: differing orders, traps.
    public var notes: [String]

    /// What is known.
    public init(
      _ title: String, spellings: [Activation.Spelling] = [], usedIn: String = "", source: String = "",
      notes: [String] = []
    ) {
      self.title = title
      self.spellings = spellings
      self.usedIn = usedIn
      self.source = source
      self.notes = notes
    }
  }

  /// The name in code and tables: `logSoftmax`.
  public var name: String
  /// The formula, in LaTeX.
  public var formula: String
  /// The formula of the vector–Jacobian product with the cotangent w, in LaTeX.
  public var vjpFormula: String
  /// The outputs for these inputs.
  public var function: ([Double]) -> [Double]
  /// For inputs and a cotangent, the sum of the Jacobian's rows, each weighed with its number of the cotangent.
  public var pullback: ([Double], [Double]) -> [Double]
  /// What else is known of it; `nil` for one's own.
  public var facts: Facts?

  /// A vector activation out of its two functions.
  public init(
    _ name: String, formula: String = "", vjpFormula: String = "",
    function: @escaping ([Double]) -> [Double],
    pullback: @escaping ([Double], [Double]) -> [Double], facts: Facts? = nil
  ) {
    self.name = name
    self.formula = formula
    self.vjpFormula = vjpFormula
    self.function = function
    self.pullback = pullback
    self.facts = facts
  }

  /// The outputs for the inputs `x`.
  public func callAsFunction(_ x: [Double]) -> [Double] { function(x) }

  /// The vector–Jacobian product at `x`: Σᵢ cotangentᵢ·∂yᵢ/∂xⱼ for each j.
  ///
  /// The cotangent has as many numbers as there are outputs, the result as many as there are inputs.
  public func vjp(at x: [Double], cotangent: [Double]) -> [Double] { pullback(x, cotangent) }
}

extension VectorActivation: CustomStringConvertible {
  /// The name.
  public var description: String { name }
}

/// Stops when a cotangent has not as many numbers as there are outputs.
func checkCotangent(_ count: Int, outputs: Int) {
  require(count == outputs, "the cotangent has \(count) numbers, but there are \(outputs) outputs")
}
