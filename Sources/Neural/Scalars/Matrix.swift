/// Numbers in memory, seen as a matrix: row i, column j is `numbers[i * rowStep + j * columnStep]`.
struct Matrix<S: Scalar> {
  let numbers: UnsafePointer<S>
  let rowStep: Int
  let columnStep: Int

  /// Rows that lie `rowStep` apart; with a step of 0, one row over and over.
  init(_ numbers: UnsafePointer<S>, rowStep: Int, columnStep: Int = 1) {
    self.numbers = numbers
    self.rowStep = rowStep
    self.columnStep = columnStep
  }

  /// The same numbers with rows for columns.
  var transposed: Matrix { Matrix(numbers, rowStep: columnStep, columnStep: rowStep) }
}

/// The sizes of a product: [m, k]·[k, n] → [m, n].
struct ProductSizes {
  var m: Int
  var n: Int
  var k: Int

  init(_ m: Int, _ n: Int, _ k: Int) { (self.m, self.n, self.k) = (m, n, k) }
}
