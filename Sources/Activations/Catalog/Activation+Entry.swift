extension Activation {
  /// This activation with what else the catalogue knows of it.
  ///
  /// `jet` and `complex` are the formula on these numbers; one with kinks has no `complex`. `kernel` computes arrays
  /// of floats.
  func cataloged(
    as facts: Facts, parameters: [Parameter] = [], jet: @escaping (Jet) -> Jet,
    complex: ((Complex) -> Complex)? = nil, kernel: Kernel? = nil
  ) -> Activation {
    var entry = self
    entry.facts = facts
    entry.parameters = parameters
    entry.jet = jet
    entry.complex = complex
    entry.kernel = kernel
    return entry
  }

  /// This activation under another name.
  func renamed(_ name: String) -> Activation {
    var entry = self
    entry.name = name
    return entry
  }
}
