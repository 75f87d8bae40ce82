import Foundation
import LessonKit
import Testing

private struct Pair { var a = 1; var b = "x" }

@Suite struct ValueTextTests {
  @Test func `values print as Swift prints them`() {
    #expect(text(of: 1.0) == "1.0" && text(of: 0.1 + 0.2) == "0.30000000000000004" && text(of: 3) == "3")
    #expect(text(of: "plain") == "plain" && text(of: true) == "true" && text(of: Float(0.5)) == "0.5")
    #expect(
      text(of: [1.0, 2.5]) == "[1.0, 2.5]" && text(of: ["a", "b"]) == #"["a", "b"]"#
        && text(of: [Int]()) == "[]")
    #expect(text(of: (1, "a", x: 2.0)) == #"(1, "a", x: 2.0)"#)
    #expect(text(of: Pair()) == #"Pair(a: 1, b: "x")"#)
    #expect(text(of: 1...3) == "1...3")
  }

  @Test func `optionals print what they hold`() {
    #expect(text(of: Optional(3) as Any) == "3" && text(of: Int?.none as Any) == "nil")
    #expect(text(of: [1, nil, 3] as [Int?]) == "[1, nil, 3]")
  }

  @Test func `dictionaries and sets print in order`() {
    #expect(text(of: ["b": 1, "a": 2]) == #"["a": 2, "b": 1]"#)
    #expect(text(of: [10: "x", 2: "y", 1: "z"]) == #"[1: "z", 2: "y", 10: "x"]"#)
    #expect(text(of: Set([3.5, -1, 10])) == "[-1.0, 3.5, 10.0]")
    #expect(text(of: [["b": 1, "a": 2]]) == #"[["a": 2, "b": 1]]"# && text(of: [String: Int]()) == "[:]")
  }

  @Test func `rows of numbers print with their columns aligned`() {
    #expect(text(of: [[1.0, -2.5], [10.0, 3.0]]) == "[ 1.0, -2.5]\n[10.0,  3.0]")
    #expect(text(of: [[1, 2], [3]]) == "[[1, 2], [3]]")
  }

  @Test func `a long list is cut and says how long it is`() {
    #expect(text(of: Array(0..<2000)).hasSuffix("999, … (2000 elements)]"))
  }
}

@Suite struct ShowTests {
  @Test func `every kind of value has its figure`() {
    #expect(figure(for: ()) == nil)
    #expect(figure(for: 2.5) == .text("2.5"))
    #expect(figure(for: Table(["a"], rows: [["1"]])) == .table(Table(["a"], rows: [["1"]])))
    let plot = plot(.relu, .gelu, over: -2...2)
    #expect(figure(for: plot) == .plot(plot))
    #expect(figure(for: [plot, plot]) == .group([.plot(plot), .plot(plot)]))
    guard case .check(let check)? = figure(for: Activation.relu.checkDerivative()) else {
      Issue.record("a check became something else")
      return
    }
    #expect(check.name == "relu")
    guard case .group(let parts)? = figure(for: Activation.gelu) else {
      Issue.record("an activation became something else")
      return
    }
    #expect(parts.count == 2)
  }

  @Test func `a function is plotted over the range that was asked for`() {
    let plot = plot({ $0 * $0 }, over: -1...3, label: "square")
    #expect(plot.series[0].xs.first == -1 && plot.series[0].xs.last == 3 && plot.series[0].ys.last == 9)
    #expect(LessonKit.plot([3, 2, 1]).series[0].xs == [0, 1, 2])
    #expect(
      LessonKit.plot(["value": gelu, "slope": geluDerivative]).series.map(\.label) == ["value", "slope"])
  }

  @Test func `a plot is changed in what is named, and in nothing else`() {
    let plot = plot(.relu).titled("ReLU").labeled(x: "input").labeled(y: "output")
    #expect([plot.title, plot.x.label, plot.y.label] == ["ReLU", "input", "output"])
    let scaled = plot.scaled(x: .logarithmic).scaled(y: .logarithmic)
    #expect(scaled.x.scale == .logarithmic && scaled.y.scale == .logarithmic)
    let more = plot.adding(.line("line", [0, 1], [0, 1])).marking(.vertical(at: 0, "kink"), .vertical(at: 1))
    #expect(more.series.map(\.label) == ["relu", "line"])
    #expect(more.marks.suffix(2).map(\.position) == [0, 1])
    #expect(scatter([1, 2], [3, 4], label: "seen").series == [.points("seen", [1, 2], [3, 4])])
  }

  @Test func `names of the C library stay usable beside the kit`() {
    #expect(
      exp(1.0) == Foundation.exp(1.0) && log(2.0) == Foundation.log(2.0) && tanh(0.5) > 0 && sqrt(4.0) == 2
        && erf(1.0) > 0)
    #expect([0.0].map { exp($0) } == [1])
    #expect(Activation("sin", value: sin, derivative: cos).checkDerivative().passed)
  }
}

@Suite struct LessonNameTests {
  @Test func `a parameter in a lesson is one of a network, not of an experiment`() {
    #expect(Parameter("w", Tensor(2)).tensor.item == 2)
  }
}
