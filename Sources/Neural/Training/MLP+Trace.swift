extension MLP {
  /// What a perceptron computes on the way, layer by layer.
  public struct Trace {
    /// The sums of each layer, before the activation; the last are the outputs.
    ///
    /// After `backward()` their `gradient` is there too, unlike that of other computed tensors.
    public let sums: [Tensor]
    /// What the activation makes of the sums of each layer but the last.
    public let activations: [Tensor]

    /// The last layer's sums.
    public var output: Tensor { sums[sums.count - 1] }
  }

  /// Computes as the perceptron does, and keeps all that comes up.
  public func trace(_ x: Tensor) -> Trace {
    var sums = [layers[0](x).keepingGradient()]
    var activations: [Tensor] = []
    for layer in layers.dropFirst() {
      activations.append(sums[sums.count - 1].map(activation))
      sums.append(layer(activations[activations.count - 1]).keepingGradient())
    }
    return Trace(sums: sums, activations: activations)
  }
}
