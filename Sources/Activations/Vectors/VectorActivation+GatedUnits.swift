extension VectorActivation {
  /// v·g(u) for the two halves of the inputs.
  public init(_ unit: GatedUnit, facts: Facts? = nil) {
    let inputs = unit.order == .valueFirst ? "(v, u)" : "(u, v)"
    self.init(
      unit.name, formula: inputs + #" \mapsto v \odot g(u), \quad g(x) = "# + unit.activation.formula,
      vjpFormula: #"\bigl(w \odot g(u),\ w \odot v \odot g'(u)\bigr)"#,
      function: { unit($0) }, pullback: { unit.vjp(at: $0, cotangent: $1) }, facts: facts)
  }

  /// v·σ(u), the value first.
  public static let glu = VectorActivation(
    .glu,
    facts: Facts(
      "GLU",
      spellings: [
        Activation.Spelling(.pyTorch, "nn.GLU(dim=-1)"), Activation.Spelling(.jax, "jax.nn.glu(axis=-1)"),
        Activation.Spelling(.keras, "activations.glu(axis=-1)"),
      ],
      usedIn: "gated convolutional language models, WaveNet, Conformer",
      source: """
        Dauphin, Fan, Auli & Grangier 2017, Language modeling with gated convolutional networks, ICML
        """,
      notes: ["All three frameworks take the first half as the value and the second as the gate."]))

  /// v·u.
  public static let bilinear = VectorActivation(
    .bilinear, facts: Facts("Bilinear gate", usedIn: "the study of GLU variants", source: variants))

  /// v·max(0, u).
  public static let reGLU = VectorActivation(
    .reGLU, facts: Facts("ReGLU", usedIn: "the study of GLU variants", source: variants))

  /// v·gelu(u), with the exact GELU.
  public static let geGLU = VectorActivation(
    .geGLU,
    facts: Facts(
      "GEGLU", usedIn: "the attention blocks of Stable Diffusion", source: variants,
      notes: ["T5 v1.1 and Gemma take the approximation through tanh instead, here geGLUTanh."]))

  /// v·gelu(u), with the approximation through tanh.
  public static let geGLUTanh = VectorActivation(
    .geGLUTanh, facts: Facts("GEGLU (tanh)", usedIn: "T5 v1.1, Gemma", source: variants))

  /// v·silu(u).
  public static let swiGLU = VectorActivation(
    .swiGLU,
    facts: Facts(
      "SwiGLU", usedIn: "PaLM, LLaMA 1–3, Mistral, Qwen, DeepSeek", source: variants,
      notes: [
        "The papers write the gate first, (silu(xW) ⊙ xV)W₂; `order` chooses.",
        "With a third matrix the hidden layer shrinks to 8d/3, so that the parameters stay the same.",
      ]))

  private static let variants = "Shazeer 2020, GLU variants improve transformer, arXiv:2002.05202"
}
