/// The training of a language model: AdamW on the parameters that are not frozen, its rate warmed up and lowered, its
/// gradients clipped.
///
/// Nothing else than `state` decides what a step does to a batch: restored from a checkpoint, a training goes on as if
/// it had not stopped, bit for bit.
public final class LanguageModelTraining {
  /// What may be chosen about a training.
  public struct Settings: Sendable, Hashable {
    /// The largest learning rate.
    public var learningRate: Double
    /// For how many steps the rate rises.
    public var warmUp: Int
    /// Up to which step it falls, along half a cosine, to a tenth; with 0 it does not fall.
    public var fallsUntil: Int
    /// AdamW's λ, for parameters of two axes; biases and norms do not decay.
    public var weightDecay: Double
    /// The norm to which gradients are clipped.
    public var clip: Double

    /// Settings for small models.
    public init(
      learningRate: Double = 3e-3, warmUp: Int = 50, fallsUntil: Int = 0, weightDecay: Double = 0.1,
      clip: Double = 1
    ) {
      self.learningRate = learningRate
      self.warmUp = warmUp
      self.fallsUntil = fallsUntil
      self.weightDecay = weightDecay
      self.clip = clip
    }

    /// The factor of the learning rate at every step.
    public var schedule: LearningRateSchedule {
      fallsUntil > warmUp ? .cosine(warmUp: warmUp, total: fallsUntil) : .warmUp(warmUp)
    }
  }

  /// What is trained.
  public let model: any LanguageModel
  /// How.
  public let settings: Settings
  private let optimizer: Adam

  /// The training of those parameters of `model` that are not frozen.
  public init(_ model: some LanguageModel, _ settings: Settings = Settings()) {
    self.model = model
    self.settings = settings
    optimizer = Adam(
      model.trainableParameters, learningRate: settings.learningRate, betas: (0.9, 0.95),
      weightDecay: settings.weightDecay, decays: \.isMatrix)
  }

  /// How many steps were made.
  public var steps: Int { optimizer.steps }

  /// One step; returns the loss before it.
  @discardableResult
  public func step(on batch: TokenBatch) -> Double {
    optimizer.learningRate = settings.learningRate * settings.schedule(steps)
    return optimizer.descend(clip: settings.clip) { model.loss(batch) }
  }

  /// All parameters of the model, frozen ones too, and what the optimiser remembers.
  public var state: [Parameter] { model.parameters + optimizer.state }
}
