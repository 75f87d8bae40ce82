extension Scalar {
  /// c′ = f·c + i·g and h′ = o·tanh c′, with i, f, o = σ of their sums and g = tanh of its.
  static func lstm(
    _ gates: Output, _ cell: Input, _ nextCell: Output, _ nextHidden: Output, _ rows: Int, _ width: Int
  ) {
    for r in 0..<rows {
      let row = gates + 4 * r * width
      for j in 0..<width {
        let (i, f) = (logistic(row[j]), logistic(row[width + j]))
        let (g, o) = (hyperbolicTangent(row[2 * width + j]), logistic(row[3 * width + j]))
        (row[j], row[width + j], row[2 * width + j], row[3 * width + j]) = (i, f, g, o)
        let c = f * cell[r * width + j] + i * g
        nextCell[r * width + j] = c
        nextHidden[r * width + j] = o * hyperbolicTangent(c)
      }
    }
  }

  static func lstmPullback(
    _ gates: Input, _ cell: Input, _ nextCell: Input, _ dhidden: Input, _ dcell: Output, _ dgates: Output,
    _ rows: Int, _ width: Int
  ) {
    for r in 0..<rows {
      let (row, drow) = (gates + 4 * r * width, dgates + 4 * r * width)
      for j in 0..<width {
        let at = r * width + j
        let (i, f, g, o) = (row[j], row[width + j], row[2 * width + j], row[3 * width + j])
        let squashed = hyperbolicTangent(nextCell[at])
        let dc = dcell[at] + dhidden[at] * o * (1 - squashed * squashed)
        drow[j] = dc * g * i * (1 - i)
        drow[width + j] = dc * cell[at] * f * (1 - f)
        drow[2 * width + j] = dc * i * (1 - g * g)
        drow[3 * width + j] = dhidden[at] * squashed * o * (1 - o)
        dcell[at] = dc * f
      }
    }
  }

  /// h′ = (1 − z)·n + z·h, with r, z = σ of both sums and n = tanh(the input's + r·the state's).
  static func gru(
    _ gates: Output, _ recurrent: Input, _ hidden: Input, _ nextHidden: Output, _ rows: Int, _ width: Int
  ) {
    for q in 0..<rows {
      let (row, memory) = (gates + 3 * q * width, recurrent + 3 * q * width)
      for j in 0..<width {
        let r = logistic(row[j] + memory[j])
        let z = logistic(row[width + j] + memory[width + j])
        let n = hyperbolicTangent(row[2 * width + j] + r * memory[2 * width + j])
        (row[j], row[width + j], row[2 * width + j]) = (r, z, n)
        nextHidden[q * width + j] = (1 - z) * n + z * hidden[q * width + j]
      }
    }
  }

  static func gruPullback(
    _ gates: Input, _ recurrent: Input, _ hidden: Input, _ dhidden: Output, _ dgates: Output,
    _ drecurrent: Output, _ rows: Int, _ width: Int
  ) {
    for q in 0..<rows {
      let base = 3 * q * width
      for j in 0..<width {
        let (r, z, n) = (gates[base + j], gates[base + width + j], gates[base + 2 * width + j])
        let dh = dhidden[q * width + j]
        let dn = dh * (1 - z) * (1 - n * n)
        dgates[base + j] = dn * recurrent[base + 2 * width + j] * r * (1 - r)
        dgates[base + width + j] = dh * (hidden[q * width + j] - n) * z * (1 - z)
        dgates[base + 2 * width + j] = dn
        drecurrent[base + j] = dgates[base + j]
        drecurrent[base + width + j] = dgates[base + width + j]
        drecurrent[base + 2 * width + j] = dn * r
        dhidden[q * width + j] = dh * z
      }
    }
  }
}
