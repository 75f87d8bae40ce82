import Figures
import Neural

extension Experiment {
  static let hopfield = Experiment(
    "hopfield",
    "Stores patterns in a Hopfield network and measures how many it recalls when it is filled.",
    parameters: [
      Parameter("units", .integer(10...400), default: 200, "N, the number of units."),
      Parameter(
        "loads", .numbers(0.005...1), default: [0.05, 0.1, 0.12, 0.138, 0.16, 0.2, 0.3],
        "Numbers of stored random patterns, as shares of N."),
      Parameter("noise", .number(0...0.5), default: 0.1, "The share of spins turned before recall."),
      Parameter("networks", .integer(1...10), default: 3, "How many networks there are of each load."),
      Parameter(
        "probes", .integer(1...100), default: 20, "How many patterns of a network are recalled at most."),
      .seed,
    ],
    trial: [("units", 20), ("loads", [0.1, 0.3]), ("networks", 1), ("probes", 2)]
  ) { parameters, show, progress in
    let study = HopfieldStudy(parameters)
    show(.imageGrid(LetterMemory(study).images))
    let shares = parameters.numbers("loads")
    let counter = StepCounter(total: shares.count * study.networks, tell: progress)
    let loads = shares.map { study.measure($0, counter) }
    show(.plot(Plot(recalledOf: loads)))
    show(.table(Table(loadsOf: loads, study)))
    show(.plot(Plot(energiesOf: loads)))
  }
}

/// Networks of random patterns at one load after the other.
struct HopfieldStudy {
  let units: Int
  let noise: Double
  let networks: Int
  let probes: Int
  let seed: Int

  init(_ parameters: ExperimentParameters) {
    units = parameters.integer("units")
    noise = parameters.number("noise")
    networks = parameters.integer("networks")
    probes = parameters.integer("probes")
    seed = parameters.integer("seed")
  }

  /// What the networks of one load recall.
  struct Load {
    /// P/N of the whole number of patterns, which is near the share that was asked for.
    let load: Double
    let patternCount: Int
    var probeCount = 0
    /// How many recalls ended with an overlap above 0.95.
    var recalledCount = 0
    var overlapSum = 0.0
    /// How many turns of a unit raised the energy.
    var rises = 0
    /// The energies of the first recall, for each unit asked, as E/N.
    var energies: [Double] = []

    var recalled: Double { Double(recalledCount) / Double(probeCount) }
  }

  func measure(_ share: Double, _ counter: StepCounter) -> Load {
    let count = max(1, Int((share * Double(units)).rounded()))
    var load = Load(load: Double(count) / Double(units), patternCount: count)
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<networks {
      let patterns = (0..<load.patternCount).map { _ in
        HopfieldNetwork.randomSpins(units, using: &generator)
      }
      let network = HopfieldNetwork(storing: patterns)
      for pattern in patterns.prefix(probes) {
        let start = HopfieldNetwork.corrupted(pattern, share: noise, using: &generator)
        load.add(network.recall(from: start, using: &generator), of: pattern)
      }
      counter.advance()
    }
    return load
  }
}

extension HopfieldStudy.Load {
  fileprivate mutating func add(_ recall: HopfieldNetwork.Recall, of pattern: HopfieldNetwork.Spins) {
    let overlap = HopfieldNetwork.overlap(recall.spins, pattern)
    probeCount += 1
    recalledCount += overlap > 0.95 ? 1 : 0
    overlapSum += overlap
    rises += zip(recall.energies, recall.energies.dropFirst()).filter { $1 > $0 }.count
    if energies.isEmpty { energies = recall.energies.map { $0 / Double(pattern.count) } }
  }
}

extension Plot {
  fileprivate init(recalledOf loads: [HopfieldStudy.Load]) {
    let sorted = loads.sorted { $0.load < $1.load }
    self.init(
      title: "Recalled patterns",
      series: [
        .line("recalled", sorted.map(\.load), sorted.map(\.recalled)),
        .line("mean overlap", sorted.map(\.load), sorted.map { $0.overlapSum / Double($0.probeCount) }),
      ],
      x: Axis("load P/N"), y: Axis("share", lower: 0, upper: 1),
      marks: [.vertical(at: 0.138, "0.138")])
  }

  fileprivate init(energiesOf loads: [HopfieldStudy.Load]) {
    self.init(
      title: "Energy during a recall",
      series: loads.prefix(8).map { load in
        .line("P/N = \(short(load.load))", load.energies.indices.map(Double.init), load.energies)
      },
      x: Axis("units asked"), y: Axis("E/N"))
  }
}

extension Table {
  fileprivate init(loadsOf loads: [HopfieldStudy.Load], _ study: HopfieldStudy) {
    self.init(
      ["load P/N", "patterns", "recalled", "mean overlap", "rises of E"],
      rows: loads.map { load in
        [
          short(load.load), "\(load.patternCount)", fixed(load.recalled, 2),
          fixed(load.overlapSum / Double(load.probeCount), 3), "\(load.rises)",
        ]
      },
      alignment: [.trailing, .trailing, .trailing, .trailing, .trailing],
      caption:
        "\(study.units) units, \(percent(study.noise)) of the spins turned; recalled is an overlap above 0.95,"
        + " of at most \(study.probes) patterns in each of \(study.networks) networks.")
  }
}
