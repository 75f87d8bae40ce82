extension Experiment {
  /// Every experiment of the course.
  public static let catalog: [Experiment] = [
    activationGallery,
    activationCard,
    compareActivations,
    saturation,
    gain,
    precision,
    derivativeCheck,
    derivativeSweep,
    plantedBugLab,
    kinkLab,
    conventionTable,
    closedLoop,
    limitCycle,
    gradientThroughTime,
    delayedRecall,
    gradientClipping,
    hopfield,
    linearCollapse,
    nonlinearity,
    backpropagationTrace,
    depthGradients,
    activationStatistics,
    learningRate,
    optimizers,
    deadUnits,
    activationShootOut,
    gptPretraining,
    sampling,
    attentionMaps,
    scaling,
    fineTuning,
    modelSize,
    featureMaps,
    imageClassification,
    stepsToError,
    textClassification,
    expressionTrees,
    dateTranslation,
    spokenDigits,
  ]

  /// The experiment of this name.
  public static func named(_ name: String) -> Experiment? {
    catalog.first { $0.name == name }
  }
}
