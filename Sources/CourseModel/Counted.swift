/// A number of things in words, such as "1 error" or "3 errors"; nil where there are none.
public func counted(_ number: Int, _ noun: String) -> String? {
  number == 0 ? nil : "\(number) \(noun)\(number == 1 ? "" : "s")"
}
