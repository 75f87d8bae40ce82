extension GPT.Configuration {
  /// How many numbers a GPT of these sizes learns: 12·L·d² + 13·L·d + (V + T)·d + 2·d.
  ///
  /// A block has 4d² weights in its attention, 8d² in its perceptron, 9d biases and 4d numbers in its norms; the
  /// embedding of V tokens is the output layer too.
  public var parameterCount: Int {
    let block = 12 * width * width + 13 * width
    return layers * block + (vocabulary + context) * width + 2 * width
  }

  /// About how many multiplications and additions training on so many tokens takes: 6·N·D (Kaplan and others 2020).
  ///
  /// Two a weight and token forwards, four backwards; attention over the context comes on top.
  public func trainingOperations(tokens: Double) -> Double { 6 * Double(parameterCount) * tokens }

  /// The smallest GPT-2 (Radford and others 2019).
  public static var gpt2: GPT.Configuration {
    GPT.Configuration(vocabulary: 50_257, context: 1024, layers: 12, heads: 12, width: 768)
  }

  /// GPT-3 (Brown and others 2020), its largest size.
  public static var gpt3: GPT.Configuration {
    GPT.Configuration(vocabulary: 50_257, context: 2048, layers: 96, heads: 96, width: 12_288)
  }
}
