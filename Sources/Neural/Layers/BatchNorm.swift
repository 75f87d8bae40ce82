/// gain∘(x − mean)/√(variance + ε) + bias for every channel, over the batch and the places (Ioffe and Szegedy 2015).
///
/// While training, mean and variance are the batch's; afterwards they are the running ones.
public final class BatchNorm2d: Layer {
  /// [channels], ones at the start.
  public let gain: Tensor
  /// [channels], zeros at the start.
  public let bias: Tensor
  /// The running mean, [channels].
  public let runningMean: Tensor
  /// The running variance, [channels], with the denominator n − 1.
  public let runningVariance: Tensor
  /// What keeps the denominator away from 0.
  public let epsilon: Double
  /// How much of the running numbers a batch replaces.
  public let momentum: Double
  /// Whether the batch's numbers are used.
  public var isTraining = true

  /// For images of `channels` channels.
  public init(_ channels: Int, epsilon: Double = 1e-5, momentum: Double = 0.1, dtype: DType = .float32) {
    gain = Tensor.ones([channels], dtype: dtype).requiringGradient()
    bias = Tensor.zeros([channels], dtype: dtype).requiringGradient()
    runningMean = .zeros([channels], dtype: dtype)
    runningVariance = .ones([channels], dtype: dtype)
    self.epsilon = epsilon
    self.momentum = momentum
  }

  /// [batch, channels, height, width] → the same shape.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    require(
      x.rank == 4 && x.shape[1] == gain.count,
      "a normalization of \(gain.count) channels needs [batch, channels, height, width], not \(x.shape)")
    let perChannel = [gain.count, 1, 1]
    let (mean, variance) = isTraining ? batchMoments(x) : (runningMean, runningVariance)
    let scale = gain / (variance + epsilon).squareRoot()
    return (x - mean.reshaped(perChannel)) * scale.reshaped(perChannel) + bias.reshaped(perChannel)
  }

  /// weight, bias, running_mean and running_var: PyTorch's names; the last two need no gradients.
  public var parameters: [Parameter] {
    [
      Parameter("weight", gain), Parameter("bias", bias), Parameter("running_mean", runningMean),
      Parameter("running_var", runningVariance),
    ]
  }

  /// Sets `isTraining`.
  public func setTraining(_ isTraining: Bool) { self.isTraining = isTraining }

  private func batchMoments(_ x: Tensor) -> (mean: Tensor, variance: Tensor) {
    let count = Double(x.count / gain.count)
    func mean(_ x: Tensor) -> Tensor {
      x.reshaped([x.shape[0], gain.count, -1]).sum(axis: 2).sum(axis: 0) / count
    }
    let average = mean(x)
    let variance = mean((x - average.reshaped([gain.count, 1, 1])).pow(2))
    withoutGradients {
      runningMean.copyValues(of: (1 - momentum) * runningMean + momentum * average)
      let unbiased = variance * (count / max(count - 1, 1))
      runningVariance.copyValues(of: (1 - momentum) * runningVariance + momentum * unbiased)
    }
    return (average, variance)
  }
}
