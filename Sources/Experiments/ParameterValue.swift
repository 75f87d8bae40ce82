/// A value for a parameter of an experiment, as a lesson writes it.
public enum ParameterValue: Sendable, Hashable {
  /// A number, whole or not.
  case number(Double)
  /// A word or a sentence.
  case string(String)
  /// Yes or no.
  case bool(Bool)
  /// Several values in order.
  case list([ParameterValue])
}

extension ParameterValue: CustomStringConvertible {
  /// The value as it would be written in YAML.
  public var description: String {
    switch self {
    case .number(let number): Self.text(of: number)
    case .string(let text): text
    case .bool(let flag): flag ? "true" : "false"
    case .list(let values): "[" + values.map(\.description).joined(separator: ", ") + "]"
    }
  }

  private static func text(of number: Double) -> String {
    number == number.rounded() && number.magnitude < 1e15 ? String(Int(number)) : number.description
  }
}

extension ParameterValue: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }

  /// A whole number.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }

  /// A word or a sentence.
  public init(stringLiteral value: String) { self = .string(value) }

  /// Yes or no.
  public init(booleanLiteral value: Bool) { self = .bool(value) }

  /// Several values in order.
  public init(arrayLiteral elements: ParameterValue...) { self = .list(elements) }
}
