/// A library in which others find an activation.
public enum Framework: Sendable, Hashable, CaseIterable {
  /// PyTorch.
  case pyTorch
  /// JAX.
  case jax
  /// Keras 3.
  case keras

  /// The name in prose.
  public var name: String {
    switch self {
    case .pyTorch: "PyTorch"
    case .jax: "JAX"
    case .keras: "Keras"
    }
  }
}

extension Activation {
  /// A number in the formula that can be chosen.
  public struct Parameter: Sendable, Hashable {
    /// The name in code: `negativeSlope`.
    public var name: String
    /// The letter in the formula, in LaTeX.
    public var symbol: String
    /// The number chosen.
    public var value: Double

    /// A parameter and the number chosen for it.
    public init(_ name: String, _ symbol: String, _ value: Double) {
      self.name = name
      self.symbol = symbol
      self.value = value
    }
  }

  /// Whether larger arguments give larger values.
  public enum Monotonicity: Sendable, Hashable, CaseIterable {
    /// Always larger ones.
    case increasing
    /// Never smaller ones.
    case nonDecreasing
    /// It falls somewhere.
    case none
  }

  /// How often a function can be differentiated.
  public enum Smoothness: Sendable, Hashable, Comparable, CaseIterable {
    /// It jumps.
    case discontinuous
    /// It is continuous, its slope is not.
    case continuous
    /// Its slope is continuous, its second derivative is not.
    case onceDifferentiable
    /// Its second derivative is continuous, a higher one is not.
    case twiceDifferentiable
    /// As often as one likes.
    case smooth
  }

  /// A number of the graph and where it is taken.
  public struct Extremum: Sendable, Hashable {
    /// The number.
    public var value: Double
    /// Where it is taken.
    public var position: Double

    /// The number `value`, taken at `position`.
    public init(_ value: Double, at position: Double) {
      self.value = value
      self.position = position
    }
  }

  /// How a framework spells an activation.
  public struct Spelling: Sendable, Hashable {
    /// The framework.
    public var framework: Framework
    /// Its name there, with the defaults of its parameters: `nn.LeakyReLU(negative_slope=0.01)`.
    public var code: String

    /// The spelling `code` of `framework`.
    public init(_ framework: Framework, _ code: String) {
      self.framework = framework
      self.code = code
    }
  }

  /// What is known of an activation beyond its values.
  public struct Facts: Sendable, Hashable {
    /// The name in prose: `Leaky ReLU`.
    public var title: String
    /// Whether larger arguments give larger values.
    public var monotonicity: Monotonicity
    /// How often it can be differentiated.
    public var smoothness: Smoothness
    /// Whether f(−x) = −f(x).
    public var isOdd: Bool
    /// The largest |f′|: by no more than that factor do differences grow; ∞ where there is none.
    public var lipschitz: Double
    /// The least value, where one is taken at a single place.
    public var minimum: Extremum?
    /// What `torch.nn.init.calculate_gain` returns, where PyTorch defines it.
    public var torchGain: Double?
    /// How the frameworks spell it, with their defaults.
    public var spellings: [Spelling]
    /// Where it is used.
    public var usedIn: String
    /// The paper or book it comes from.
    public var source: String
    /// What surprises: differing defaults, traps.
    public var notes: [String]

    /// What is known.
    public init(
      _ title: String, _ monotonicity: Monotonicity, _ smoothness: Smoothness, isOdd: Bool = false,
      lipschitz: Double, minimum: Extremum? = nil, torchGain: Double? = nil,
      spellings: [Spelling] = [], usedIn: String = "", source: String, notes: [String] = []
    ) {
      self.title = title
      self.monotonicity = monotonicity
      self.smoothness = smoothness
      self.isOdd = isOdd
      self.lipschitz = lipschitz
      self.minimum = minimum
      self.torchGain = torchGain
      self.spellings = spellings
      self.usedIn = usedIn
      self.source = source
      self.notes = notes
    }
  }
}
