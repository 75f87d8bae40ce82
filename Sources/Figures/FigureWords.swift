/// The sentences of alternative texts, in one language.
///
/// A language without sentences of its own gets the English ones.
struct FigureWords {
  let isChinese: Bool

  init(language: String) { isChinese = language.hasPrefix("zh") }

  func say(_ english: String, _ chinese: String) -> String { isChinese ? chinese : english }

  func list(_ items: [String]) -> String { items.joined(separator: isChinese ? "、" : ", ") }

  func sentences(_ items: [String]) -> String { items.joined(separator: isChinese ? "" : " ") }

  func plot(_ kind: PlotKind, _ names: [String]) -> String {
    let kind = name(of: kind)
    return names.isEmpty ? kind : say("\(kind) of \(list(names))", "\(kind)：\(list(names))")
  }

  private func name(of kind: PlotKind) -> String {
    switch kind {
    case .lines: say("Line plot", "折线图")
    case .points: say("Scatter plot", "散点图")
    case .bars: say("Bar chart", "条形图")
    case .histogram: say("Histogram", "直方图")
    case .heatMap: say("Heat map", "热图")
    case .contours: say("Contour plot", "等高线图")
    case .vectors: say("Vector field", "向量场")
    }
  }

  func axis(_ name: String, _ lower: Double, _ upper: Double, isLogarithmic: Bool) -> String {
    let scale = isLogarithmic ? say(" on a logarithmic scale", "（对数刻度）") : ""
    return say(
      "\(name) runs from \(number(lower)) to \(number(upper))\(scale).",
      "\(name) 从 \(number(lower)) 到 \(number(upper))\(scale)。")
  }

  func series(_ name: String, _ facts: [String]) -> String {
    let text = facts.joined(separator: say("; ", "；"))
    return name.isEmpty ? say("It \(text).", "曲线\(text)。") : say("\(name) \(text).", "\(name) \(text)。")
  }

  func points(_ count: Int) -> String {
    say(count == 1 ? "has 1 point" : "has \(count) points", "有 \(count) 个点")
  }

  func empty(_ name: String) -> String { series(name, [say("has no finite values", "没有有限值")]) }

  func course(_ facts: SeriesFacts) -> [String] {
    let (first, last) = (facts.first, facts.last)
    switch facts.trend {
    case .constant: return [say("is constant at \(number(first.y))", "恒为 \(number(first.y))")]
    case .rising:
      return [
        say(
          "rises from \(number(first.y)) to \(number(last.y))", "从 \(number(first.y)) 上升到 \(number(last.y))")
      ]
    case .falling:
      return [
        say(
          "falls from \(number(first.y)) to \(number(last.y))", "从 \(number(first.y)) 下降到 \(number(last.y))")
      ]
    case .mixed:
      return [
        say("goes from \(number(first.y)) to \(number(last.y))", "从 \(number(first.y)) 变到 \(number(last.y))"),
        extremum("minimum", "最小值", facts.lowest), extremum("maximum", "最大值", facts.highest),
      ]
    }
  }

  private func extremum(_ english: String, _ chinese: String, _ place: SeriesFacts.Place) -> String {
    say(
      "\(english) \(number(place.y)) at \(number(place.x))",
      "在 \(number(place.x)) 处取\(chinese) \(number(place.y))")
  }

  func zeros(_ places: [Double]) -> [String] {
    guard !places.isEmpty, places.count <= 4 else { return [] }
    let text = list(places.map(number))
    return [say("crosses zero at \(text)", "在 \(text) 处过零")]
  }

  func corner(_ x: Double, _ left: Double, _ right: Double) -> String {
    say(
      "its slope jumps from \(number(left)) to \(number(right)) at \(number(x))",
      "斜率在 \(number(x)) 处由 \(number(left)) 跳到 \(number(right))")
  }

  func jump(_ x: Double, _ left: Double, _ right: Double) -> String {
    say(
      "jumps from \(number(left)) to \(number(right)) at \(number(x))",
      "在 \(number(x)) 处由 \(number(left)) 跳到 \(number(right))")
  }

  func mark(_ mark: Mark) -> String {
    let name = mark.label.isEmpty ? "" : " “\(mark.label)”"
    return say("A line\(name) marks \(number(mark.position)).", "标线\(name) 位于 \(number(mark.position))。")
  }

  func table(_ header: [String], rows: Int) -> String {
    let names = list(header.filter { !$0.isEmpty })
    return say("Table of \(rows) rows with the columns \(names).", "共 \(rows) 行的表格，列为\(names)。")
  }

  func check(_ check: Check) -> String {
    let verdict = check.passed ? say("passed", "通过") : say("failed", "未通过")
    return say(
      "Check of \(check.name): \(verdict). \(check.points) points compared; worst at \(number(check.worstPoint)), "
        + "error \(number(check.error)), allowed \(number(check.bound)).",
      "\(check.name) 的检验：\(verdict)。比较了 \(check.points) 个点，最差处 \(number(check.worstPoint))，"
        + "误差 \(number(check.error))，允许 \(number(check.bound))。")
  }

  func number(_ x: Double) -> String { significant(x, 3).typographic }

  /// The end of a sentence.
  var stop: String { isChinese ? "。" : "." }
}
