/// What a lesson's block imports: activations, networks, data sets, figures, experiments, and `show(_:)`.
@_exported import Activations
@_exported import DataSets
@_exported import Experiments
@_exported import Figures
@_exported import Neural

/// A tensor that training changes, under its name; what an experiment can be given is `Experiments.Parameter`.
public typealias Parameter = Neural.Parameter
