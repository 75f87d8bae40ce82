extension Experiment {
  /// Every experiment of the course.
  public static let catalog: [Experiment] = [derivativeCheck, activationGallery]

  /// The experiment of this name.
  public static func named(_ name: String) -> Experiment? {
    catalog.first { $0.name == name }
  }

  /// "did you mean …?" for a name that is none, if one is near.
  public static func suggestion(for name: String) -> String? {
    nearest(to: name, among: catalog.map(\.name))
  }
}
