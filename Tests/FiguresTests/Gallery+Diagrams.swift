import Figures

// The diagrams of the gallery.

let transformerBlock: Diagram = {
  var diagram = Diagram(title: "A transformer block")
  let x = diagram.add("x", note: "128 × 768", shape: .plain)
  let norm1 = diagram.add("LayerNorm")
  let attention = diagram.add("Attention", note: "12 heads")
  let add1 = diagram.add("+", shape: .circle)
  let norm2 = diagram.add("LayerNorm")
  let mlp = diagram.add("MLP", note: "768 → 3072 → 768")
  let add2 = diagram.add("+", shape: .circle)
  let y = diagram.add("y", shape: .plain)
  for (a, b) in [
    (x, norm1), (norm1, attention), (attention, add1), (add1, norm2), (norm2, mlp), (mlp, add2), (add2, y),
  ] {
    diagram.connect(a, b)
  }
  diagram.connect(x, add1, "residual")
  diagram.connect(add1, add2, "residual")
  return diagram
}()

let network = Diagram.network(
  [3, 5, 5, 2], names: ["x", "h", "h", "y"], title: "A network with two hidden layers")

let feedback: Diagram = {
  var diagram = Diagram(title: "A feedback network")
  let x = diagram.add("x", shape: .plain)
  let sum = diagram.add("+", shape: .circle)
  let f = diagram.add("tanh")
  let y = diagram.add("y", shape: .plain)
  diagram.connect(x, sum, "W")
  diagram.connect(sum, f)
  diagram.connect(f, y)
  diagram.connect(f, sum, "U, one step later", isDashed: true)
  return diagram
}()

let chain = Diagram.chain(
  .init("x", note: "784", shape: .plain), .init("Linear", note: "784 → 128"), .init("GELU"),
  .init("Linear", note: "128 → 10"), .init("ŷ", shape: .plain))
