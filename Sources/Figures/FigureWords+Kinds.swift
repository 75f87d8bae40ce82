extension FigureWords {
  /// Parts of a sentence.
  func sentence(_ parts: [String]) -> String { parts.joined(separator: say("; ", "；")) + stop }

  func constant(_ value: Double) -> String { say("all are \(number(value))", "均为 \(number(value))") }

  var noFiniteValues: String { say("no finite values", "没有有限值") }

  func bars(_ count: Int) -> String { say(count == 1 ? "has 1 bar" : "has \(count) bars", "有 \(count) 个条形") }

  func highest(_ value: Double, at place: String) -> String {
    say("highest \(number(value)) at \(place)", "最高为 \(place) 处的 \(number(value))")
  }

  func lowest(_ value: Double, at place: String) -> String {
    say("lowest \(number(value)) at \(place)", "最低为 \(place) 处的 \(number(value))")
  }

  func longest(_ value: Double, at place: String) -> String {
    say("the longest, \(number(value)), at \(place)", "最长的在 \(place)，长 \(number(value))")
  }

  func shortest(_ value: Double, at place: String) -> String {
    say("the shortest, \(number(value)), at \(place)", "最短的在 \(place)，长 \(number(value))")
  }

  func band(_ low: Double, _ high: Double, _ width: Double, at place: String) -> String {
    say(
      "is a band between \(number(low)) and \(number(high)), widest at \(place): \(number(width))",
      "是 \(number(low)) 与 \(number(high)) 之间的带，在 \(place) 处最宽：\(number(width))")
  }

  func more(series count: Int) -> String { say("And \(count) more.", "另有 \(count) 条。") }

  func logarithmic(_ name: String) -> String {
    say("\(name) is on a logarithmic scale.", "\(name) 为对数刻度。")
  }

  func annotation(_ text: String, at place: String) -> String {
    say("“\(text)” stands at \(place).", "“\(text)”标在 \(place)。")
  }

  func cells(_ columns: Int, _ rows: Int, _ name: String) -> String {
    let what = name.isEmpty ? "" : say(" of \(name)", "，表示 \(name)")
    return say("Colours\(what) in \(rows) rows of \(columns)", "\(rows) 行 \(columns) 列的颜色\(what)")
  }

  func contours(_ name: String, _ levels: [String]) -> String {
    let what = name.isEmpty ? "" : say(" of \(name)", "（\(name)）")
    return say("Contours\(what) at \(list(levels))", "等高线\(what)：\(list(levels))")
  }

  func arrows(_ columns: Int, _ rows: Int, _ name: String) -> String {
    let what = name.isEmpty ? "" : say(" of \(name)", "（\(name)）")
    return say("Arrows\(what) in \(rows) rows of \(columns)", "\(rows) 行 \(columns) 列的箭头\(what)")
  }

  func panels(_ names: [String], count: Int) -> String {
    let what = names.isEmpty ? "" : say(": ", "：") + list(names)
    return say("\(count) small plots", "\(count) 幅小图") + what
  }

  func images(_ count: Int, _ size: String) -> String {
    say("\(count) grey images\(size)", "\(count) 幅灰度图\(size)")
  }

  func pixels(_ width: Int, _ height: Int) -> String {
    say(" of \(width) × \(height) pixels", "，每幅 \(width) × \(height) 像素")
  }

  func diagram(nodes: Int, edges: Int) -> String {
    say("Diagram of \(nodes) nodes and \(edges) arrows", "\(nodes) 个节点、\(edges) 个箭头的图")
  }

  func leads(_ from: String, to names: [String]) -> String {
    say("\(from) leads to \(list(names))", "\(from) 通向 \(list(names))")
  }

  func layers(_ counts: [Int]) -> String {
    let text = list(counts.map(\.description))
    return say("Its layers have \(text) nodes.", "各层节点数：\(text)。")
  }

  func rowsShown(_ shown: Int, of count: Int) -> String {
    say("\(shown) of \(count) rows", "共 \(count) 行，列出 \(shown) 行")
  }
}
