import Stopwatch

/// An input that grows with a number, and what is done with it.
struct Shape {
  /// What grows.
  let name: String
  /// The numbers that are tried, from the first on, until one takes long enough to be measured.
  let sizes: [Int]
  /// The processor time in seconds for one number.
  let cost: (Int) throws -> Double
  /// The seconds that are long enough to be measured.
  let noticeable: Double

  /// A shape that is tried with `first`, then with twice as much, up to `last`.
  init(
    _ name: String, from first: Int, to last: Int, noticeable: Double = 0.1,
    cost: @escaping (Int) throws -> Double
  ) {
    self.name = name
    sizes = Array(sequence(first: first) { $0 * 2 > last ? nil : $0 * 2 })
    self.cost = cost
    self.noticeable = noticeable
  }

  /// How the cost of four times as much compares, what the smallest input costs left out on both sides.
  func growth() throws -> Growth {
    let least = min(try cost(1), try cost(1))
    for size in sizes {
      let once = try cost(size) - least
      guard once > noticeable || size == sizes.last else { continue }
      let fourTimes = try cost(4 * size) - least
      return Growth(size: size, once: once, fourTimes: fourTimes)
    }
    return Growth(size: 0, once: 0, fourTimes: 0)
  }
}

/// What a shape cost at one size and at four times that.
struct Growth {
  let size: Int
  let once: Double
  let fourTimes: Double

  /// Whether four times as much cost clearly more than four times the time.
  var isSuspicious: Bool { fourTimes > 0.3 && fourTimes > 7 * once }
}
