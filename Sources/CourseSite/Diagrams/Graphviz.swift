import CGraphviz
import Synchronization

/// Graphviz's `dot`, in this process: a graph in the DOT language in, positions out.
enum Graphviz {
  /// Positions as Graphviz writes them: points of 1/72 inch, y upwards.
  struct Layout: Sendable {
    /// The bounding box of the drawing.
    var box = ""
    /// Centres of nodes, by name.
    var nodes: [String: String] = [:]
    /// Splines and centres of labels of edges, by their attribute `id`.
    var edges: [String: (spline: String, label: String)] = [:]
    /// Boxes and centres of labels of clusters, by name.
    var clusters: [String: (box: String, label: String)] = [:]
  }

  private struct Context {
    var pointer: OpaquePointer?
  }

  /// Graphviz keeps state of its own in global variables, so one thread at a time.
  private static let context = Mutex(Context())

  static func layout(_ dot: String) -> Result<Layout, DiagramError> {
    context.withLock { context in
      agseterr(AGMAX)  // keeps its warnings off our standard error; aglasterr still has the last one
      if context.pointer == nil { context.pointer = gvContext() }
      guard let graph = agmemread(dot) else { return .failure(.layout(lastWords)) }
      defer { agclose(graph) }
      guard gvLayout(context.pointer, graph, "dot") == 0 else { return .failure(.layout(lastWords)) }
      defer { gvFreeLayout(context.pointer, graph) }
      attach_attrs(graph)
      return .success(read(graph))
    }
  }

  private static var lastWords: String {
    guard let words = aglasterr() else { return "it gives no reason" }
    return String(cString: words).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func read(_ graph: UnsafeMutablePointer<Agraph_t>) -> Layout {
    var layout = Layout()
    layout.box = attribute("bb", of: graph)
    var node = agfstnode(graph)
    while let current = node {
      layout.nodes[String(cString: agnameof(current))] = attribute("pos", of: current)
      var edge = agfstout(graph, current)
      while let link = edge {
        layout.edges[attribute("id", of: link)] = (attribute("pos", of: link), attribute("lp", of: link))
        edge = agnxtout(graph, link)
      }
      node = agnxtnode(graph, current)
    }
    readClusters(of: graph, into: &layout)
    return layout
  }

  private static func readClusters(of graph: UnsafeMutablePointer<Agraph_t>, into layout: inout Layout) {
    var cluster = agfstsubg(graph)
    while let current = cluster {
      let name = String(cString: agnameof(current))
      layout.clusters[name] = (attribute("bb", of: current), attribute("lp", of: current))
      readClusters(of: current, into: &layout)
      cluster = agnxtsubg(current)
    }
  }

  private static func attribute(_ name: String, of object: UnsafeMutableRawPointer) -> String {
    graphviz_attribute(object, name).map { String(cString: $0) } ?? ""
  }
}
