/// Stops the program with a message unless a condition holds.
///
/// Unlike `precondition` it says why in optimised builds too, where lessons meet it.
@inline(__always)
func require(
  _ condition: Bool, _ message: @autoclosure () -> String, file: StaticString = #fileID, line: UInt = #line
) {
  #if hasFeature(Embedded)
    precondition(condition)
  #else
    if !condition { fatalError(message(), file: file, line: line) }
  #endif
}
