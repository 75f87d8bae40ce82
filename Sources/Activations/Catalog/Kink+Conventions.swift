extension [Kink.Convention] {
  /// What the frameworks return, each as value and slope.
  static func recorded(
    pyTorch: (Double, Double?), jax: (Double, Double?), keras: (Double, Double?)? = nil
  ) -> [Kink.Convention] {
    var conventions = [
      Kink.Convention(.pyTorch, pyTorch.0, pyTorch.1), Kink.Convention(.jax, jax.0, jax.1),
    ]
    if let keras { conventions.append(Kink.Convention(.keras, keras.0, keras.1)) }
    return conventions
  }

  /// The same value and slope in every framework.
  static func everywhere(_ value: Double, _ slope: Double) -> [Kink.Convention] {
    recorded(pyTorch: (value, slope), jax: (value, slope), keras: (value, slope))
  }
}
