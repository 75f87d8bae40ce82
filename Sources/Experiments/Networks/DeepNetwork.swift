import Activations
import Neural

/// A deep network at its start: layers of equal width, all alike.
///
///     a ← W·N(h) + b        h ← f(a), or h + f(a) with residual connections
///
/// with the first layer's input for h at the beginning, and N a normalization or nothing.
struct DeepNetwork {
  /// What stands before the weights of each layer.
  enum Normalization: String, CaseIterable {
    case none, layerNorm = "layer-norm", rmsNorm = "rms-norm", dynamicTanh = "dynamic-tanh"

    func layer(_ width: Int) -> (any Layer)? {
      switch self {
      case .none: nil
      case .layerNorm: LayerNorm(width, dtype: .float64)
      case .rmsNorm: RMSNorm(width, dtype: .float64)
      case .dynamicTanh: DynamicTanh(width, dtype: .float64)
      }
    }
  }

  /// How weights are drawn, by the words that lessons use.
  enum Start: String, CaseIterable {
    case xavier, he, lecun, matched, orthogonal, pytorch

    func initialization(for activation: Activation) -> Initialization {
      switch self {
      case .xavier: .xavierNormal()
      case .he: .kaimingNormal()
      case .lecun: .lecunNormal
      case .matched: .kaimingNormal(gain: Self.finite(activation.forwardGain))
      case .orthogonal: .orthogonal()
      case .pytorch: .uniformByFanIn
      }
    }

    private static func finite(_ gain: Double) -> Double { gain.isFinite ? gain : 1 }
  }

  let activation: Activation
  private let layers: [Linear]
  private let normalization: (any Layer)?
  private let hasResiduals: Bool

  init(
    _ activation: Activation, depth: Int, width: Int, start: Start, normalization: Normalization = .none,
    hasResiduals: Bool = false, using generator: inout SeededGenerator
  ) {
    self.activation = activation
    let initialization = start.initialization(for: activation)
    layers = (0..<depth).map { _ in
      Linear(width, width, initialization: initialization, dtype: .float64, using: &generator)
    }
    self.normalization = normalization.layer(width)
    self.hasResiduals = hasResiduals
  }

  /// The sums a and the outputs h of every layer.
  func trace(_ x: Tensor) -> (sums: [Tensor], outputs: [Tensor]) {
    var (h, sums, outputs) = (x, [Tensor](), [Tensor]())
    for layer in layers {
      let sum = layer(normalization?(h) ?? h).keepingGradient()
      h = hasResiduals ? h + sum.map(activation) : sum.map(activation)
      sums.append(sum)
      outputs.append(h)
    }
    return (sums, outputs)
  }
}

extension Parameter {
  /// How the weights of a deep network are drawn.
  static let starts =
    "xavier: normal with variance 1/width; he: twice that; lecun: the same as xavier where all layers are equally"
    + " wide; matched: 1/E f² times it; orthogonal: a rotation; pytorch: uniform within ±1/√width, with such biases."

  /// What stands before the weights of each layer.
  static let normalization = Parameter(
    "normalization", .choice(DeepNetwork.Normalization.allCases.map(\.rawValue)), default: "none",
    "What the numbers go through before the weights of each layer.")

  /// Whether layers add to what they receive.
  static let residual = Parameter(
    "residual", .flag, default: false, "Whether each layer adds its output to its input.")
}

extension ExperimentParameters {
  var normalization: DeepNetwork.Normalization { .init(rawValue: text("normalization")) ?? .none }
}
