import Activations
import Foundation

/// The golden values of the activations, in the format of `Golden/make-golden.py`.
struct GoldenFile: Decodable, Sendable {
  struct Grid: Decodable, Sendable {
    let x: BitPatterns
    let tag: String
  }

  struct Column: Decodable, Sendable {
    /// Inputs of this function alone; absent where the common grid applies.
    let x: BitPatterns?
    let tag: String?
    let y: BitPatterns
    let dy: BitPatterns
    let d2y: BitPatterns
  }

  struct Limit: Decodable, Sendable {
    let f: GoldenNumber
    let df: GoldenNumber?
    let d2f: GoldenNumber?
  }

  struct Side: Decodable, Sendable {
    let f: GoldenNumber
    let d: GoldenNumber
    let d2: GoldenNumber
  }

  struct Break: Decodable, Sendable {
    let x: Double
    let kind: String
    let left: Side
    let right: Side
    let torch: [GoldenNumber?]
    let jax: [GoldenNumber?]
    let kerasJAX: [GoldenNumber?]?

    enum CodingKeys: String, CodingKey {
      case x, kind, left, right, torch, jax
      case kerasJAX = "keras_jax"
    }
  }

  struct Function: Decodable, Sendable {
    let f64: Column
    let f32: Column
    let extraF64: Column?
    let extraF32: Column?
    let breaks: [Break]
    let limits: [String: Limit]

    enum CodingKeys: String, CodingKey {
      case f64, f32, limits
      case extraF64 = "extra_f64"
      case extraF32 = "extra_f32"
      case breaks = "kink_details"
    }
  }

  struct Gated: Decodable, Sendable {
    struct Unit: Decodable, Sendable {
      let y: BitPatterns
      let dgate: BitPatterns
      let dvalue: BitPatterns
    }

    let gate: BitPatterns
    let value: BitPatterns
    let functions: [String: Unit]
  }

  let grids: [String: Grid]
  let functions: [String: Function]
  let vectors: [[String: BitPatterns]]
  let gated: Gated

  /// The recorded file.
  static let recorded: GoldenFile = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/golden-activations.json")
    do {
      return try JSONDecoder().decode(GoldenFile.self, from: Data(contentsOf: file))
    } catch {
      fatalError("\(file.path) cannot be read: \(error)")
    }
  }()

  /// The values of a function, those of the common grid first.
  func points(of name: String, _ precision: Precision) -> [GoldenPoint] {
    guard let function = functions[name], let grid = grids[precision.rawValue] else { return [] }
    let isDouble = precision == .double
    let common = isDouble ? function.f64 : function.f32
    let own = isDouble ? function.extraF64 : function.extraF32
    var points = GoldenPoint.list(grid.x, grid.tag, common, precision)
    if let own, let x = own.x, let tag = own.tag { points += GoldenPoint.list(x, tag, own, precision) }
    return points
  }
}

/// Bit patterns in hexadecimal with spaces between.
struct BitPatterns: Decodable, Sendable {
  let patterns: [UInt64]

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    patterns = try container.decode(String.self).split(separator: " ").map { word in
      guard let pattern = UInt64(word, radix: 16) else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "no bit pattern: \(word)")
      }
      return pattern
    }
  }

  /// The numbers the patterns stand for.
  func numbers(_ precision: Precision) -> [Double] {
    patterns.map {
      precision == .double ? Double(bitPattern: $0) : Double(Float(bitPattern: UInt32($0)))
    }
  }

  var doubles: [Double] { numbers(.double) }
}

/// A number written as such or, where JSON has none, as text: "inf", "nan", "-0.0".
struct GoldenNumber: Decodable, Sendable {
  let value: Double

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      value = number
    } else if let number = Double(try container.decode(String.self)) {
      value = number
    } else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no number")
    }
  }
}

extension Activation {
  /// The activation a golden name stands for: `star_relu` is starReLU.
  static func golden(_ name: String) -> Activation? {
    let plain = name.filter { $0 != "_" }
    return catalog.first { $0.name.lowercased() == plain }
  }
}
