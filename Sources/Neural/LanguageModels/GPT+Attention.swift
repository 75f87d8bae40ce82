extension GPT {
  /// Where every position of a text looks, layer by layer: [heads, tokens, tokens].
  ///
  /// Row i of a head holds the shares of the tokens 0…i, which sum to 1; the rest is 0.
  public func attentionShares(_ text: [Int]) -> [Tensor] {
    withoutGradients {
      var stream = tokens([text]) + positions(Array(text.indices))
      return blocks.map { block in
        let x = block.attentionNorm(stream)
        let (query, key) = (block.attention.query(x), block.attention.key(x))
        stream = block(stream)
        return .causalAttentionShares(query: query, key: key, heads: configuration.heads)
          .reshaped([configuration.heads, text.count, text.count])
      }
    }
  }
}
