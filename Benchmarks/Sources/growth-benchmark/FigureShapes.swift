import Figures
import Foundation
import Stopwatch

/// A figure that grows with a number.
struct FigureShape: Sendable {
  /// What grows.
  let name: String
  /// The figure for a number.
  let figure: @Sendable (Int) -> Figure

  init(_ name: String, _ figure: @escaping @Sendable (Int) -> Figure) {
    self.name = name
    self.figure = figure
  }

  init(plot name: String, _ plot: @escaping @Sendable (Int) -> Plot) {
    self.init(name) { .plot(plot($0)) }
  }
}

/// All that is done with a figure between a run and a page.
enum FigureWork: String, CaseIterable {
  case wire, drawing, characters, words, numbers, texts

  func perform(on figure: Figure) throws {
    switch self {
    case .wire: _ = try Figure.decode(figure.encoded())
    case .drawing: _ = figure.svg(id: "a")
    case .characters: _ = figure.ascii(unicode: true)
    case .words: _ = figure.alternativeText()
    case .numbers: _ = figure.dataTable
    case .texts: _ = figure.mapTexts { $0 + "." }
    }
  }
}

extension FigureShape {
  private static let point = Plot(series: [numbers("a", 5)])

  private static func numbers(_ label: String, _ count: Int, _ style: Series.Style = .line) -> Series {
    let xs = (0..<count).map(Double.init)
    let ys = (0..<count).map { Double(($0 * 7919) % 1009) }
    switch style {
    case .line: return .line(label, xs, ys)
    case .points: return .points(label, xs, ys)
    case .bars: return .bars(label, xs, ys)
    case .band: return .band(label, xs, ys, ys.map { $0 + 1 })
    case .area: return .area(label, xs, ys)
    case .step: return .step(label, xs, ys)
    case .stem: return .stem(label, xs, ys)
    }
  }

  private static func grid(_ count: Int) -> Grid {
    let side = max(2, Int(Double(count).squareRoot()))
    return Grid(rows: (0..<side).map { row in (0..<side).map { Double(($0 * 31 + row * 17) % 101) } })
  }

  /// Plots of all kinds.
  static let plots =
    Series.Style.allCases.map { style in
      FigureShape(plot: "points of a series, \(style)") { Plot(series: [numbers("a", $0, style)]) }
    } + [
      FigureShape(plot: "series") { n in Plot(series: (0..<n).map { numbers("series \($0)", 5) }) },
      FigureShape(plot: "series of points") { n in
        Plot(series: (0..<n).map { numbers("series \($0)", 5, .points) })
      },
      FigureShape(plot: "series of bars") { n in Plot(series: (0..<n).map { numbers("s\($0)", 5, .bars) }) },
      FigureShape(plot: "series with arguments of their own") { n in
        Plot(series: (0..<n).map { .line("s\($0)", [Double($0), Double($0) + 1], [0, 1]) })
      },
      FigureShape(plot: "bands") { n in Plot(series: (0..<n).map { numbers("s\($0)", 5, .band) }) },
      FigureShape(plot: "categories") { n in
        Plot(series: [numbers("a", n, .bars)], x: Axis("x", categories: (0..<n).map { "name \($0)" }))
      },
      FigureShape(plot: "categories beside the plane") { n in
        Plot(series: [numbers("a", 5)], y: Axis("y", categories: (0..<n).map { "name \($0)" }))
      },
      FigureShape(plot: "marks") { n in
        Plot(series: [numbers("a", n)], marks: (0..<n).map { .vertical(at: Double($0), "mark \($0)") })
      },
      FigureShape(plot: "horizontal marks") { n in
        Plot(series: [numbers("a", n)], marks: (0..<n).map { .horizontal(at: Double($0), "m \($0)") })
      },
      FigureShape(plot: "annotations") { n in
        Plot(
          series: [numbers("a", 20)],
          annotations: (0..<n).map { Annotation("note \($0)", x: Double($0 % 20), y: Double($0 % 1000)) })
      },
      FigureShape(plot: "annotations of many points") { n in
        Plot(
          series: [numbers("a", n, .points)],
          annotations: (0..<n).map { Annotation("note \($0)", x: Double($0), y: Double($0 % 1000)) })
      },
      FigureShape(plot: "a long title") { Plot(title: repeated("word ", $0), series: point.series) },
      FigureShape(plot: "a title of one word") { Plot(title: repeated("word", $0), series: point.series) },
      FigureShape(plot: "a title of ideographs") { Plot(title: repeated("激活", $0), series: point.series) },
      FigureShape(plot: "a long name of an axis") { n in
        Plot(series: point.series, x: Axis(repeated("word ", n)), y: Axis(repeated("word ", n)))
      },
      FigureShape(plot: "a long entry of a legend") { n in
        Plot(series: [numbers(repeated("word ", n), 5), numbers("b", 5)])
      },
      FigureShape(plot: "a long annotation") { n in
        Plot(series: point.series, annotations: [Annotation(repeated("word ", n), x: 1, y: 1)])
      },
      FigureShape(plot: "a long mark") { n in
        Plot(series: point.series, marks: [.vertical(at: 1, repeated("word ", n))])
      },
      FigureShape(plot: "a long category") { n in
        Plot(series: point.series, x: Axis(categories: [repeated("word ", n), "b", "c", "d", "e"]))
      },
    ]

  /// Fields, groups, images, diagrams, tables and texts.
  static let others = [
    FigureShape(plot: "cells of a heat map") { Plot(layers: [.heatMap(HeatMap(grid($0)))]) },
    FigureShape(plot: "cells of a matrix") { n in
      let side = max(1, Int(Double(n).squareRoot()))
      return .matrix((0..<side).map { row in (0..<side).map { Double($0 * row) } })
    },
    FigureShape(plot: "cells of contours") { Plot(layers: [.contour(Contour(grid($0)))]) },
    FigureShape(plot: "levels of contours") { n in
      Plot(layers: [.contour(Contour(grid(400), levels: (0..<n).map { Double($0) / 10 }))])
    },
    FigureShape(plot: "arrows of a field") { n in
      Plot(layers: [.vectorField(VectorField(dx: grid(n), dy: grid(n)))])
    },
    FigureShape(plot: "layers") { n in
      Plot(layers: (0..<n).map { .contour(Contour(grid(9), label: "layer \($0)")) })
    },
    FigureShape("panels") { n in .smallMultiples(SmallMultiples(panels: Array(repeating: point, count: n))) },
    FigureShape("panels with titles") { n in
      let panels = (0..<n).map { Plot(title: "panel \($0)", series: [numbers("series \($0)", 5)]) }
      return .smallMultiples(SmallMultiples(title: "All", panels: panels))
    },
    FigureShape("panels with axes of their own") { n in
      let panels = Array(repeating: point, count: n)
      return .smallMultiples(SmallMultiples(panels: panels, sharesX: false, sharesY: false))
    },
    FigureShape("panels of heat maps") { n in
      let panel = Plot(layers: [.heatMap(HeatMap(grid(9)))])
      return .smallMultiples(SmallMultiples(panels: Array(repeating: panel, count: n)))
    },
    FigureShape("members of a group") { n in .group(Array(repeating: .plot(point), count: n)) },
    FigureShape("images") { n in
      .imageGrid(
        ImageGrid(images: (0..<n).map { .init(width: 2, pixels: [0, 1, 2, 3], caption: "image \($0)") }))
    },
    FigureShape("pixels of an image") { n in
      let side = max(1, Int(Double(n).squareRoot()))
      let pixels = (0..<side * side).map { UInt8(truncatingIfNeeded: $0) }
      return .imageGrid(ImageGrid(images: [.init(width: side, pixels: pixels)]))
    },
    FigureShape("boxes of a diagram") { n in
      .diagram(Diagram(nodes: (0..<n).map { .init("box \($0)") }, edges: []))
    },
    FigureShape("a chain in a diagram") { n in
      .diagram(
        Diagram(
          nodes: (0..<n).map { .init("box \($0)") }, edges: (0..<max(0, n - 1)).map { .init($0, $0 + 1) }))
    },
    FigureShape("arrows of a diagram") { n in
      .diagram(
        Diagram(
          nodes: (0..<20).map { .init("box \($0)") },
          edges: (0..<n).map { .init($0 % 10, 10 + ($0 * 7) % 10, "label \($0)") }))
    },
    FigureShape("arrows over many layers") { n in
      .diagram(
        Diagram(nodes: (0..<n).map { .init("box \($0)") }, edges: (1..<max(2, n)).map { .init(0, $0 % n) }))
    },
    FigureShape("a long label in a diagram") { n in
      .diagram(Diagram(nodes: [.init(repeated("word ", n))], edges: []))
    },
    FigureShape("rows of a shown table") { n in
      .table(Table(["a", "b"], rows: (0..<n).map { ["\($0)", "b"] }))
    },
    FigureShape("columns of a shown table") { n in
      .table(Table((0..<n).map { "c\($0)" }, rows: [(0..<n).map { "\($0)" }]))
    },
    FigureShape("a long cell of a shown table") { n in .table(Table(["a"], rows: [[repeated("word ", n)]])) },
    FigureShape("lines of a shown text") { .text(lines($0) { "line \($0)" }) },
  ]

  /// The shape's growth in one kind of work.
  func shape(_ work: FigureWork) -> Shape {
    Shape("figure: \(name), \(work)", from: 50, to: 100_000) { size in
      let figure = figure(size)
      let start = processorTime()
      try work.perform(on: figure)
      return processorTime() - start
    }
  }
}

/// The processor time of this process so far, in seconds.
private func processorTime() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
