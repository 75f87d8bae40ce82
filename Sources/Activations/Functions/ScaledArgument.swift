/// a·x in two doubles; in one where it is infinite, NaN, or so large that no function here looks at it closely.
func scaledArgument(_ x: Double, by a: Double) -> Pair {
  let product = a * x
  return product.magnitude < 1e5 ? Pair.product(a, x) : Pair(product)
}
