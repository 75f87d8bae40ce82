/// a·x in two doubles, or, where that is too large to matter, infinite or NaN, in one.
func scaled(_ x: Double, by factor: Double) -> Pair {
  let product = factor * x
  return product.magnitude < 1e5 ? Pair.product(factor, x) : Pair(product)
}
