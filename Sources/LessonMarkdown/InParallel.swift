import Dispatch

/// What `transform` makes of each of `values`, in their order, made on all processors.
func inParallel<Value: Sendable, Result: Sendable>(
  _ values: [Value], _ transform: @Sendable (Value) -> Result
) -> [Result] {
  guard values.count > 1 else { return values.map(transform) }
  return [Result](unsafeUninitializedCapacity: values.count) { buffer, count in
    let results = Results(base: buffer)
    DispatchQueue.concurrentPerform(iterations: values.count) { index in
      results.base.initializeElement(at: index, to: transform(values[index]))
    }
    count = values.count
  }
}

/// Room for results; each is written by one thread, to a place of its own.
private struct Results<Result>: @unchecked Sendable {
  let base: UnsafeMutableBufferPointer<Result>
}
