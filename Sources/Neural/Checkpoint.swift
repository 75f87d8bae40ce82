/// Parameters as bytes, in the format safetensors, and back, without the loss of a bit.
///
/// Eight bytes give the length of a header in JSON, which names every tensor with its precision, its shape and where
/// its bytes lie; then come the bytes. Files of this kind are read by PyTorch's ecosystem, and those it writes by this,
/// as long as their numbers are F32 or F64.
public enum Checkpoint {
  /// What is wrong with the bytes of a checkpoint.
  public enum Failure: Error, Equatable, CustomStringConvertible {
    /// The header is not JSON of the kind that is expected; the place is the byte where reading stopped.
    case malformed(at: Int)
    /// A tensor of the model is not in the checkpoint.
    case missing(String)
    /// A tensor has another shape in the checkpoint than in the model.
    case shape(String, found: [Int], expected: [Int])
    /// A tensor has another precision in the checkpoint than in the model.
    case precision(String, found: String, expected: String)

    /// What is wrong, in a sentence without a full stop.
    public var description: String {
      switch self {
      case .malformed(let place):
        "these bytes are no checkpoint in the format safetensors, from byte \(place) on"
      case .missing(let name): "there is no tensor '\(name)' in the checkpoint"
      case .shape(let name, let found, let expected):
        "'\(name)' has the shape \(found) in the checkpoint, and \(expected) in the model"
      case .precision(let name, let found, let expected):
        "'\(name)' has the precision \(found) in the checkpoint, and \(expected) in the model"
      }
    }
  }

  /// The parameters as bytes, with notes about them: names and texts.
  ///
  /// Traps where two parameters have one name, as those of two layers do that are not told apart by
  /// `parameters(in:)`: only one of them could be found again.
  public static func bytes(
    of parameters: [Parameter], notes: KeyValuePairs<String, String> = [:]
  ) -> [UInt8] {
    requireDifferentNames(parameters)
    var entries: [String] = []
    if !notes.isEmpty {
      entries.append(
        "\"__metadata__\":{" + notes.map { "\(quoted($0)):\(quoted($1))" }.joined(separator: ",") + "}")
    }
    var offset = 0
    for parameter in parameters {
      let tensor = parameter.tensor
      let shape = tensor.shape.map(String.init).joined(separator: ",")
      entries.append(
        "\(quoted(parameter.name)):{\"dtype\":\"\(tensor.dtype.code)\",\"shape\":[\(shape)],"
          + "\"data_offsets\":[\(offset),\(offset + tensor.storage.byteCount)]}")
      offset += tensor.storage.byteCount
    }
    var header = Array("{\(entries.joined(separator: ","))}".utf8)
    while header.count % 8 != 0 { header.append(UInt8(ascii: " ")) }
    let length = (0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) }
    return parameters.reduce(into: length + header) { bytes, parameter in
      let storage = parameter.tensor.storage
      bytes.append(contentsOf: UnsafeRawBufferPointer(start: storage.pointer, count: storage.byteCount))
    }
  }

  /// The notes that were written with the parameters, by name.
  public static func notes(in bytes: [UInt8]) throws(Failure) -> [String: String] {
    try header(of: bytes).notes
  }

  /// Puts the numbers of a checkpoint into the parameters of a model; changes none where anything does not fit.
  ///
  /// Tensors of the checkpoint that no parameter asks for are left alone. A model whose names differ from the file's is
  /// restored by pairing them: `[Parameter("fc1.weight", model.layers[0].weight)]`.
  public static func restore(_ parameters: [Parameter], from bytes: [UInt8]) throws(Failure) {
    requireDifferentNames(parameters)
    let (entries, _, start) = try header(of: bytes)
    for parameter in parameters { _ = try place(of: parameter, in: entries, count: bytes.count - start) }
    for parameter in parameters {
      let range = try place(of: parameter, in: entries, count: bytes.count - start)
      bytes.withUnsafeBytes {
        parameter.tensor.take(
          UnsafeRawBufferPointer(rebasing: $0[(start + range.lowerBound)..<(start + range.upperBound)]))
      }
    }
  }

  private static func requireDifferentNames(_ parameters: [Parameter]) {
    var names: Set<String> = []
    for parameter in parameters {
      require(names.insert(parameter.name).inserted, "two parameters have the name '\(parameter.name)'")
    }
  }

  /// What the header says of a tensor.
  private struct Entry {
    var code = ""
    var shape: [Int] = []
    var offsets: [Int] = []
  }

  private static func place(
    of parameter: Parameter, in entries: [String: Entry], count: Int
  ) throws(Failure) -> Range<Int> {
    let (name, tensor) = (parameter.name, parameter.tensor)
    guard let entry = entries[name] else { throw .missing(name) }
    guard entry.shape == tensor.shape else { throw .shape(name, found: entry.shape, expected: tensor.shape) }
    guard entry.code == tensor.dtype.code else {
      throw .precision(name, found: entry.code, expected: tensor.dtype.code)
    }
    guard entry.offsets.count == 2, entry.offsets[0] >= 0, entry.offsets[1] <= count,
      entry.offsets[1] - entry.offsets[0] == tensor.storage.byteCount
    else { throw .malformed(at: 8) }
    return entry.offsets[0]..<entry.offsets[1]
  }

  private static func header(
    of bytes: [UInt8]
  ) throws(Failure) -> (entries: [String: Entry], notes: [String: String], start: Int) {
    guard bytes.count >= 8 else { throw .malformed(at: bytes.count) }
    let length = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[$1]) << UInt64(8 * $1) }
    guard length <= UInt64(bytes.count - 8) else { throw .malformed(at: 0) }
    var reader = HeaderReader(bytes[8..<8 + Int(length)])
    var entries: [String: Entry] = [:]
    var notes: [String: String] = [:]
    try reader.readObject { reader, name throws(Failure) in
      var entry = Entry()
      try reader.readObject { reader, field throws(Failure) in
        switch field {
        case _ where name == "__metadata__": notes[field] = try reader.readString()
        case "dtype": entry.code = try reader.readString()
        case "shape": entry.shape = try reader.readNumbers()
        case "data_offsets": entry.offsets = try reader.readNumbers()
        default: _ = try reader.readString()
        }
      }
      entries[name] = entry
    }
    return (entries, notes, 8 + Int(length))
  }

  /// A text in JSON; control characters are written by their numbers.
  private static func quoted(_ text: String) -> String {
    let characters = text.unicodeScalars.map { scalar in
      if scalar == "\"" || scalar == "\\" { return "\\\(scalar)" }
      guard scalar.value < 32 else { return "\(scalar)" }
      return (scalar.value < 16 ? "\\u000" : "\\u00") + String(scalar.value, radix: 16)
    }
    return "\"" + characters.joined() + "\""
  }
}

extension DType {
  /// The name in safetensors.
  fileprivate var code: String { self == .float32 ? "F32" : "F64" }
}

extension Tensor {
  /// Takes over the bytes of as many numbers.
  fileprivate func take(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    storage.pointer.copyMemory(from: start, byteCount: storage.byteCount)
  }
}
