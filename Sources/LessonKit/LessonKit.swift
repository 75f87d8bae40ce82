/// What a lesson's block imports: the activations, the figures, the experiments, and `show(_:)`.
@_exported import Activations
@_exported import Experiments
@_exported import Figures
