import Activations
import Neural

/// Points of the plane in two classes: what a small network learns in a second, and a page can show.
public struct PointCloud: Sendable {
  /// The points, each [x, y].
  public let points: [[Double]]
  /// The class of each point, 0 or 1.
  public let labels: [Int]

  /// Points of one's own, each [x, y], with a label 0 or 1 for each.
  public init(points: [[Double]], labels: [Int]) {
    require(points.count == labels.count, "\(points.count) points with \(labels.count) labels")
    for point in points { require(point.count == 2, "a point of the plane is [x, y], not \(point)") }
    for label in labels { require(label == 0 || label == 1, "the classes are 0 and 1, not \(label)") }
    (self.points, self.labels) = (points, labels)
  }

  /// The points as a float32 tensor [count, 2].
  public var inputs: Tensor { Tensor(points.flatMap { $0 }, shape: [points.count, 2]) }

  /// The classes as a float32 tensor [count, 1], for a cross entropy of logits.
  public var targets: Tensor { Tensor(labels.map(Double.init), shape: [labels.count, 1]) }
}

extension PointCloud {
  /// Points of the square [−1, 1]², of class 1 where x · y > 0: the corners of exclusive or, filled in.
  public static func xor(_ count: Int, using generator: inout SeededGenerator) -> PointCloud {
    square(count, using: &generator) { $0 * $1 > 0 }
  }

  /// Points of the square [−1, 1]², of class 1 where x² + y² < 1/2.
  public static func circles(_ count: Int, using generator: inout SeededGenerator) -> PointCloud {
    square(count, using: &generator) { $0 * $0 + $1 * $1 < 0.5 }
  }

  private static func square(
    _ count: Int, using generator: inout SeededGenerator, _ isOne: (Double, Double) -> Bool
  ) -> PointCloud {
    let points = (0..<count).map { _ in [generator.uniform(in: -1..<1), generator.uniform(in: -1..<1)] }
    return PointCloud(points: points, labels: points.map { isOne($0[0], $0[1]) ? 1 : 0 })
  }

  /// Two half circles that reach into each other, with normal noise.
  public static func moons(
    _ count: Int, noise: Double = 0.1, using generator: inout SeededGenerator
  ) -> PointCloud {
    let labels = (0..<count).map { $0 * 2 < count ? 0 : 1 }
    let points = labels.map { label -> [Double] in
      let angle = Double.pi * generator.uniform()
      let (x, y) = label == 0 ? (cos(angle), sin(angle)) : (1 - cos(angle), 0.5 - sin(angle))
      return [x + noise * generator.normal(), y + noise * generator.normal()]
    }
    return PointCloud(points: points, labels: labels)
  }

  /// Two arms of a spiral, one and a half turns each: radius t / 3π at angle t = 3π√u, u uniform; with normal noise.
  public static func spiral(
    _ count: Int, noise: Double = 0.01, using generator: inout SeededGenerator
  ) -> PointCloud {
    let labels = (0..<count).map { $0 * 2 < count ? 0 : 1 }
    let points = labels.map { label -> [Double] in
      let t = 3 * Double.pi * generator.uniform().squareRoot()
      let radius = t / (3 * Double.pi) * (label == 0 ? 1 : -1)
      return [
        radius * cos(t) + noise * generator.normal(), radius * sin(t) + noise * generator.normal(),
      ]
    }
    return PointCloud(points: points, labels: labels)
  }
}
