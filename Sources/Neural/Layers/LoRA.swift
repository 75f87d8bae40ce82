/// A change of few ranks to a linear layer: (α/r)·x·Aᵀ·Bᵀ (Hu and others 2022).
///
/// B starts at 0, so the layer starts as it was.
public struct LoRA: Layer {
  /// A: [rank, inputs].
  public let down: Tensor
  /// B: [outputs, rank].
  public let up: Tensor
  /// α/r.
  public let scale: Double

  /// An adapter of `rank` r for a layer from `inputs` to `outputs` numbers.
  public init(
    _ inputs: Int, _ outputs: Int, rank: Int, alpha: Double, dtype: DType = .float32,
    using generator: inout SeededGenerator
  ) {
    require(rank > 0, "an adapter of rank \(rank) changes nothing")
    down = Initialization.uniformByFanIn(
      [rank, inputs], fanIn: inputs, fanOut: rank, dtype: dtype, using: &generator
    )
    .requiringGradient()
    up = Tensor.zeros([outputs, rank], dtype: dtype).requiringGradient()
    scale = alpha / Double(rank)
  }

  /// [batch…, inputs] → [batch…, outputs].
  public func callAsFunction(_ x: Tensor) -> Tensor {
    scale * x.matmul(down, transposingRight: true).matmul(up, transposingRight: true)
  }

  /// The change of the layer's weights: (α/r)·B·A.
  public var change: Tensor { scale * up.matmul(down) }

  /// lora_A and lora_B: the names of the authors' code.
  public var parameters: [Parameter] { [Parameter("lora_A", down), Parameter("lora_B", up)] }
}

extension Linear {
  /// Adds an adapter, which is trained from now on, while the layer's own parameters are not.
  ///
  /// Neither are they in the layer's copies, which share them.
  public mutating func adapt(rank: Int, alpha: Double, using generator: inout SeededGenerator) {
    freeze()
    adapter = LoRA(
      weight.shape[1], weight.shape[0], rank: rank, alpha: alpha, dtype: weight.dtype, using: &generator)
  }

  /// The same layer with the adapter's change in its weights.
  public var merged: Linear {
    guard let adapter else { return self }
    let sum = withoutGradients { weight + adapter.change }
    return Linear(weight: sum.requiringGradient(), bias: bias)
  }
}

extension GPT {
  /// Adds adapters to some layers of every block: `[\.attention.query, \.attention.value]`, as in the paper.
  ///
  /// All other parameters are frozen.
  public mutating func adapt(
    _ layers: [WritableKeyPath<TransformerBlock, Linear>], rank: Int, alpha: Double,
    using generator: inout SeededGenerator
  ) {
    freeze()
    for i in blocks.indices {
      for layer in layers { blocks[i][keyPath: layer].adapt(rank: rank, alpha: alpha, using: &generator) }
    }
  }

  /// The same model with the changes of all adapters in its weights.
  public var merged: GPT {
    var copy = self
    for i in blocks.indices {
      for layer in TransformerBlock.linearLayers {
        copy.blocks[i][keyPath: layer] = blocks[i][keyPath: layer].merged
      }
    }
    return copy
  }
}

extension TransformerBlock {
  /// The linear layers of a block: all that can be adapted.
  public static var linearLayers: [WritableKeyPath<TransformerBlock, Linear>] {
    [
      \.attention.query, \.attention.key, \.attention.value, \.attention.projection, \.expansion,
      \.contraction,
    ]
  }
}
