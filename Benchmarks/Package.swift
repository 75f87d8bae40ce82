// swift-tools-version: 6.1
import PackageDescription

// `Sources/Activations`, `Sources/Figures`, `Sources/Kernels` and `Sources/Neural` are links to those of the project: what is measured is built alone.
let package = Package(
  name: "Benchmarks",
  targets: [
    .executableTarget(name: "course-benchmark", dependencies: ["Stopwatch"]),
    .executableTarget(name: "growth-benchmark", dependencies: ["Figures", "Stopwatch"]),
    .target(name: "Stopwatch"),
    .target(name: "Figures", linkerSettings: [.linkedLibrary("m")]),
    .executableTarget(name: "activation-benchmark", dependencies: ["Activations", "PyTorch"]),
    .target(
      name: "Activations", dependencies: ["Kernels"],
      swiftSettings: [.enableExperimentalFeature("Extern")], linkerSettings: [.linkedLibrary("m")]),
    .target(name: "Kernels"),
    .executableTarget(name: "training-benchmark", dependencies: ["Neural", "Activations", "PyTorch"]),
    .target(name: "PyTorch"),
    .target(
      name: "Neural", dependencies: ["Activations", "Kernels"],
      swiftSettings: [.enableExperimentalFeature("Extern")]),
  ]
)
