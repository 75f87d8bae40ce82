import CDuktape

/// A JavaScript heap of Duktape; its owner keeps it to one thread at a time.
final class ScriptHeap {
  private let context: OpaquePointer

  init?() {
    guard let context = duktape_new() else { return nil }
    self.context = context
  }

  deinit { duktape_free(context) }

  /// Runs a script for its effect; false when it does not compile or raises an error.
  func evaluate(_ script: [UInt8]) -> Bool {
    script.withUnsafeBytes { text in
      duktape_evaluate(context, text.baseAddress?.assumingMemoryBound(to: CChar.self), text.count) == 0
    }
  }

  /// Calls a global function with a text and a flag; the failure is the text of what it raised.
  func call(_ function: String, _ text: String, _ flag: Bool) -> Result<[UInt8], ScriptFailure> {
    let argument = SurrogatePairs.split(Array(text.utf8))
    return argument.withUnsafeBytes { bytes in
      var count = 0
      var failed: Int32 = 0
      let pointer = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      let answer = duktape_call(context, function, pointer, bytes.count, flag ? 1 : 0, &count, &failed)
      defer { duktape_release(context) }
      let joined = SurrogatePairs.join(UnsafeRawBufferPointer(start: answer, count: count))
      return failed == 0
        ? .success(joined) : .failure(ScriptFailure(text: String(decoding: joined, as: UTF8.self)))
    }
  }
}

/// What a script raised.
struct ScriptFailure: Error {
  let text: String
}
