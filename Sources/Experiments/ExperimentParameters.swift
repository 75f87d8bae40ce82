/// The values of an experiment's parameters, all present and all allowed.
///
/// Only `Experiment.validate(_:)` makes them, so reading one of the experiment's own parameters cannot fail.
public struct ExperimentParameters: Sendable, Hashable {
  let values: [String: ParameterValue]

  /// A number.
  public func number(_ name: String) -> Double {
    guard case .number(let number)? = values[name] else { unreadable(name, as: "a number") }
    return number
  }

  /// A whole number.
  public func integer(_ name: String) -> Int { Int(number(name)) }

  /// A list of numbers.
  public func numbers(_ name: String) -> [Double] {
    guard case .list(let list)? = values[name] else { unreadable(name, as: "a list of numbers") }
    return list.map { value in
      guard case .number(let number) = value else { unreadable(name, as: "a list of numbers") }
      return number
    }
  }

  /// A list of whole numbers.
  public func integers(_ name: String) -> [Int] { numbers(name).map { Int($0) } }

  /// A text or a word.
  public func text(_ name: String) -> String {
    guard case .string(let text)? = values[name] else { unreadable(name, as: "a text") }
    return text
  }

  /// A list of words.
  public func words(_ name: String) -> [String] {
    guard case .list(let list)? = values[name] else { unreadable(name, as: "a list of words") }
    return list.map(\.description)
  }

  /// Yes or no.
  public func flag(_ name: String) -> Bool {
    guard case .bool(let flag)? = values[name] else { unreadable(name, as: "true or false") }
    return flag
  }

  private func unreadable(_ name: String, as kind: String) -> Never {
    fatalError("the experiment has no parameter '\(name)' that is \(kind)")
  }
}
