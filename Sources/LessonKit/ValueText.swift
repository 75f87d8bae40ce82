/// The text of a value, the same in every run: dictionaries and sets are put in order.
public func text(of value: Any) -> String {
  if let text = value as? String { return text }
  return matrixText(value) ?? nestedText(value)
}

private let mostElements = 1000

private func nestedText(_ value: Any) -> String {
  if let text = plainText(value) { return text }
  let mirror = Mirror(reflecting: value)
  switch mirror.displayStyle {
  case .optional: return mirror.children.first.map { nestedText($0.value) } ?? "nil"
  case .collection: return "[" + elements(mirror.children.map { nestedText($0.value) }) + "]"
  case .set: return "[" + elements(ordered(mirror.children.map(\.value)).map(nestedText)) + "]"
  case .dictionary: return dictionaryText(mirror)
  case .tuple: return tupleText(mirror)
  default: return String(describing: value)
  }
}

/// The text of what needs no looking inside.
private func plainText(_ value: Any) -> String? {
  switch value {
  case let number as Double: number.description
  case let number as Int: number.description
  case let text as String: text.debugDescription
  case let character as Character: character.debugDescription
  case let flag as Bool: flag.description
  default: nil
  }
}

private func elements(_ texts: [String]) -> String {
  guard texts.count > mostElements else { return texts.joined(separator: ", ") }
  return texts.prefix(mostElements).joined(separator: ", ") + ", … (\(texts.count) elements)"
}

private func dictionaryText(_ mirror: Mirror) -> String {
  let pairs = mirror.children.compactMap { child -> (key: Any, value: Any)? in
    let parts = Array(Mirror(reflecting: child.value).children)
    return parts.count == 2 ? (parts[0].value, parts[1].value) : nil
  }
  guard !pairs.isEmpty else { return "[:]" }
  let sorted = pairs.sorted { precedes($0.key, $1.key) }
  return "[" + elements(sorted.map { nestedText($0.key) + ": " + nestedText($0.value) }) + "]"
}

private func tupleText(_ mirror: Mirror) -> String {
  let parts = mirror.children.map { child in
    let isNamed = child.label.map { !$0.hasPrefix(".") } ?? false
    return (isNamed ? (child.label ?? "") + ": " : "") + nestedText(child.value)
  }
  return "(" + parts.joined(separator: ", ") + ")"
}

private func ordered(_ values: [Any]) -> [Any] { values.sorted(by: precedes) }

/// Numbers by size, anything else by its text.
private func precedes(_ one: Any, _ other: Any) -> Bool {
  if let one = number(one), let other = number(other) { return one < other }
  return nestedText(one) < nestedText(other)
}

private func number(_ value: Any) -> Double? {
  switch value {
  case let number as Double: number
  case let number as Float: Double(number)
  case let number as any BinaryInteger: Double(number)
  default: nil
  }
}

/// Rows of equally many numbers, their columns aligned; nil for anything else.
private func matrixText(_ value: Any) -> String? {
  let rows: [[String]]
  switch value {
  case let matrix as [[Double]]: rows = matrix.map { $0.map(\.description) }
  case let matrix as [[Float]]: rows = matrix.map { $0.map(\.description) }
  case let matrix as [[Int]]: rows = matrix.map { $0.map(\.description) }
  default: return nil
  }
  guard rows.count > 1, let columns = rows.first?.count, columns > 0, rows.count * columns <= mostElements,
    rows.allSatisfy({ $0.count == columns })
  else { return nil }
  let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
  let lines = rows.map { row in
    "[" + zip(row, widths).map { padded($0, to: $1) }.joined(separator: ", ") + "]"
  }
  return lines.joined(separator: "\n")
}

private func padded(_ text: String, to width: Int) -> String {
  String(repeating: " ", count: width - text.count) + text
}
